import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';

/** A start that cannot be; the message is one sentence for the person. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** A database, a journal and their growth for a while. */
const DISK_FREE_MIN_BYTES = 300_000_000;
/** Only a folder with this mark was made by us, and may be erased by `--fresh`. */
const MARK = '.oc-pizza';

/** Makes the data folder ready, or erases and makes it anew. Throws `CannotStart`. */
export function prepareFolder(folder: string, { fresh }: { fresh: boolean }): void {
  const mark = join(folder, MARK);
  if (fresh && existsSync(folder)) {
    if (!existsSync(mark))
      throw new CannotStart(
        `${resolve(folder)} n’est pas un dossier de données d’OC Pizza : il n’est pas effacé.`,
      );
    rmSync(folder, { recursive: true, force: true });
  }
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    writeFileSync(mark, '');
  } catch (fault) {
    throw new CannotStart(sentence(fault, folder), { cause: fault });
  }
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < DISK_FREE_MIN_BYTES)
    throw new CannotStart('Le disque est presque plein : libérez au moins 300 Mo, puis relancez.');
}

function sentence(fault: unknown, folder: string): string {
  const { code } = fault as { code?: string };
  if (code === 'ENOSPC') return 'Le disque est plein : libérez de la place, puis relancez.';
  return `Le dossier ${resolve(folder)} ne peut pas être écrit : vérifiez les droits.`;
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
