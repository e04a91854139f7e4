import fs from 'node:fs';
import path from 'node:path';

import { CannotStart } from './cannot-start.ts';
import { openLog } from './log.ts';
import { readOptions } from './options.ts';
import { speakWithParent } from './parent.ts';
import { startCentre } from './start.ts';

/**
 * The central server as a process of its own. Says `{ready: true, url, port, …}` to a parent that
 * opened a channel, a line to the terminal otherwise. A start that fails ends with one sentence on
 * the standard error stream and a code above zero.
 */
try {
  const { logLevel, ...options } = readOptions(process.argv.slice(2), process.env);
  const log = openLog(logLevel);
  speakWithParent(await startCentre({ ...options, log, version: version() }), log);
} catch (error) {
  const isKnown = error instanceof CannotStart;
  process.stderr.write(isKnown ? `${error.message}\n` : `${describe(error)}\n`);
  process.exit(isKnown ? error.exitCode : 1);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Of the package: beside our folder, or two floors up once built. */
function version(): string {
  for (const up of ['..', '../..']) {
    const file = path.join(import.meta.dirname, up, 'package.json');
    if (!fs.existsSync(file)) continue;
    const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as { version?: string };
    return manifest.version ?? '0.0.0';
  }
  return '0.0.0';
}
