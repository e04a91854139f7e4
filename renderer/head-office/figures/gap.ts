import type { Locale } from '#app/lib/money.ts';

/** U+2212: a hyphen could be read as a dash before the number. */
const MINUS = '\u2212';

/** How far a figure is from the one it is compared with. */
export type Gap = {
  readonly direction: 'up' | 'down' | 'same';
  /** In tenths of a percent, signed; absent where the other figure is nothing. */
  readonly permille: number | undefined;
  readonly difference: number;
};

/** Compares two whole numbers (cents or counts). Permille are rounded half away from zero. */
export function gapOf(now: number, before: number): Gap {
  const difference = now - before;
  const direction = directionOf(difference);
  if (before <= 0) return { direction, permille: undefined, difference };
  const size = Math.floor((Math.abs(difference) * 2_000 + before) / (before * 2));
  return { direction, permille: difference < 0 ? 0 - size : size, difference };
}

/** `+6,2 %`, `−11,8 %`, `0,0 %`. */
export function percentText(permille: number, locale: Locale): string {
  return `${SIGNS[directionOf(permille)]}${shareText(Math.abs(permille), locale)}`;
}

const SIGNS = { up: '+', down: MINUS, same: '' } as const;

/** A share in tenths of a percent, without a sign: `11,2 %`. */
export function shareText(permille: number, locale: Locale): string {
  const digits = String(permille).padStart(2, '0');
  const decimal = locale === 'fr' ? ',' : '.';
  const percent = locale === 'fr' ? '\u202f%' : '%';
  return `${digits.slice(0, -1)}${decimal}${digits.slice(-1)}${percent}`;
}

/** A share of a total in tenths of a percent, rounded half up; nothing of nothing is nothing. */
export function shareOf(part: number, total: number): number {
  return total <= 0 ? 0 : Math.floor((part * 2_000 + total) / (total * 2));
}

/** A whole number with its sign: `+14`, `−3`. */
export function signedText(difference: number): string {
  return `${SIGNS[directionOf(difference)]}${Math.abs(difference)}`;
}

function directionOf(difference: number): Gap['direction'] {
  if (difference === 0) return 'same';
  return difference > 0 ? 'up' : 'down';
}
