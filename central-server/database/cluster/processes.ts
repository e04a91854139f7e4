import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** What a process is, told apart from another that got the same number later. */
export type ProcessIdentity = { readonly pid: number; readonly startedAt: string };

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The command line of a process; undefined when it has ended, or where the system will not say. */
export function commandOf(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined;
  if (process.platform === 'linux') {
    return readIfThere(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ');
  }
  const shown = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  return shown.status === 0 ? shown.stdout.trim() : undefined;
}

export function identityOf(pid: number): ProcessIdentity {
  // proc(5): field 22 of stat is the start time; field 2 may hold spaces and ends at the last ')'.
  const stat = process.platform === 'linux' ? readIfThere(`/proc/${pid}/stat`) : undefined;
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  return { pid, startedAt: fields[19] ?? '' };
}

export function isSameProcess(identity: ProcessIdentity): boolean {
  return isAlive(identity.pid) && identityOf(identity.pid).startedAt === identity.startedAt;
}

/** Answers whether the process ended within the time. */
export async function waitForEnd(pid: number, timeoutMs: number): Promise<boolean> {
  const until = performance.now() + timeoutMs;
  while (isAlive(pid)) {
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

function readIfThere(path: string): string | undefined {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch {
    return undefined; // The process has ended in the meantime.
  }
}
