import type { Dough, Menu, Size } from '../menu.ts';
import type { Change } from '../order/events.ts';
import { plain } from '../search.ts';

/** One sign with what was written after it; of a swap, what goes out and what comes in. */
export type TypedChange = {
  readonly action: Change['action'];
  readonly words: string;
  readonly withWords?: string;
};

/** A line taken apart, before any product is looked for. */
export type Typed = {
  /** Quantity and product; of halves, quantity and the first one. */
  readonly head: string;
  /** The other half, where the line asks for two. */
  readonly otherHalf?: string;
  readonly size?: Size;
  readonly dough?: Dough;
  readonly changes: readonly TypedChange[];
  readonly note?: string;
};

const ACTIONS: Readonly<Record<string, Change['action']>> = {
  '++': 'extra',
  '+': 'add',
  '~': 'light',
};

/**
 * Takes a line apart: `/` and a note, `½ a/b` or `a½b`, `+` `++` `-` `~` with an ingredient,
 * `out>in`, and at the end of any piece the size and the dough.
 */
export function parse(text: string, menu: Menu): Typed {
  const rest = withHalves(text);
  // A slash or a minus begins something only after a space: `50/50` and `chèvre-miel` are words.
  const slash = rest.search(/(?:^|\s)\//);
  const written = slash === -1 ? rest : rest.slice(0, slash);
  const note = slash === -1 ? '' : rest.slice(rest.indexOf('/', slash) + 1).trim();
  const swaps: TypedChange[] = [];
  const body = written.replace(
    /\s(\S+?)\s*>\s*(\S+)/g,
    (_all, words: string, withWords: string) => {
      swaps.push({ action: 'swap', words, withWords });
      return ' ';
    },
  );
  const changes: TypedChange[] = [];
  let head = '';
  let found: Found = {};
  for (const piece of body.split(/\s*(?<!\+)(?=\+)|\s*(?=~)|\s+(?=[-−–])/)) {
    const sign = /^\s*(\+\+|[+~\-−–])\s*/.exec(piece);
    const taken = takeEnd(piece.slice(sign?.[0].length ?? 0), menu);
    found = { ...taken.found, ...found };
    if (sign === null) head = taken.words;
    else if (taken.words !== '') {
      changes.push({ action: ACTIONS[sign[1] ?? ''] ?? 'remove', words: taken.words });
    }
  }
  const halves = splitHead(head);
  return {
    ...halves,
    ...found,
    changes: [...changes, ...swaps],
    ...(note === '' ? {} : { note }),
  };
}

/** The line with `½` between its halves: `2 ½ rei/4fr` is `2 rei½4fr`. */
function withHalves(text: string): string {
  const before = /^(\s*\d{0,2}\s*[x×*]?\s*)(?:½|1\/2\s)/u.exec(text);
  if (before === null) return text;
  // The first slash parts the halves, the next begins a note.
  return `${before[1] ?? ''} ${text.slice(before[0].length).replace(/\s*\/\s*/u, '½')}`;
}

function splitHead(head: string): { head: string; otherHalf?: string } {
  if (!head.includes('½')) return { head };
  const [first = '', ...others] = head.split('½');
  // Until the other one is typed, the first one alone is looked for.
  const otherHalf = others.join(' ').trim();
  return otherHalf === '' ? { head: first.trim() } : { head: first.trim(), otherHalf };
}

type Found = { readonly size?: Size; readonly dough?: Dough };

/** Takes size and dough off the end, in any order. Never the only word. */
function takeEnd(piece: string, menu: Menu): { words: string; found: Found } {
  let words = piece.trim().split(/\s+/);
  let found: Found = {};
  for (;;) {
    const last = plain(words.at(-1) ?? '');
    const before = words.slice(0, -1);
    if (plain(before.join(' ')) === '') break;
    const size = found.size === undefined ? sizeOf(last, menu) : undefined;
    const dough = found.dough === undefined ? doughOf(last, menu) : undefined;
    if (size === undefined && dough === undefined) break;
    found = size === undefined ? { ...found, ...(dough && { dough }) } : { ...found, size };
    words = before;
  }
  return { words: words.join(' '), found };
}

/** By its letter, or by its name from three letters on. */
function sizeOf(word: string, { sizes }: Menu): Size | undefined {
  return sizes.find(
    ({ letter, name }) =>
      plain(letter) === word || (word.length >= 3 && plain(name).startsWith(word)),
  );
}

/** By its code, or by its whole name. */
function doughOf(word: string, { doughs }: Menu): Dough | undefined {
  return doughs.find(({ code, name }) => plain(code) === word || plain(name) === word);
}
