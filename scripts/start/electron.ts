import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = join('node_modules', 'electron');

/** The program of Electron, if its binary was installed with the package. */
export function electronBinary(): string | undefined {
  const pointer = join(PACKAGE, 'path.txt');
  if (!existsSync(pointer)) return undefined;
  const binary = join(PACKAGE, 'dist', readFileSync(pointer, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}

/** Opens the shell, which runs the store node with these flags and opens counter and kitchen. */
export function openElectron({
  binary,
  storeFlags,
  onClosed,
}: {
  binary: string;
  storeFlags: readonly string[];
  onClosed: () => void;
}): void {
  const shell = spawn(binary, ['.', '--', ...storeFlags], { stdio: 'inherit' });
  shell.once('error', onClosed);
  shell.once('exit', onClosed);
}
