import { accept, type Result, refuse } from '../../lib/result.ts';
import { partsTitle } from '../menu/fractions.ts';
import { type PizzaSpec, specOf } from '../menu/spec.ts';
import type { Menu, Product } from '../menu.ts';
import { indexOf } from '../menu-index.ts';
import type { CartLine, Change } from '../order/events.ts';
import { QUANTITY_MAX } from '../pricing/cart.ts';
import { type LinePrice, priceLine } from '../pricing/line.ts';
import { find, guess } from '../search.ts';
import { changesOf, variantOf } from './meant.ts';
import type { CodeLineRefusal } from './refusal.ts';
import { parse, type Typed } from './typed.ts';

/** A code line understood: what goes into the cart, and the same in words, to be shown while typing. */
export type Reading = {
  readonly line: CartLine;
  readonly said: {
    readonly quantity: number;
    /** Of halves: `½ Reine ▏ ½ 4 Fromages`. */
    readonly productName: string;
    /** Absent where the product has one size only. */
    readonly sizeName?: string;
    /** One unit with its dough, extras and options, in cents. */
    readonly unitPriceCents: number;
    readonly changes: readonly { readonly action: Change['action']; readonly name: string }[];
    readonly note?: string;
    /** The same for the texts that are made of it everywhere. */
    readonly spec: PizzaSpec;
  };
};

/** A product that the text may mean, and the whole line read with it. */
export type Suggestion = {
  /** Of halves the first one. */
  readonly product: Product;
  readonly reading: Result<Reading, CodeLineRefusal>;
};

/** As many as are seen at a glance under the line. */
const SUGGESTIONS_MAX = 7;

/**
 * Reads a line typed at the counter: quantity, code or name, letter of the size, dough, ingredients
 * after `+` (added), `++` (doubled), `-` (left out), `~` (less of it) or as `out>in` (swapped), `/`
 * and a note. `2rei m -oig +oli /bien cuite` is two medium Reine without onion, with olives;
 * `½ rei/4fr` and `rei½4fr` are halves. Codes win over names, accents and small slips do not matter,
 * the best guess is taken.
 */
export function readCodeLine(text: string, menu: Menu): Result<Reading, CodeLineRefusal> {
  if (text.trim() === '') return refuse({ code: 'code-line.empty' });
  const [best] = suggest(text, menu, 1);
  return best?.reading ?? refuse({ code: 'code-line.unknown-product', detail: { text } });
}

/** What the text may mean, best first, while it is being typed. */
export function suggest(text: string, menu: Menu, limit: number = SUGGESTIONS_MAX): Suggestion[] {
  const typed = parse(text, menu);
  const { otherHalf } = typed;
  if (otherHalf === undefined) {
    return bestOf(typed.head, menu, menu.products, limit).map(({ product, quantity }) => ({
      product,
      reading: read(menu, typed, [product], quantity),
    }));
  }
  // The other half is still being typed: the suggestions are about it.
  const [first] = bestOf(typed.head, menu, halvesOf(menu), 1);
  if (first === undefined) return [];
  return bestOf(otherHalf, menu, halvesOf(menu), limit)
    .filter(({ quantity }) => quantity === 1)
    .map(({ product }) => ({
      product: first.product,
      reading: read(menu, typed, [first.product, product], first.quantity),
    }));
}

/** What may be a half, before what may not: a calzone is found last, and refused by its name. */
function halvesOf(menu: Menu): readonly Product[] {
  return menu.products.filter(({ kind }) => kind === 'pizza');
}

type Candidate = { readonly product: Product; readonly quantity: number; readonly rank: number };

function bestOf(
  head: string,
  menu: Menu,
  products: readonly Product[],
  limit: number,
): Candidate[] {
  const places = new Map(menu.products.map((product, place) => [product, place]));
  const found = candidates(head, products, find);
  return (found.length > 0 ? found : candidates(head, products, guess))
    .sort(
      (left, right) =>
        left.rank - right.rank ||
        (places.get(left.product) ?? 0) - (places.get(right.product) ?? 0),
    )
    .slice(0, limit);
}

/** Each product that some way of cutting the quantity off finds, once, by the best of these ways. */
function candidates(head: string, products: readonly Product[], search: typeof find): Candidate[] {
  const best = new Map<Product, Candidate>();
  for (const { quantity, words } of quantitiesOf(head)) {
    for (const { item: product, rank } of search(words, products)) {
      const known = best.get(product);
      if (known === undefined || rank < known.rank) best.set(product, { product, quantity, rank });
    }
  }
  return [...best.values()];
}

/** The ways of cutting a quantity off: `4fr` may be a code, or four of `fr`. */
export function quantitiesOf(head: string): { quantity: number; words: string }[] {
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
  products: readonly [Product, ...Product[]],
  quantity: number,
): Result<Reading, CodeLineRefusal> {
  const [product] = products;
  if (quantity < 1 || quantity > QUANTITY_MAX) {
    return refuse({ code: 'pricing.bad-quantity', detail: { quantity } });
  }
  const variant = variantOf(menu, typed, product);
  if (variant === undefined) {
    return refuse({ code: 'code-line.unknown-size', detail: { product: product.name } });
  }
  const { sizeId } = variant;
  const meant = changesOf(menu, typed, { products, sizeId });
  if (!meant.ok) return meant;
  const { changes, options } = meant.value;
  const parts = products.map((half) => ({ productId: half.id, quarters: 2, changes: [] }));
  const line: CartLine = {
    productId: product.id,
    sizeId,
    quantity,
    changes,
    ...(typed.note === undefined ? {} : { note: typed.note }),
    ...(typed.dough === undefined ? {} : { doughId: typed.dough.id }),
    ...(products.length === 1 ? {} : { parts }),
    ...(options.length === 0 ? {} : { options }),
  };
  const priced = priceLine(menu, line);
  return priced.ok ? accept({ line, said: said(menu, line, priced.value) }) : priced;
}

function said(menu: Menu, line: CartLine, price: LinePrice<CartLine>): Reading['said'] {
  const { quantity, note } = line;
  const [product] = price.products;
  const hasSizes = (product?.variants.length ?? 0) > 1;
  const size = hasSizes ? indexOf(menu).sizes.get(line.sizeId) : undefined;
  const name = price.parts === undefined ? (product?.name ?? '') : partsTitle(price.parts);
  return {
    quantity,
    productName: name,
    ...(size === undefined ? {} : { sizeName: size.name }),
    unitPriceCents: price.menuCents + price.addedCents,
    changes: price.changes.map((change) => ({ action: change.action, name: change.name })),
    ...(note === undefined ? {} : { note }),
    spec: specOf({ ...price, name, quantity, note, sizeLetter: size?.letter }),
  };
}
