/**
 * Text made fit for paper. Every character that leaves here exists in Windows-1252 (the code page
 * pinned on our printers), none is a control character, so a name can never become a command.
 */

/** What a text may weigh at most; a contract's `Sentence` stops at 200. */
export const TEXT_MAX = 1_000;

/** The 27 characters of Windows-1252 that are outside Latin-1 (bytes 0x80 to 0x9f). */
const EXTRA = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/** No-break space: never a place to cut a line; the printer gets a plain space for it. */
export const NO_BREAK = '\u00a0';

/** Terminal sequences of the ECMA-48 family (`ESC [ … letter`), removed whole. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed.
const ESCAPE_SEQUENCE = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]/g;
/** The commonest case by far, and quick. */
const PLAIN = /^[ -~]{0,1000}$/;
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/u;
const COMBINING = /\p{Mark}/gu;
/** Controls, formats (bidi overrides, joiners, byte order marks), surrogates, private use. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Mark}]/u;

/** What has no decomposition in Unicode and is still seen on a French order. */
const TRANSLITERATED: Readonly<Record<string, string>> = {
  '→': '->',
  '←': '<-',
  '⇒': '=>',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '≈': '~',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '―': '-',
  '─': '-',
  '━': '-',
  '═': '=',
  '│': '|',
  '▏': '|',
  '′': "'",
  '″': '"',
  ʼ: "'",
  '‛': "'",
  '‟': '"',
  '№': 'N°',
  '✓': 'v',
  '✔': 'v',
  '✗': 'x',
  '✘': 'x',
  '★': '*',
  '☆': '*',
  '●': '•',
  '○': 'o',
  '■': '•',
  '♥': '<3',
  '❤': '<3',
  '☎': 'Tel.',
  '☏': 'Tel.',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  Ŋ: 'N',
  ŋ: 'n',
  Ŧ: 'T',
  ŧ: 't',
  ẞ: 'SS',
  ə: 'e',
  Ə: 'E',
};

/**
 * The text as it can be printed: no control character, no bidi override, no emoji; letters outside
 * Windows-1252 lose their accent (`ő` gives `o`), what has no Latin form gives one `?`. All kinds of
 * no-break and thin spaces become U+00A0, line breaks and tabs become spaces.
 */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  const plain = text.slice(0, TEXT_MAX).replace(ESCAPE_SEQUENCE, '').normalize('NFC');
  return Array.from(plain, printableCharacter).join('');
}

/** Is this single character on the printer's code page, and visible or a space? */
export function isPrintable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  const isAscii = code >= 0x20 && code <= 0x7e;
  const isLatin = code >= 0xa0 && code <= 0xff && code !== 0xad;
  return isAscii || isLatin || EXTRA.includes(character);
}

function printableCharacter(character: string): string {
  if (isPrintable(character)) return character;
  if (/[\t\n\r\u2028\u2029]/.test(character)) return ' ';
  if (/[\u2007\u202f\u2009\u200a\u2060]/.test(character)) return NO_BREAK;
  if (/\p{Zs}/u.test(character)) return ' ';
  const known = TRANSLITERATED[character];
  if (known !== undefined) return known;
  if (INVISIBLE.test(character) || EMOJI.test(character)) return '';
  const letters = Array.from(character.normalize('NFKD').replace(COMBINING, ''));
  const replaced = letters.map((letter) => (isPrintable(letter) ? letter : TRANSLITERATED[letter]));
  return replaced.length > 0 && !replaced.includes(undefined) ? replaced.join('') : '?';
}
