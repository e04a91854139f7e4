import fs from 'node:fs';
import path from 'node:path';

import { OWNER } from './cluster.ts';
import { MARKER } from './folder.ts';

/**
 * Address of a database of the embedded server that runs on `folder`, for a command beside the
 * central server; undefined when none runs there.
 */
export function runningDatabase(folder: string, database: string): string | undefined {
  const marker = read(path.join(folder, MARKER));
  const data = marker?.trim() ?? path.join(folder, 'postgresql');
  const password = read(path.join(folder, 'postgresql.password'))?.trim();
  // Line 4 of postmaster.pid is the port (PostgreSQL, src/include/utils/pidfile.h).
  const port = read(path.join(data, 'postmaster.pid'))?.split('\n')[3]?.trim();
  if (password === undefined || port === undefined) return undefined;
  return `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

function read(file: string): string | undefined {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}
