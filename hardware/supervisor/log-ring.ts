import { maskCardNumbers } from '../link/card-numbers.ts';
import type { Log } from '../link/log.ts';

/** One thing a driver said, card numbers masked. `fields` is JSON. */
export type LogLine = {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly level: 'info' | 'warn';
  readonly sentence: string;
  readonly fields: string;
};

export type LogRing = Log & {
  /** Oldest first. */
  readonly lines: () => readonly LogLine[];
};

/** A morning of a busy printer; each line is some 200 bytes. */
export const LOG_LINES_MAX = 200;
const FIELDS_MAX = 1_000;

/** Keeps the last lines of a device and gives each on, masked. Never grows beyond its size. */
export function logRing(context: {
  readonly now: () => string;
  readonly onLine?: (line: LogLine) => void;
  readonly size?: number;
}): LogRing {
  const { now, onLine, size = LOG_LINES_MAX } = context;
  const kept: LogLine[] = [];
  function add(level: LogLine['level'], fields: object, sentence: string): void {
    const line = { at: now(), level, sentence: maskCardNumbers(sentence), fields: textOf(fields) };
    kept.push(line);
    if (kept.length > size) kept.shift();
    onLine?.(line);
  }
  return {
    info: (fields, sentence) => add('info', fields, sentence),
    warn: (fields, sentence) => add('warn', fields, sentence),
    lines: () => [...kept],
  };
}

/** NOTE: a log must never be what fails: a circle in the fields, or a BigInt, is left out. */
function textOf(fields: object): string {
  try {
    return maskCardNumbers(JSON.stringify(fields, plain)).slice(0, FIELDS_MAX);
  } catch (fault) {
    return JSON.stringify({ unreadable: fault instanceof Error ? fault.message : '' });
  }
}

/** Errors as their message, bytes as their number. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Error) return value.message;
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  return value;
}
