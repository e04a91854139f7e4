import type { CartLine, CartPart, Change, OptionChosen } from '#app/domain/order/events.ts';
import type { Menu } from '#app/domain/menu.ts';
import { aLine } from '#tests/world/menu.ts';

import type { Expected, PricingFixture } from './fixture.ts';
import { AVERAGE, CARD, SHARES } from './menus.ts';

/** A pizza of the card, medium unless said otherwise. */
export function aPizza(productId: string, line: Partial<CartLine> = {}): CartLine {
  return aLine(productId, { sizeId: 'm', ...line });
}

export function change(action: Change['action'], ingredientId: string, withIt?: string): Change {
  return { action, ingredientId, ...(withIt === undefined ? {} : { withIngredientId: withIt }) };
}

/** Parts as `[product, quarters, …changes]`. */
export function inParts(
  ...parts: readonly (readonly [productId: string, quarters: number, ...changes: Change[]])[]
): CartLine {
  const asked = parts.map(
    ([productId, quarters, ...changes]): CartPart => ({
      productId,
      quarters,
      changes,
    }),
  );
  return aPizza(parts[0]?.[0] ?? '', { parts: asked });
}

const sauce = (optionId: string, quantity = 1): OptionChosen => ({
  groupId: 'sauces',
  optionId,
  quantity,
});

function article(name: string, line: CartLine, gives: Expected, menu: Menu = CARD): PricingFixture {
  return { name, menu, cart: { lines: [line] }, gives };
}

const reine = (...changes: Change[]) => aPizza('reine', { changes });
const nuggets = (...options: OptionChosen[]) => aLine('nuggets', { options });

const CHANGES: readonly PricingFixture[] = [
  article('a pizza as on the card', reine(), {
    totalCents: 1190,
    lines: ['1 × Reine M à 1190 = 1190'],
    vat: ['1000: 1190 = 1082 + 108'],
  }),
  article('a can has no size', aLine('coca-33', { quantity: 2 }), {
    totalCents: 400,
    lines: ['2 × Coca-Cola canette 33 cl à 200 = 400'],
  }),
  article(
    'an extra is paid, what is left out is not given back',
    aPizza('reine', {
      quantity: 2,
      changes: [change('remove', 'oignons'), change('add', 'olives')],
    }),
    { totalCents: 2580, lines: ['2 × Reine M à 1290 = 2580'] },
  ),
  article(
    'a double portion costs an extra of the size',
    aPizza('reine', { sizeId: 'g', changes: [change('extra', 'mozzarella')] }),
    { totalCents: 1890 },
  ),
  article('an extra with a price of its own', reine(change('add', 'burrata')), {
    totalCents: 1590,
  }),
  article('less of something costs the same', reine(change('light', 'champignons')), {
    totalCents: 1190,
  }),
  article('a swap of equals is free', reine(change('swap', 'oignons', 'olives')), {
    totalCents: 1190,
  }),
  article('a swap pays the difference', reine(change('swap', 'oignons', 'saumon')), {
    totalCents: 1440,
  }),
  article('a swap for less gives nothing back', reine(change('swap', 'jambon', 'olives')), {
    totalCents: 1190,
  }),
  article('a swap needs to say for what', reine(change('swap', 'oignons')), {
    refusal: 'pricing.bad-swap',
  }),
  article('what is not in it cannot be doubled', reine(change('extra', 'anchois')), {
    refusal: 'pricing.not-in-recipe',
  }),
  article('the dough cannot be lessened', reine(change('light', 'pate')), {
    refusal: 'pricing.cannot-remove',
  }),
  article(
    'the same ingredient cannot be swapped in and added',
    reine(change('swap', 'oignons', 'olives'), change('add', 'olives')),
    { refusal: 'pricing.repeated-change' },
  ),
  article('fifty-one are too many', aPizza('reine', { quantity: 51 }), {
    refusal: 'pricing.bad-quantity',
  }),
];

const DOUGHS_AND_OPTIONS: readonly PricingFixture[] = [
  article('a dough with a surcharge', aPizza('reine', { doughId: 'sans-gluten' }), {
    totalCents: 1440,
  }),
  article('a dough without one', aPizza('reine', { doughId: 'fine' }), { totalCents: 1190 }),
  article('the usual dough is no choice', aPizza('reine', { doughId: 'classique' }), {
    totalCents: 1190,
  }),
  article(
    'a dough is not made in every size',
    aPizza('reine', { sizeId: 'g', doughId: 'sans-gluten' }),
    { refusal: 'pricing.no-such-dough' },
  ),
  article('a calzone has one dough', aPizza('calzone', { doughId: 'fine' }), {
    refusal: 'pricing.no-such-dough',
  }),
  article('a can has no dough', aLine('coca-33', { doughId: 'fine' }), {
    refusal: 'pricing.no-such-dough',
  }),
  article('the first dip is free', nuggets(sauce('curry')), { totalCents: 550 }),
  article('the cheapest dip is the free one', nuggets(sauce('curry'), sauce('ketchup')), {
    totalCents: 620,
  }),
  article('four dips, one free', nuggets(sauce('ketchup', 3), sauce('curry')), {
    totalCents: 720,
  }),
  article('five dips are too many', nuggets(sauce('ketchup', 5)), {
    refusal: 'pricing.too-many-options',
  }),
  article('a pizza has no dips', aPizza('reine', { options: [sauce('ketchup')] }), {
    refusal: 'pricing.unknown-option',
  }),
  article('a salad needs its seasoning', aLine('salade-cesar'), {
    refusal: 'pricing.too-few-options',
  }),
  article(
    'a salad with its seasoning',
    aLine('salade-cesar', {
      options: [{ groupId: 'assaisonnement', optionId: 'cesar', quantity: 1 }],
    }),
    { totalCents: 890 },
  ),
];

const HALVES: readonly PricingFixture[] = [
  article(
    'a half and a half at the price of the dearer',
    inParts(['reine', 2], ['quatre-fromages', 2]),
    {
      totalCents: 1290,
      lines: ['1 × ½ Reine ▏ ½ 4 Fromages M à 1290 = 1290'],
    },
  ),
  article('the same the other way round', inParts(['quatre-fromages', 2], ['reine', 2]), {
    totalCents: 1290,
  }),
  article(
    'at the mean of both',
    inParts(['reine', 2], ['quatre-fromages', 2]),
    { totalCents: 1240 },
    AVERAGE,
  ),
  article(
    'three parts at the price of the dearest',
    inParts(['reine', 2], ['quatre-fromages', 1], ['truffe', 1]),
    { totalCents: 1490, lines: ['1 × ½ Reine ▏ ¼ 4 Fromages ▏ ¼ Truffe M à 1490 = 1490'] },
  ),
  article(
    'three parts at their mean',
    inParts(['reine', 2], ['quatre-fromages', 1], ['truffe', 1]),
    { totalCents: 1323 },
    AVERAGE,
  ),
  article(
    'three parts by their shares',
    inParts(['reine', 2], ['quatre-fromages', 1], ['truffe', 1]),
    { totalCents: 1290 },
    SHARES,
  ),
  article(
    'an extra on a half at its whole price',
    inParts(['reine', 2, change('add', 'olives')], ['quatre-fromages', 2]),
    { totalCents: 1390 },
  ),
  article(
    'the same extra on both halves is paid once',
    inParts(['reine', 2, change('add', 'olives')], ['quatre-fromages', 2, change('add', 'olives')]),
    { totalCents: 1390 },
  ),
  article(
    'an extra on a half at half its price',
    inParts(['reine', 2, change('add', 'olives')], ['quatre-fromages', 2]),
    { totalCents: 1290 },
    AVERAGE,
  ),
  article(
    'a quarter of an extra is rounded half up',
    {
      ...inParts(['reine', 1, change('add', 'olives')], ['quatre-fromages', 3]),
      sizeId: 'g',
    },
    { totalCents: 1878 },
    SHARES,
  ),
  article(
    'left out on one half',
    inParts(['reine', 2, change('remove', 'oignons')], ['quatre-fromages', 2]),
    { totalCents: 1290 },
  ),
  article(
    'left out all over, though one half only has it',
    {
      ...inParts(['reine', 2], ['quatre-fromages', 2]),
      changes: [change('remove', 'oignons')],
    },
    { totalCents: 1290 },
  ),
  article(
    'a half in another dough',
    { ...inParts(['reine', 2], ['quatre-fromages', 2]), doughId: 'sans-gluten' },
    { totalCents: 1540 },
  ),
  article(
    'not both on the whole and on a half',
    {
      ...inParts(['reine', 2, change('add', 'olives')], ['quatre-fromages', 2]),
      changes: [change('add', 'olives')],
    },
    { refusal: 'pricing.repeated-change' },
  ),
  article('a calzone is no half', inParts(['reine', 2], ['calzone', 2]), {
    refusal: 'pricing.not-splittable',
  }),
  article('three quarters are no pizza', inParts(['reine', 2], ['quatre-fromages', 1]), {
    refusal: 'pricing.bad-parts',
  }),
  article(
    'a line is named after its first part',
    { ...inParts(['reine', 2], ['quatre-fromages', 2]), productId: 'truffe' },
    { refusal: 'pricing.bad-parts' },
  ),
  article('two VAT classes make no pizza', inParts(['reine', 2], ['pizza-froide', 2]), {
    refusal: 'pricing.mixed-parts',
  }),
];

/** Single articles: changes, doughs, options, pizzas of several parts. */
export const ARTICLE_FIXTURES: readonly PricingFixture[] = [
  ...CHANGES,
  ...DOUGHS_AND_OPTIONS,
  ...HALVES,
];
