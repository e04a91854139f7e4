import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { CannotStart, diskFull, noRight } from '../../cannot-start.ts';
import type { Binaries } from './binaries.ts';
import type { ClusterFolder } from './folder.ts';
import type { RunAs } from './reach.ts';

/**
 * Creates the data folder unless it is there. Done beside it and renamed at the end, so that a
 * kill in the middle leaves nothing that looks finished.
 */
export async function createData({
  binaries,
  folder,
  user,
  owner,
}: {
  readonly binaries: Binaries;
  readonly folder: ClusterFolder;
  readonly user: RunAs;
  readonly owner: string;
}): Promise<void> {
  const { data, password } = folder;
  if (fs.existsSync(path.join(data, 'PG_VERSION'))) return;
  const draft = `${data}.draft`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { recursive: true, mode: 0o700 });
  const secret = `${data}.secret`;
  fs.writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    fs.chownSync(draft, user.uid, user.gid);
    fs.chownSync(secret, user.uid, user.gid);
  }
  try {
    const { code, said } = await run(binaries.initdb, initdbArguments(draft, owner, secret), user);
    if (code !== 0) throw explain(data, said);
    fs.rmSync(data, { recursive: true, force: true });
    fs.renameSync(draft, data);
  } finally {
    fs.rmSync(secret, { force: true });
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

function initdbArguments(data: string, owner: string, secret: string): string[] {
  return [
    `--pgdata=${data}`,
    `--username=${owner}`,
    `--pwfile=${secret}`,
    // A password on every connection: another user of the machine can reach the loopback address.
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Identifiers and codes only are sorted by the database; words are sorted by the screens.
    '--no-locale',
  ];
}

function run(
  program: string,
  programArguments: readonly string[],
  user: RunAs,
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, {
      ...user,
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (piece: Buffer) => {
      said += piece.toString('utf8');
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

/** Turns what PostgreSQL says about why it cannot start into one of our sentences. */
export function explain(data: string, said: string): CannotStart {
  if (/No space left on device|Disk quota exceeded/.test(said)) return diskFull(data, said);
  if (/Permission denied|Operation not permitted|Read-only file system/.test(said)) {
    return noRight(data, said);
  }
  const version = /initialized by PostgreSQL version (\d+)/.exec(said);
  if (version !== null) {
    return new CannotStart(
      'database',
      {
        fr: `Les données de ${data} sont d’une autre version de PostgreSQL (${version[1]}).`,
        en: `The data in ${data} are of another version of PostgreSQL (${version[1]}).`,
      },
      said,
    );
  }
  const last = said.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
  return new CannotStart(
    'database',
    { fr: `PostgreSQL ne démarre pas : ${last}`, en: `PostgreSQL does not start: ${last}` },
    said,
  );
}
