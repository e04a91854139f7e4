const DIGITS = 9;

/** Whether a number can be a SIREN: nine digits whose Luhn sum is a multiple of ten (R-INV-01). */
export function isSiren(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  let sum = 0;
  for (let place = 0; place < DIGITS; place += 1) {
    const digit = Number(text[place]);
    // Every second digit from the right is doubled, and the digits of the product are added.
    const isDoubled = (DIGITS - place) % 2 === 0;
    const value = isDoubled ? 2 * digit : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
