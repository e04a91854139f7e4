/** Wrong PINs that somebody may type before they must wait. */
export const FREE_WRONG_PINS = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/**
 * How long nobody may try again after that many wrong PINs in a row: nothing before the fifth, then
 * 30 s, doubled by each further one, 15 minutes at most. Ten thousand PINs of four digits then take
 * more than a hundred days.
 */
export function waitAfterWrongPins(wrongPins: number, free: number = FREE_WRONG_PINS): number {
  if (wrongPins < free) return 0;
  const doublings = Math.min(wrongPins - free, 10);
  return Math.min(FIRST_WAIT_MS * 2 ** doublings, LONGEST_WAIT_MS);
}
