import { spawn } from 'node:child_process';
import path from 'node:path';

import { chooseBrowser } from './browser.ts';
import { buildIfStale } from './build.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/**
 * `npm test [-- FILES AND FLAGS OF VITEST]`: builds what has changed, makes sure
 * of a browser, runs vitest. Ends with `N passed, N failed` (tests/reporter.ts); the exit code is
 * not 0 after any failure, and when no test ran.
 */
async function main(): Promise<number> {
  await buildIfStale();
  console.log(`Browser for the journeys: ${chooseBrowser().name}`);
  const vitest = path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', `--reporter=${path.join(ROOT, 'tests', 'reporter.ts')}`];
  const flags = ['run', ...reporters, ...process.argv.slice(2)];
  const child = spawn(process.execPath, [vitest, ...flags], { cwd: ROOT, stdio: 'inherit' });
  // Ctrl-C reaches vitest by itself; it ends its workers, and then we end.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`vitest could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code, signal) => {
      if (signal !== null) console.error(`vitest was ended by ${signal}`);
      resolve(code ?? 1);
    });
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
