/** More digits would pass the largest amount the contract takes (100 000 €). */
const DIGITS_MAX = 7;

/** What was typed on the keypad, as cents: `2`, `0`, `00` is 20,00 €. Digits that do not fit are dropped. */
export function typeDigits(tenderedCents: number, digits: string): number {
  const typed = `${tenderedCents === 0 ? '' : tenderedCents}${digits}`;
  return typed.length > DIGITS_MAX ? tenderedCents : Number(typed);
}

/** Takes the last digit back. */
export function eraseDigit(tenderedCents: number): number {
  return (tenderedCents - (tenderedCents % 10)) / 10;
}
