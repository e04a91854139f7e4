/** More digits would pass the largest amount the contract takes (100 000 €). */
const DIGITS_MAX = 7;

/** A number as it grows on a key pad: `2`, `0`, `00` is 2000. Digits that do not fit are dropped. */
export function typeDigits(before: number, digits: string): number {
  const typed = `${before === 0 ? '' : before}${digits}`;
  return typed.length > DIGITS_MAX ? before : Number(typed);
}

/** Takes the last digit back. */
export function eraseDigit(before: number): number {
  return Number(String(before).slice(0, -1));
}
