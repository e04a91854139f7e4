import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';

import { lockStore, StoreInUse } from '#main/store/start/store-lock.ts';

/** A start that cannot be; the message is one sentence for the person. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** A database, a journal and their growth for a while. */
const DISK_FREE_MIN_BYTES = 300_000_000;
/** A folder with this mark was made by us, and may be erased by `--fresh`. It is never put on another. */
const MARK = '.oc-pizza';

/** Makes the data folder ready, or erases and makes it anew. Throws `CannotStart`. */
export function prepareFolder(folder: string, { fresh }: { fresh: boolean }): void {
  try {
    const isOurs = existsSync(join(folder, MARK));
    if (!isOurs && existsSync(folder) && readdirSync(folder).length > 0)
      throw new CannotStart(
        `${resolve(folder)} n’est pas un dossier de données d’OC Pizza : il n’est pas ${fresh ? 'effacé' : 'touché'}.`,
      );
    if (isOurs && fresh) {
      checkUnused(folder);
      rmSync(folder, { recursive: true, force: true });
    }
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    writeFileSync(join(folder, MARK), '');
  } catch (fault) {
    if (fault instanceof CannotStart) throw fault;
    throw new CannotStart(sentenceOf(fault) ?? unwritable(folder), { cause: fault });
  }
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < DISK_FREE_MIN_BYTES)
    throw new CannotStart('Le disque est presque plein : libérez au moins 300 Mo, puis relancez.');
}

/** Nobody sells on what is about to be erased, whatever its ports. */
function checkUnused(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name, 'store.lock');
    if (!existsSync(file)) continue;
    try {
      lockStore(file).release();
    } catch (fault) {
      if (!(fault instanceof StoreInUse)) continue; // A lock that is no lock is erased with the rest.
      throw new CannotStart(
        `Le magasin ${name} tourne encore sur ces données : arrêtez-le, puis relancez.`,
        { cause: fault },
      );
    }
  }
}

/** What a person can do about a fault of the disk; undefined for any other. */
export function sentenceOf(fault: unknown): string | undefined {
  const { code, path } = (fault ?? {}) as { code?: string; path?: string };
  if (code === 'ENOSPC') return 'Le disque est plein : libérez de la place, puis relancez.';
  const isRight = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
  return isRight && path !== undefined ? unwritable(path) : undefined;
}

function unwritable(path: string): string {
  return `${resolve(path)} ne peut pas être lu et écrit : vérifiez les droits.`;
}

/** Throws `CannotStart` for the first port that another program holds. */
export async function checkPorts(ports: readonly { port: number; use: string }[]): Promise<void> {
  for (const { port, use } of ports) {
    if (await isFree(port)) continue;
    throw new CannotStart(
      `Le port ${port} (${use}) est déjà pris : arrêtez l’autre programme ou choisissez --port.`,
    );
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolvePort) => {
    probe.once('error', () => resolvePort(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolvePort(true)));
  });
}
