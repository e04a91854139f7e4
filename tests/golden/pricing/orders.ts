import type { CartLine, DealPlace, PricedLine } from '#app/domain/order/events.ts';
import { aLine } from '#tests/world/menu.ts';

import { aPizza, change, inParts } from './articles.ts';
import type { Expected, FixtureCart, PricingFixture } from './fixture.ts';
import { CARD } from './menus.ts';

function order(name: string, cart: FixtureCart, gives: Expected): PricingFixture {
  return { name, menu: CARD, cart, gives };
}

const at = (dealId: string, slotId: string, instance = 'a'): DealPlace => ({
  instance,
  dealId,
  slotId,
});

/** The midday deal with a small Reine, a can and a tiramisu. */
function midday(pizza: Partial<CartLine> = {}, quantity = 1): CartLine[] {
  return [
    aPizza('reine', { sizeId: 'p', quantity, deal: at('midi', 'pizza'), ...pizza }),
    aLine('coca-33', { quantity, deal: at('midi', 'boisson') }),
    aLine('tiramisu', { quantity, deal: at('midi', 'dessert') }),
  ];
}

const DEALS: readonly PricingFixture[] = [
  order(
    'a midday deal',
    { lines: midday() },
    {
      totalCents: 1190,
      lines: [
        '1 × Reine P à 688 = 688',
        '1 × Coca-Cola canette 33 cl à 154 = 154',
        '1 × Tiramisu à 348 = 348',
      ],
      vat: ['550: 154 = 146 + 8', '1000: 1036 = 942 + 94'],
    },
  ),
  order(
    'a dear pizza in a deal pays its supplement',
    { lines: midday({ productId: 'cinq-fromages' }) },
    {
      totalCents: 1290,
      lines: [
        '1 × 5 Fromages P à 845 = 845',
        '1 × Coca-Cola canette 33 cl à 137 = 137',
        '1 × Tiramisu à 308 = 308',
      ],
    },
  ),
  order(
    'an extra in a deal stays with its line',
    { lines: midday({ changes: [change('add', 'olives')] }) },
    { totalCents: 1270 },
  ),
  order('two of the same deal', { lines: midday({}, 2) }, { totalCents: 2380 }),
  order(
    'a half and a half in a deal',
    {
      lines: [
        { ...inParts(['reine', 2], ['quatre-fromages', 2]), deal: at('duo', 'pizza-1') },
        aPizza('reine', { deal: at('duo', 'pizza-2') }),
        aLine('coca-33', { deal: at('duo', 'boisson-1') }),
        aLine('perrier-33', { deal: at('duo', 'boisson-2') }),
      ],
    },
    {
      totalCents: 2490,
      lines: [
        '1 × ½ Reine ▏ ½ 4 Fromages M à 1115 = 1115',
        '1 × Reine M à 1029 = 1029',
        '1 × Coca-Cola canette 33 cl à 173 = 173',
        '1 × Perrier canette 33 cl à 173 = 173',
      ],
    },
  ),
  order(
    'a deal lacks its dessert',
    { lines: midday().slice(0, 2) },
    { refusal: 'pricing.deal-incomplete' },
  ),
  order(
    'a large pizza does not go into the midday deal',
    { lines: midday({ sizeId: 'g' }) },
    { refusal: 'pricing.deal-choice' },
  ),
  order(
    'a slot is filled once',
    { lines: [...midday(), aLine('perrier-33', { deal: at('midi', 'boisson') })] },
    { refusal: 'pricing.deal-choice' },
  ),
  order(
    'what is in a deal goes in the same number',
    { lines: midday({ quantity: 2 }) },
    { refusal: 'pricing.bad-deal' },
  ),
  order(
    'a deal that is not on the menu',
    { lines: [aLine('coca-33', { deal: at('brunch', 'boisson') })] },
    { refusal: 'pricing.unknown-deal' },
  ),
  order(
    'two lines of one name',
    { lines: [aLine('coca-33', { lineId: 'a' }), aLine('coca-33', { lineId: 'a' })] },
    { refusal: 'pricing.repeated-line' },
  ),
];

const PAIR = [aPizza('reine'), aPizza('quatre-fromages')];
const free = { lineId: '2', kind: 'free', reason: 'geste' } as const;

const BY_HAND: readonly PricingFixture[] = [
  order(
    'a price set by a person',
    {
      lines: PAIR,
      overrides: [{ lineId: '1', kind: 'price', unitPriceCents: 1000, reason: 'erreur' }],
    },
    {
      totalCents: 2290,
      lines: ['1 × Reine M à 1000 = 1000', '1 × 4 Fromages M à 1290 = 1290'],
    },
  ),
  order('a line given away', { lines: PAIR, overrides: [free] }, { totalCents: 1190 }),
  order(
    'a line given away is the business of no promotion',
    { lines: PAIR, overrides: [free], couponCodes: ['DIX'] },
    { totalCents: 1071, discounts: ['1 dix 119'] },
  ),
  order(
    'a discount by hand on one line',
    {
      lines: PAIR,
      manualDiscounts: [{ lineId: '2', value: { kind: 'rate', rateBp: 1000 }, reason: 'attente' }],
    },
    { totalCents: 2351, discounts: ['2 manual 129'] },
  ),
  order(
    'a discount by hand on the order',
    {
      lines: PAIR,
      manualDiscounts: [{ value: { kind: 'amount', amountCents: 300 }, reason: 'attente' }],
    },
    { totalCents: 2180, discounts: ['1 manual 144', '2 manual 156'] },
  ),
  order(
    'no discount above the price',
    {
      lines: PAIR,
      manualDiscounts: [{ value: { kind: 'amount', amountCents: 2481 }, reason: 'attente' }],
    },
    { refusal: 'pricing.discount-too-large' },
  ),
  order(
    'a price for a line that is not there',
    { lines: [aPizza('reine')], overrides: [free] },
    { refusal: 'pricing.unknown-line' },
  ),
  order(
    'points take off what they are worth',
    { lines: PAIR, loyalty: { discountCents: 500 } },
    { totalCents: 1980, discounts: ['1 loyalty 240', '2 loyalty 260'] },
  ),
  order(
    'points are not spent on nothing',
    { lines: [aLine('coca-33')], loyalty: { discountCents: 500 } },
    { refusal: 'pricing.discount-too-large' },
  ),
  order(
    'a promotion, then a person, then points, each on what is left',
    {
      lines: [aPizza('reine', { quantity: 2 })],
      couponCodes: ['DIX'],
      manualDiscounts: [{ value: { kind: 'rate', rateBp: 5000 }, reason: 'attente' }],
      loyalty: { discountCents: 500 },
    },
    { totalCents: 571, discounts: ['1 dix 238', '1 manual 1071', '1 loyalty 500'] },
  ),
];

/** Sold before the card became dearer. */
const SOLD: PricedLine = {
  lineId: '1',
  productId: 'reine',
  sizeId: 'm',
  kind: 'pizza',
  name: 'Reine',
  quantity: 2,
  unitPriceCents: 1090,
  grossCents: 2180,
  vatRateBp: 1000,
  changes: [],
  sizeLetter: 'M',
  basePriceCents: 1090,
};
const CAN: PricedLine = {
  lineId: '2',
  productId: 'coca-33',
  sizeId: 'unit',
  kind: 'drink',
  name: 'Coca',
  quantity: 1,
  unitPriceCents: 190,
  grossCents: 190,
  vatRateBp: 550,
  changes: [],
};

const KEPT: readonly PricingFixture[] = [
  order(
    'a line that stays keeps its price, a new one has the price of today',
    {
      lines: [aPizza('reine', { lineId: '1', quantity: 3 }), aPizza('reine', { lineId: 'n' })],
      keptLines: [SOLD],
    },
    { totalCents: 4460, lines: ['3 × Reine M à 1090 = 3270', '1 × Reine M à 1190 = 1190'] },
  ),
  order(
    'a line that is changed has the price of today',
    {
      lines: [aPizza('reine', { lineId: '1', changes: [change('add', 'olives')] })],
      keptLines: [SOLD],
    },
    { totalCents: 1290 },
  ),
  order(
    'a price that a person set stays',
    {
      lines: [aPizza('reine', { lineId: '1', quantity: 2 })],
      keptLines: [
        {
          ...SOLD,
          unitPriceCents: 500,
          grossCents: 1000,
          override: { kind: 'price', menuPriceCents: 1090, reason: 'geste' },
        },
      ],
    },
    { totalCents: 1000 },
  ),
  order(
    'a discount by hand stays in proportion, promotions are found afresh',
    {
      lines: [aPizza('reine', { lineId: '1', quantity: 1 })],
      keptLines: [
        {
          ...SOLD,
          grossCents: 1780,
          discounts: [
            { source: 'promotion', id: 'old', name: 'old', cents: 100 },
            { source: 'manual', id: 'manual', name: 'geste', cents: 300 },
          ],
        },
      ],
    },
    { totalCents: 940, discounts: ['1 manual 150'] },
  ),
  order(
    'points already spent stay spent',
    {
      lines: [aPizza('reine', { lineId: '1', quantity: 2 })],
      keptLines: [
        {
          ...SOLD,
          grossCents: 1680,
          discounts: [{ source: 'loyalty', id: 'loyalty', name: 'Fidélité', cents: 500 }],
        },
      ],
    },
    { totalCents: 1680, discounts: ['1 loyalty 500'] },
  ),
  order(
    'an order that stays on site after all bears the rates of a meal',
    {
      lines: [aPizza('reine', { lineId: '1', quantity: 2 }), aLine('coca-33', { lineId: '2' })],
      keptLines: [SOLD, CAN],
      keptMode: 'take-away',
      mode: 'on-site',
    },
    { totalCents: 2370, vat: ['1000: 2370 = 2155 + 215'] },
  ),
];

/** Orders of several lines: deals, prices set by a person, orders being edited. */
export const ORDER_FIXTURES: readonly PricingFixture[] = [...DEALS, ...BY_HAND, ...KEPT];
