import type { Allergen, Mode } from '../domain/menu.ts';
import { type Block, text } from './blocks.ts';
import { MODES } from './customer-receipt.ts';
import { NO_BREAK } from './printable.ts';

/** One pizza in its box. */
export type LabelledPizza = {
  readonly name: string;
  /** `Moyenne`; absent where the name says it. */
  readonly size?: string | undefined;
  /** What is not as usual, as the formatter says it. */
  readonly details: readonly string[];
  readonly allergens: readonly Allergen[];
  readonly note?: string | undefined;
};

export type LabelFacts = {
  /** The order's number of the day. */
  readonly number: number;
  readonly mode: Mode;
  /** `20:05`, in the store's own zone. */
  readonly promisedAt: string;
  /** One entry a box, in the order they are made. */
  readonly pizzas: readonly LabelledPizza[];
  readonly mayBeDouble: boolean;
};

/** The fourteen allergens in French, as regulation (EU) 1169/2011 annex II names them. */
const ALLERGEN_NAMES: Readonly<Record<Allergen, string>> = {
  gluten: 'gluten',
  crustaceans: 'crustacés',
  eggs: 'œufs',
  fish: 'poissons',
  peanuts: 'arachides',
  soya: 'soja',
  milk: 'lait',
  nuts: 'fruits à coque',
  celery: 'céleri',
  mustard: 'moutarde',
  sesame: 'sésame',
  sulphites: 'sulfites',
  lupin: 'lupin',
  molluscs: 'mollusques',
};

/** A label for each box of an order, each cut off: `Pizza 2/3`. Nothing for an order without pizza. */
export function boxLabels(facts: LabelFacts): Block[] {
  const count = facts.pizzas.length;
  return facts.pizzas.flatMap((pizza, at): Block[] => [
    ...(facts.mayBeDouble ? [{ type: 'mark', text: 'RÉIMPRESSION' } as const] : []),
    text(`N°${NO_BREAK}${facts.number}`, { bold: true, size: 'large', align: 'center' }),
    text(`Pizza ${at + 1}/${count} · ${MODES[facts.mode]} · ${facts.promisedAt}`, {
      align: 'center',
    }),
    text(pizza.name, { bold: true, size: 'tall', align: 'center' }),
    ...(pizza.size === undefined ? [] : [text(pizza.size, { size: 'tall', align: 'center' })]),
    ...pizza.details.map((detail) => text(detail, { bold: true, align: 'center' })),
    ...(pizza.note === undefined ? [] : [text(pizza.note, { align: 'center' })]),
    ...allergenBlocks(pizza.allergens),
    { type: 'cut' },
  ]);
}

function allergenBlocks(allergens: readonly Allergen[]): Block[] {
  if (allergens.length === 0) return [];
  const names = allergens.map((allergen) => ALLERGEN_NAMES[allergen]).join(', ');
  return [text(`Allergènes${NO_BREAK}: ${names}`, { align: 'center' })];
}
