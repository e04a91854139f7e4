import type { Locale } from '#app/lib/money.ts';

/** From this age on a store's figures are marked: sales are then visibly missing at a busy hour. */
export const OLD_MS = 120_000;

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** The age of figures in its largest unit, rounded down: `3 s`, `12 min`, `5 h`, `2 j`. */
export function ageText(ageMs: number, locale: Locale): string {
  const age = Math.max(0, ageMs);
  if (age < MINUTE_MS) return `${Math.floor(age / SECOND_MS)}\u202fs`;
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)}\u202fmin`;
  if (age < DAY_MS) return `${Math.floor(age / HOUR_MS)}\u202fh`;
  return `${Math.floor(age / DAY_MS)}\u202f${locale === 'fr' ? 'j' : 'd'}`;
}
