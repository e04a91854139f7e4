import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** As whom the database server runs. It refuses to run as root; `{}` keeps our own user. */
export type RunAs = { readonly uid?: number; readonly gid?: number };

/** `nobody` and `nogroup` on Debian; the numbers work without any account being created. */
const NOBODY = 65_534;

export function runAs(): RunAs {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

/** Whether a stranger may walk to `target`: every folder above it lets others through. */
export function isReachableByAnyone(target: string): boolean {
  let folder = path.dirname(path.resolve(target));
  for (;;) {
    if ((fs.statSync(folder).mode & 0o001) === 0) return false;
    const parent = path.dirname(folder);
    if (parent === folder) return true;
    folder = parent;
  }
}

/**
 * A folder that the database's user can walk to, standing in for `target` that lies below a
 * private home (`/root` is 0700). Always the same one for the same `target`.
 */
export function standIn(target: string, purpose: string): string {
  const digest = createHash('sha256').update(path.resolve(target)).digest('hex').slice(0, 16);
  return path.join(systemFolder(), `${purpose}-${digest}`);
}

function systemFolder(): string {
  for (const folder of ['/var/lib/oc-pizza', path.join(os.tmpdir(), 'oc-pizza')]) {
    try {
      fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
      fs.accessSync(folder, fs.constants.W_OK);
      // A folder that somebody else made first is not ours to trust.
      if (fs.statSync(folder).uid === process.getuid?.()) return folder;
    } catch {
      // NOTE: not writable here; the next one may be, and the end of the loop speaks up.
    }
  }
  throw new Error('neither /var/lib nor the temporary folder can be written');
}
