/** Something that people find by its code or by its name. */
export type Named = { readonly code: string; readonly name: string };

/** One way of understanding what was typed, with what it found. Lower rank is better. */
export type Match<Item extends Named> = { readonly item: Item; readonly rank: number };

const RANK = {
  code: 0,
  name: 1,
  codeStart: 2,
  nameStart: 3,
  wordStarts: 4,
  inside: 5,
  typo: 6,
} as const;

/** Letters and digits only, without accents or capitals: `Crème fraîche` → `creme fraiche`. */
export function plain(text: string): string {
  return text
    .replace(/œ/gi, 'oe')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The items whose code or name `text` gives or begins, best first; equals stay in their order. */
export function find<Item extends Named>(text: string, items: readonly Item[]): Match<Item>[] {
  return ranked(text, items, rankOf);
}

/** The items that `text` may mean with a slip of the fingers, where nothing was found as it stands. */
export function guess<Item extends Named>(text: string, items: readonly Item[]): Match<Item>[] {
  return ranked(text, items, (query, { name, words }) =>
    [name, ...words].some((word) => isNearly(query, word)) ? RANK.typo : undefined,
  );
}

/** Whether the text is the whole code or the whole name. */
export function isSure(match: Match<Named> | undefined): boolean {
  return match !== undefined && match.rank <= RANK.name;
}

type Key = { readonly code: string; readonly name: string; readonly words: readonly string[] };

/** Menus are values: an item is reduced to its letters once. */
const keys = new WeakMap<Named, Key>();

function keyOf(item: Named): Key {
  const known = keys.get(item);
  if (known !== undefined) return known;
  const name = plain(item.name);
  const key = { code: plain(item.code), name, words: name.split(' ') };
  keys.set(item, key);
  return key;
}

function ranked<Item extends Named>(
  text: string,
  items: readonly Item[],
  rank: (query: string, key: Key) => number | undefined,
): Match<Item>[] {
  const query = plain(text);
  if (query === '') return [];
  const matches: Match<Item>[] = [];
  for (const item of items) {
    const found = rank(query, keyOf(item));
    if (found !== undefined) matches.push({ item, rank: found });
  }
  return matches.sort((left, right) => left.rank - right.rank);
}

function rankOf(query: string, { code, name, words }: Key): number | undefined {
  if (code === query) return RANK.code;
  // Digits alone are a quantity whose product is still to come, not the `33` of `33 cl`.
  if (/^[\d ]+$/.test(query)) return undefined;
  if (name === query) return RANK.name;
  if (code.startsWith(query)) return RANK.codeStart;
  if (name.startsWith(query)) return RANK.nameStart;
  const everyWordStarts = query
    .split(' ')
    .every((asked) => words.some((word) => word.startsWith(asked)));
  if (everyWordStarts) return RANK.wordStarts;
  return query.length >= 3 && name.includes(query) ? RANK.inside : undefined;
}

/**
 * One slip in four letters or more, two in seven or more, at the start of the word or in all of it.
 * Digits are no slips: `2norvegiene` is two of them, not one badly typed.
 */
function isNearly(query: string, word: string): boolean {
  if (query.length < 4) return false;
  const slips = query.length < 7 ? 1 : 2;
  return digitsOf(query) === digitsOf(word) && slipsToStart(query, word) <= slips;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Letters to add, take away, change or swap with their neighbour to make the best start of a word. */
function slipsToStart(query: string, word: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: word.length + 1 }, (_, column) => column);
  for (let row = 1; row <= query.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= word.length; column += 1) {
      const isSame = query[row - 1] === word[column - 1];
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap =
        row > 1 &&
        column > 1 &&
        query[row - 1] === word[column - 2] &&
        query[row - 2] === word[column - 1];
      if (isSwap) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return Math.min(...last);
}
