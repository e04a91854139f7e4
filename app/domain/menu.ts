import type { Promotion } from './promotion/promotion.ts';

/** The menu as data: what a store can sell, what it is made of, and at which price. Amounts in cents. */

/** How the law sees a product (france.md §3); the rate follows from it, the mode, the territory and the date. */
export type VatClass = 'prepared' | 'conservable' | 'confectionery' | 'alcohol';

/** Where the customer eats it. */
export type Mode = 'take-away' | 'delivery' | 'on-site';

/** The fourteen allergens of annex II of regulation (EU) 1169/2011. */
export const ALLERGENS = [
  'gluten',
  'crustaceans',
  'eggs',
  'fish',
  'peanuts',
  'soya',
  'milk',
  'nuts',
  'celery',
  'mustard',
  'sesame',
  'sulphites',
  'lupin',
  'molluscs',
] as const;
export type Allergen = (typeof ALLERGENS)[number];

/** Prices of extras go by class of ingredient and size. */
export type ExtraClass = 'vegetable' | 'cheese' | 'meat' | 'premium';

export type Ingredient = {
  readonly id: string;
  /** Three or four letters for the code line, unique among ingredients: `oli`. */
  readonly code: string;
  readonly name: string;
  readonly allergens: readonly Allergen[];
  /** What may be in it though it is not an ingredient, as its supplier says it. */
  readonly traces?: readonly Allergen[] | undefined;
  /** Absent: not sold as an extra, and part of the base of a pizza (the dough), never left out of it. */
  readonly extraClass?: ExtraClass | undefined;
  /** Where this one costs another price than its class, by size. */
  readonly extraPricesCents?: Readonly<Record<string, number>> | undefined;
};

/** A dough takes the place of the usual one in a recipe: its ingredient brings its own allergens. */
export type Dough = {
  readonly id: string;
  /** For the code line: `fin`, `sg`. */
  readonly code: string;
  readonly name: string;
  readonly ingredientId: string;
  /** On top of the price, by size. A size that is absent is not made in this dough. */
  readonly surchargeCents: Readonly<Record<string, number>>;
};

export type Size = {
  readonly id: string;
  /** As on the kitchen screen: `M`. */
  readonly letter: string;
  readonly name: string;
  readonly diameterCm: number;
};

export type Portion = { readonly ingredientId: string; readonly grams: number };

/** A product in one size. A product without sizes has one variant, of size `unit`. */
export type Variant = {
  readonly sizeId: string;
  readonly priceCents: number;
  readonly recipe: readonly Portion[];
};

/** One thing to choose in a group: a sauce, a dip, a cooking. */
export type Option = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** By size; `any` where the size does not matter. Absent: not offered in this size. */
  readonly priceCents: Readonly<Record<string, number>>;
  /** What it takes from the stock and brings in allergens. */
  readonly ingredientId?: string | undefined;
  readonly grams?: number | undefined;
};

/** What the customer chooses beside the recipe: at least `min`, at most `max`, the first `free` for nothing. */
export type OptionGroup = {
  readonly id: string;
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** The cheapest ones chosen are the free ones. */
  readonly free: number;
  readonly options: readonly Option[];
};

export type DealChoice = {
  readonly productId: string;
  /** Absent: any size of the product. */
  readonly sizeId?: string | undefined;
  /** On top of the price of the deal, in cents. */
  readonly supplementCents: number;
};

export type DealSlot = {
  readonly id: string;
  readonly name: string;
  readonly choices: readonly DealChoice[];
};

/** A meal at one price; what is in it stays real lines, each with its own VAT (R-VAT-06). */
export type Deal = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly priceCents: number;
  readonly slots: readonly DealSlot[];
};

/** How a pizza of several named parts is priced, before its extras. */
export type PartsPolicy = 'dearest' | 'average' | 'shares';

export type PartsRule = {
  readonly policy: PartsPolicy;
  /** An extra on one part: its whole price, or its share (a half pays half, rounded half up). */
  readonly extras: 'whole' | 'share';
};

/**
 * When and where something is sold. What no restriction names is always sold; of several about the
 * same target one must hold, and of a product, its category and its deal each.
 */
export type Restriction = {
  readonly target:
    | { readonly kind: 'product'; readonly productId: string; readonly sizeId?: string | undefined }
    | { readonly kind: 'category'; readonly categoryId: string }
    | { readonly kind: 'deal'; readonly dealId: string };
  /** Each one absent or empty: everywhere, always. */
  readonly storeIds?: readonly string[] | undefined;
  readonly channels?: readonly Channel[] | undefined;
  readonly modes?: readonly Mode[] | undefined;
  readonly period?: Period | undefined;
};

/** In the store's own time. Weekdays 1 (Monday) to 7. Hours `HH:MM`; to before from runs past midnight. */
export type Period = {
  readonly weekdays?: readonly number[] | undefined;
  readonly hours?: { readonly from: string; readonly to: string } | undefined;
  readonly dates?: { readonly from: string; readonly to: string } | undefined;
};

/** What is out, at any level: a product, one of its sizes, an ingredient, or an ingredient as an extra. */
export type SoldOutTarget =
  | { readonly kind: 'product'; readonly productId: string }
  | { readonly kind: 'variant'; readonly productId: string; readonly sizeId: string }
  | { readonly kind: 'ingredient'; readonly ingredientId: string }
  | { readonly kind: 'extra'; readonly ingredientId: string };

export type Channel = 'counter' | 'phone' | 'web';

export type ProductKind = 'pizza' | 'side' | 'drink' | 'beer' | 'dessert';

export type Product = {
  readonly id: string;
  /** Three letters or so for the code line, unique among products: `rei`. */
  readonly code: string;
  readonly name: string;
  readonly kind: ProductKind;
  readonly categoryId: string;
  readonly vatClass: VatClass;
  readonly variants: readonly Variant[];
  /** Of a product that has no recipe (a tart bought ready made). */
  readonly allergens?: readonly Allergen[] | undefined;
  /** Volume of a drink, which the law wants beside its price (R-LAW-04). */
  readonly volumeCl?: number | undefined;
  /** May be one part of a pizza of several. A calzone may not. */
  readonly isSplittable?: boolean | undefined;
  /** The doughs it can be made in; absent: the usual one only. */
  readonly doughIds?: readonly string[] | undefined;
  readonly optionGroupIds?: readonly string[] | undefined;
  /** For the quiet suggestion under the ticket. */
  readonly isSuggested?: boolean | undefined;
};

export type Category = { readonly id: string; readonly name: string };

export type Menu = {
  readonly version: string;
  readonly sizes: readonly Size[];
  readonly defaultSizeId: string;
  readonly categories: readonly Category[];
  readonly ingredients: readonly Ingredient[];
  readonly products: readonly Product[];
  /** Price of one extra, in cents, by class of ingredient then size. */
  readonly extraPricesCents: Readonly<Record<ExtraClass, Readonly<Record<string, number>>>>;
  /** The first is the usual one. None: every pizza in the dough of its recipe. */
  readonly doughs: readonly Dough[];
  readonly optionGroups: readonly OptionGroup[];
  readonly deals: readonly Deal[];
  readonly parts: PartsRule;
  readonly restrictions: readonly Restriction[];
  readonly promotions: readonly Promotion[];
};

/** The size of everything that is not a pizza. */
export const UNIT_SIZE = 'unit';

/** What a simple menu has of all this: nothing. */
export const NOTHING_MORE = {
  doughs: [],
  optionGroups: [],
  deals: [],
  parts: { policy: 'dearest', extras: 'whole' },
  restrictions: [],
  promotions: [],
} as const satisfies Partial<Menu>;
