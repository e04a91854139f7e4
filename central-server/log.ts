import { type Logger, pino } from 'pino';

/**
 * Facts with fields, on the standard error stream. Fields are ids, codes and counts: never a name,
 * an e-mail, an address or the text of an entry.
 */
export function openLog(level: string): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}
