/** Places of a numeric keypad and what is written on them, with Num Lock on or off. */
const KEYPAD: Readonly<Record<string, string>> = {
  NumpadEnter: 'Enter',
  NumpadDecimal: 'Backspace',
  NumpadBackspace: 'Backspace',
  NumpadComma: 'Backspace',
};

/**
 * What a key of a bump bar that types as a keyboard means, under the names of `KeyboardEvent.key`:
 * `1` to `9`, `0`, `Enter`, `Backspace`, the arrows. Goes by the place of a key on the keypad and in
 * the upper row, so that neither Num Lock nor a French upper row (`&é"`) matters; any other key keeps
 * its name.
 */
export function keypadKeyOf({
  key,
  code,
}: {
  readonly key: string;
  readonly code: string;
}): string {
  const digit = /^(?:Numpad|Digit)(\d)$/.exec(code)?.[1];
  return digit ?? KEYPAD[code] ?? key;
}
