import { plain } from '../search.ts';

/** One way to read what was typed of an address. */
export type AddressReading = {
  readonly number?: { readonly value: number; readonly suffix: string } | undefined;
  /** Of the street and the town. Each group is one word in the ways it may be written. */
  readonly words: readonly (readonly string[])[];
};

/** What people and delivery slips write short; the whole word stands in the address base. */
const SHORT: Readonly<Record<string, string>> = {
  all: 'allee',
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  bvd: 'boulevard',
  boul: 'boulevard',
  ch: 'chemin',
  che: 'chemin',
  chem: 'chemin',
  crs: 'cours',
  dr: 'docteur',
  fbg: 'faubourg',
  fg: 'faubourg',
  gal: 'general',
  gd: 'grand',
  gde: 'grande',
  imp: 'impasse',
  mal: 'marechal',
  mte: 'montee',
  pass: 'passage',
  pdt: 'president',
  pl: 'place',
  prof: 'professeur',
  r: 'rue',
  res: 'residence',
  rte: 'route',
  sq: 'square',
  st: 'saint',
  ste: 'sainte',
};

const FILLERS: ReadonlySet<string> = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'a']);
const SUFFIX = /^(bis|ter|quater|[a-z])$/;
/** The highest numbers of long roads have four digits. */
const NUMBER = /^(\d{1,4})(bis|ter|quater|[a-z])?$/;
/** More than any street and town have. */
const WORDS_MAX = 10;

/**
 * The ways to understand `12 bis av jean ja`, `rue Paul Bert 12`, `8 mai 1945`: the likeliest first.
 * A number may stand before or after the street, and may also belong to its name.
 */
export function addressReadings(text: string): readonly AddressReading[] {
  const tokens = plain(text)
    .split(' ')
    .filter((token) => token !== '')
    .slice(0, WORDS_MAX);
  const readings = [numberFirst(tokens), numberLast(tokens), { words: wordsOf(tokens) }];
  return readings.filter(
    (reading): reading is AddressReading => reading !== undefined && reading.words.length > 0,
  );
}

function numberFirst(tokens: readonly string[]): AddressReading | undefined {
  const [first = '', second = '', ...rest] = tokens;
  const [, digits, glued] = NUMBER.exec(first) ?? [];
  if (digits === undefined) return undefined;
  const value = Number(digits);
  if (glued !== undefined) return { number: { value, suffix: glued }, words: wordsOf(tokens, 1) };
  // `12 b rue …`, but `12 r paul bert`: a letter before words that is short for nothing.
  const isSuffix = SUFFIX.test(second) && SHORT[second] === undefined && rest.length > 0;
  return isSuffix
    ? { number: { value, suffix: second }, words: wordsOf(tokens, 2) }
    : { number: { value, suffix: '' }, words: wordsOf(tokens, 1) };
}

function numberLast(tokens: readonly string[]): AddressReading | undefined {
  const at = tokens.findLastIndex((token) => NUMBER.test(token));
  if (at < 1) return undefined;
  const [, digits, glued] = NUMBER.exec(tokens[at] ?? '') ?? [];
  const next = tokens[at + 1] ?? '';
  const suffix = glued ?? (SUFFIX.test(next) ? next : '');
  const taken = glued === undefined && suffix !== '' ? 2 : 1;
  const others = [...tokens.slice(0, at), ...tokens.slice(at + taken)];
  return { number: { value: Number(digits), suffix }, words: wordsOf(others) };
}

function wordsOf(tokens: readonly string[], from = 0): (readonly string[])[] {
  const words = tokens.slice(from);
  const telling = words.filter((word) => !FILLERS.has(word));
  return (telling.length > 0 ? telling : words).map((word) => {
    const long = SHORT[word];
    return long === undefined ? [word] : [long, word];
  });
}
