import { accept, type Refusal, type Result, refuse } from '../lib/result.ts';
import type { Ingredient, Menu, Product, Size, Variant } from './menu.ts';
import { indexOf } from './menu-index.ts';
import type { CartLine, Change } from './order/events.ts';
import type { PricingRefusalCode } from './order/refusals.ts';
import { checkChanges, QUANTITY_MAX } from './pricing.ts';
import { find, guess, isSure, plain } from './search.ts';

export type CodeLineRefusalCode =
  | 'code-line.empty'
  | 'code-line.unknown-product'
  | 'code-line.unknown-size'
  | 'code-line.unknown-ingredient'
  | PricingRefusalCode;
export type CodeLineRefusal = Refusal & { readonly code: CodeLineRefusalCode };

/** A code line understood: what goes into the cart, and the same in words, to be shown while typing. */
export type Reading = {
  readonly line: CartLine;
  readonly said: {
    readonly quantity: number;
    readonly productName: string;
    /** Absent where the product has one size only. */
    readonly sizeName?: string;
    /** One unit with its extras, in cents. */
    readonly unitPriceCents: number;
    readonly changes: readonly { readonly action: Change['action']; readonly name: string }[];
    readonly note?: string;
  };
};

/** A product that the text may mean, and the whole line read with it. */
export type Suggestion = {
  readonly product: Product;
  readonly reading: Result<Reading, CodeLineRefusal>;
};

/** As many as are seen at a glance under the line. */
const SUGGESTIONS_MAX = 7;

/**
 * Reads a line typed at the counter: quantity, code or name, letter of the size, `+` and `-` with an
 * ingredient, `/` and a note. `2rei m -oig +oli /bien cuite` is two medium Reine without onion, with
 * olives. Codes win over names, accents and small slips do not matter, the best guess is taken.
 */
export function readCodeLine(text: string, menu: Menu): Result<Reading, CodeLineRefusal> {
  if (text.trim() === '') return refuse({ code: 'code-line.empty' });
  const [best] = suggest(text, menu, 1);
  return best?.reading ?? refuse({ code: 'code-line.unknown-product', detail: { text } });
}

/** What the text may mean, best first, while it is being typed. */
export function suggest(text: string, menu: Menu, limit: number = SUGGESTIONS_MAX): Suggestion[] {
  const typed = parse(text, menu);
  const places = new Map(menu.products.map((product, place) => [product, place]));
  const found = candidates(typed.head, menu, find);
  return (found.length > 0 ? found : candidates(typed.head, menu, guess))
    .sort(
      (left, right) =>
        left.rank - right.rank ||
        (places.get(left.product) ?? 0) - (places.get(right.product) ?? 0),
    )
    .slice(0, limit)
    .map(({ product, quantity }) => ({ product, reading: read(menu, typed, product, quantity) }));
}

type Candidate = { readonly product: Product; readonly quantity: number; readonly rank: number };

/** Each product that some way of cutting the quantity off finds, once, by the best of these ways. */
function candidates(head: string, menu: Menu, search: typeof find): Candidate[] {
  const best = new Map<Product, Candidate>();
  for (const { quantity, words } of quantitiesOf(head)) {
    for (const { item: product, rank } of search(words, menu.products)) {
      const known = best.get(product);
      if (known === undefined || rank < known.rank) best.set(product, { product, quantity, rank });
    }
  }
  return [...best.values()];
}

/** A line taken apart, before any product is looked for. */
type Typed = {
  /** Quantity and product. */
  readonly head: string;
  readonly size?: Size;
  readonly changes: readonly { readonly action: Change['action']; readonly words: string }[];
  readonly note?: string;
};

function parse(text: string, menu: Menu): Typed {
  // A slash or a minus begins something only after a space: `50/50` and `chèvre-miel` are words.
  const slash = text.search(/(?:^|\s)\//);
  const body = slash === -1 ? text : text.slice(0, slash);
  const note = slash === -1 ? '' : text.slice(text.indexOf('/', slash) + 1).trim();
  const pieces = body.split(/\s*(?=\+)|\s+(?=[-−–])/);
  let size: Size | undefined;
  let head = '';
  const changes: { action: Change['action']; words: string }[] = [];
  for (const piece of pieces) {
    const sign = /^\s*([+\-−–])\s*/.exec(piece);
    const taken = takeSize(piece.slice(sign?.[0].length ?? 0), menu.sizes);
    size ??= taken.size;
    if (sign === null) head = taken.words;
    else if (taken.words !== '') {
      changes.push({ action: sign[1] === '+' ? 'add' : 'remove', words: taken.words });
    }
  }
  return {
    head,
    ...(size === undefined ? {} : { size }),
    changes,
    ...(note === '' ? {} : { note }),
  };
}

/** Takes the size off the end: its letter, or its name from three letters on. Never the only word. */
function takeSize(piece: string, sizes: readonly Size[]): { words: string; size?: Size } {
  const words = piece.trim().split(/\s+/);
  const last = plain(words.at(-1) ?? '');
  const isOnlyWord = words.length < 2 || plain(words.slice(0, -1).join(' ')) === '';
  const size = sizes.find(
    ({ letter, name }) =>
      plain(letter) === last || (last.length >= 3 && plain(name).startsWith(last)),
  );
  if (isOnlyWord || size === undefined) return { words: words.join(' ') };
  return { words: words.slice(0, -1).join(' '), size };
}

/** The ways of cutting a quantity off: `4fr` may be a code, or four of `fr`. */
function quantitiesOf(head: string): { quantity: number; words: string }[] {
  const ways = [{ quantity: 1, words: head }];
  const digits = /^\d{1,3}/.exec(head)?.[0] ?? '';
  for (let length = 1; length <= digits.length; length += 1) {
    const words = head.slice(length).trim();
    const quantity = Number(digits.slice(0, length));
    ways.push({ quantity, words });
    const times = /^[x×*]\s*(.+)$/i.exec(words)?.[1];
    if (times !== undefined) ways.push({ quantity, words: times });
  }
  return ways;
}

function read(
  menu: Menu,
  typed: Typed,
  product: Product,
  quantity: number,
): Result<Reading, CodeLineRefusal> {
  if (quantity < 1 || quantity > QUANTITY_MAX) {
    return refuse({ code: 'pricing.bad-quantity', detail: { quantity } });
  }
  const variant = variantOf(menu, typed, product);
  if (variant === undefined) {
    return refuse({ code: 'code-line.unknown-size', detail: { product: product.name } });
  }
  const changes: Change[] = [];
  for (const { action, words } of typed.changes) {
    const ingredient = ingredientOf(menu, variant, action, words);
    if (ingredient === undefined) {
      return refuse({ code: 'code-line.unknown-ingredient', detail: { text: words } });
    }
    changes.push({ ingredientId: ingredient.id, action });
  }
  const { sizeId } = variant;
  const priced = checkChanges({ menu, productId: product.id, sizeId, changes });
  if (!priced.ok) return priced;
  const note = typed.note === undefined ? {} : { note: typed.note };
  const sizeName = product.variants.length > 1 ? indexOf(menu).sizes.get(sizeId)?.name : undefined;
  return accept({
    line: { productId: product.id, sizeId, quantity, changes, ...note },
    said: {
      quantity,
      productName: product.name,
      ...(sizeName === undefined ? {} : { sizeName }),
      unitPriceCents: priced.value.reduce(
        (sum, { priceCents }) => sum + priceCents,
        variant.priceCents,
      ),
      changes: priced.value.map(({ action, name }) => ({ action, name })),
      ...note,
    },
  });
}

/** In the size asked for; else in the usual one, or the only one there is. */
function variantOf(menu: Menu, typed: Typed, product: Product): Variant | undefined {
  const wanted = typed.size?.id;
  if (wanted !== undefined) return product.variants.find(({ sizeId }) => sizeId === wanted);
  return (
    product.variants.find(({ sizeId }) => sizeId === menu.defaultSizeId) ?? product.variants[0]
  );
}

/** What is left out is in the recipe, what is added is an extra: those first, unless another is meant exactly. */
function ingredientOf(
  menu: Menu,
  variant: Variant,
  action: Change['action'],
  words: string,
): Ingredient | undefined {
  const recipe = new Set(variant.recipe.map((portion) => portion.ingredientId));
  const likely = menu.ingredients.filter(({ id, extraClass }) =>
    action === 'remove' ? recipe.has(id) : extraClass !== undefined,
  );
  const [best] = find(words, likely);
  const [any] = find(words, menu.ingredients);
  if (isSure(any) && !isSure(best)) return any?.item;
  const [guessed] = [...guess(words, likely), ...guess(words, menu.ingredients)];
  return (best ?? any ?? guessed)?.item;
}
