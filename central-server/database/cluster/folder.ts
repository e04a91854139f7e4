import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { CannotStart, troubleWithFile } from '../../cannot-start.ts';
import {
  commandOf,
  identityOf,
  isAlive,
  isSameProcess,
  type ProcessIdentity,
  waitForEnd,
} from './processes.ts';
import { isReachableByAnyone, type RunAs, standIn } from './reach.ts';

/** Where a cluster lives. `data` belongs to the database's user, `folder` to ours. */
export type ClusterFolder = {
  readonly folder: string;
  readonly data: string;
  readonly password: string;
  readonly release: () => void;
};

/** A fast shutdown takes 0.1 s; one that must first write 1 GB of pages, some seconds. */
const ORPHAN_STOP_MS = 30_000;

/**
 * Claims `folder` for this process (another live central server there: refused), makes what is
 * missing, and stops a database server that a killed central server left behind.
 */
export async function claimFolder(folder: string, user: RunAs): Promise<ClusterFolder> {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
    const release = claim(path.join(folder, 'central-server.pid'));
    const data = dataFolder(folder, user);
    await stopOrphan(data);
    return { folder, data, password: passwordIn(folder), release };
  } catch (error) {
    throw troubleWithFile(folder, error);
  }
}

function claim(file: string): () => void {
  const holder = readHolder(file);
  if (holder !== undefined && holder.pid !== process.pid && isSameProcess(holder)) {
    throw new CannotStart('folder-in-use', {
      fr: `Un autre serveur central (processus ${holder.pid}) utilise déjà ${path.dirname(file)}.`,
      en: `Another central server (process ${holder.pid}) already uses ${path.dirname(file)}.`,
    });
  }
  fs.writeFileSync(file, JSON.stringify(identityOf(process.pid)));
  return () => fs.rmSync(file, { force: true });
}

function readHolder(file: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined; // None, or cut off while it was written: nobody holds it.
  }
}

/**
 * Where PostgreSQL writes. Below a private home it is kept elsewhere, beside a marker file here:
 * when someone empties `folder` to begin anew, what stands in for it goes as well.
 */
function dataFolder(folder: string, user: RunAs): string {
  const here = path.join(folder, 'postgresql');
  if (user.uid === undefined || isReachableByAnyone(here)) return here;
  const elsewhere = standIn(here, 'data');
  const marker = path.join(folder, MARKER);
  if (!fs.existsSync(marker)) fs.rmSync(elsewhere, { recursive: true, force: true });
  fs.writeFileSync(marker, `${elsewhere}\n`);
  fs.writeFileSync(`${elsewhere}.of`, `${marker}\n`);
  forgetTemporary(path.dirname(elsewhere));
  return elsewhere;
}

export const MARKER = 'postgresql-is-in.txt';

/** Removes what stands in for temporary folders that are gone; of others nobody can be sure. */
function forgetTemporary(standIns: string): void {
  for (const name of fs.readdirSync(standIns)) {
    if (!name.endsWith('.of')) continue;
    const note = path.join(standIns, name);
    const marker = fs.readFileSync(note, 'utf8').trim();
    if (!marker.startsWith(`${os.tmpdir()}${path.sep}`) || fs.existsSync(marker)) continue;
    const data = note.slice(0, -'.of'.length);
    const pid = Number.parseInt(readIfThere(path.join(data, 'postmaster.pid')) ?? '', 10);
    if (pid > 1 && isAlive(pid)) continue;
    fs.rmSync(data, { recursive: true, force: true });
    fs.rmSync(note, { force: true });
  }
}

function readIfThere(file: string): string | undefined {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

/** The password of the database's owner: made once, readable by us alone. */
function passwordIn(folder: string): string {
  const file = path.join(folder, 'postgresql.password');
  if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8').trim();
  const password = randomBytes(24).toString('base64url');
  fs.writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/**
 * `postmaster.pid` names the last server of this folder. If it still runs, whoever started it was
 * killed: end it gently. If its number belongs to another program by now, the file is stale in a
 * way that PostgreSQL cannot see for itself: remove it. Otherwise PostgreSQL settles it.
 */
async function stopOrphan(data: string): Promise<void> {
  const file = path.join(data, 'postmaster.pid');
  if (!fs.existsSync(file)) return;
  const pid = Number.parseInt(fs.readFileSync(file, 'utf8'), 10);
  if (!Number.isSafeInteger(pid) || pid <= 1 || !isAlive(pid)) return;
  const command = commandOf(pid);
  if (command === undefined) return;
  if (!command.includes(data)) {
    fs.rmSync(file, { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  if (await waitForEnd(pid, ORPHAN_STOP_MS)) return;
  throw new CannotStart('folder-in-use', {
    fr: `Un serveur PostgreSQL (processus ${pid}) resté de la dernière fois ne s’arrête pas.`,
    en: `A PostgreSQL server (process ${pid}) left from the last time does not stop.`,
  });
}
