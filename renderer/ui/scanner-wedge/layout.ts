/**
 * What a scanner that types as a keyboard meant. It presses keys by their place; the system gives them
 * letters after its own layout. Where the two disagree every digit comes out wrong: `123` from a
 * scanner set to QWERTY reads `&é"` on a French till.
 */

export type TypedKey = {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  /** `KeyboardEvent.code`: the place of the key. */
  readonly code: string;
  readonly isShifted: boolean;
};

/** Places and what a QWERTY keyboard has there, plain and with Shift (ISO/IEC 9995, US). */
const QWERTY: Readonly<Record<string, readonly [string, string]>> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  Slash: ['/', '?'],
  Period: ['.', '>'],
  Comma: [',', '<'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Space: [' ', ' '],
};
const QWERTY_SHIFTED_DIGITS = ')!@#$%^&*(';

/** Places whose letters differ on an AZERTY keyboard (NF Z71-300). */
const AZERTY: Readonly<Record<string, readonly [string, string]>> = {
  KeyQ: ['a', 'A'],
  KeyA: ['q', 'Q'],
  KeyW: ['z', 'Z'],
  KeyZ: ['w', 'W'],
  Semicolon: ['m', 'M'],
  KeyM: [',', '?'],
  Comma: [';', '.'],
  Period: [':', '/'],
  Slash: ['!', '§'],
  Space: [' ', ' '],
};
const AZERTY_PLAIN_DIGITS = 'à&é"\'(-è_ç';

/** The text of a burst of keys, the layout repaired where its digits show that it must be. */
export function scannedText(keys: readonly TypedKey[]): string {
  const digits = keys.filter(({ code }) => /^Digit\d$/.test(code));
  const isWrong = digits.some(({ key }) => !/^\d$/.test(key));
  if (isWrong && digits.every((key) => isPlainDigitOnAzerty(key))) return textBy(keys, onQwerty);
  if (isWrong && digits.every((key) => isShiftedDigitOnQwerty(key))) return textBy(keys, onAzerty);
  return keys.map(({ key }) => key).join('');
}

/** The scanner pressed a digit of QWERTY, the French till read a letter with an accent. */
function isPlainDigitOnAzerty({ key, code, isShifted }: TypedKey): boolean {
  return !isShifted && key === AZERTY_PLAIN_DIGITS.charAt(Number(code.slice(5)));
}

/** The scanner pressed Shift and a digit, as AZERTY has it; a till set to QWERTY read a sign. */
function isShiftedDigitOnQwerty({ key, code, isShifted }: TypedKey): boolean {
  return isShifted && key === QWERTY_SHIFTED_DIGITS.charAt(Number(code.slice(5)));
}

function textBy(keys: readonly TypedKey[], read: (key: TypedKey) => string): string {
  return keys.map(read).join('');
}

function onQwerty(typed: TypedKey): string {
  const { key, code, isShifted } = typed;
  if (code.startsWith('Digit')) return code.slice(5);
  if (code.startsWith('Key')) return isShifted ? code.slice(3) : code.slice(3).toLowerCase();
  return QWERTY[code]?.[isShifted ? 1 : 0] ?? key;
}

function onAzerty(typed: TypedKey): string {
  const { key, code, isShifted } = typed;
  if (code.startsWith('Digit')) return code.slice(5);
  return AZERTY[code]?.[isShifted ? 1 : 0] ?? key;
}
