import { existsSync, renameSync, statSync } from 'node:fs';

import { pino } from 'pino';

/** Facts with fields, then a sentence (CONTRIBUTING.md 55). */
export type Log = {
  readonly info: (fields: object, sentence: string) => void;
  readonly warn: (fields: object, sentence: string) => void;
  readonly error: (fields: object, sentence: string) => void;
};

/** About a month of a till that is restarted every day. One older file is kept. */
const LOG_MAX_BYTES = 5_000_000;

/** Opens the shell's log file; written synchronously, so that the last line before a crash is there. */
export function openLog(file: string): Log {
  if (existsSync(file) && statSync(file).size > LOG_MAX_BYTES) renameSync(file, `${file}.1`);
  return pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: file, sync: true, mkdir: true }),
  );
}
