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
  /** Absent: not sold as an extra, and part of the base of a pizza (the dough), never left out of it. */
  readonly extraClass?: ExtraClass | undefined;
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
};

/** The size of everything that is not a pizza. */
export const UNIT_SIZE = 'unit';
