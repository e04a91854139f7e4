import { randomInt } from 'node:crypto';

/** Without what is misread on paper: 0 and O, 1 and I, and vowels that would make words. */
const SIGNS = '23456789BCDFGHJKLMNPQRSTVWXZ';
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** A code that nobody guesses: 28^12 of them. `7HKX-22PB-QWRT`. */
export function voucherCode(): string {
  const group = () =>
    Array.from({ length: GROUP_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
