import type { CartLine } from '#app/domain/order/events.ts';
import { aLine } from '#tests/world/menu.ts';

import type { Expected, FixtureCart, PricingFixture } from './fixture.ts';
import { EXAMPLES } from './menus.ts';

function example(name: string, cart: FixtureCart, gives: Expected): PricingFixture {
  return { name, menu: EXAMPLES, cart, gives };
}

/** E2: 12,50 + 2,00 + 3,50. */
const BASKET = [aLine('pizza-1250'), aLine('canette-200'), aLine('biere-350')];

/** One of each, as one deal. */
function inDeal(dealId: string, ...productIds: string[]): CartLine[] {
  return productIds.map((productId) =>
    aLine(productId, { deal: { instance: 'a', dealId, slotId: productId } }),
  );
}

/** The worked examples of the French rules that concern prices and VAT (R-VAT-01 to R-VAT-11). */
export const EXAMPLE_FIXTURES: readonly PricingFixture[] = [
  example(
    'E1: a pizza to take away at 9,90',
    { lines: [aLine('pizza-990')] },
    { totalCents: 990, vat: ['1000: 990 = 900 + 90'] },
  ),
  example(
    'E2: a pizza, a can and a beer to take away bear three rates',
    { lines: BASKET },
    {
      totalCents: 1800,
      vat: ['550: 200 = 190 + 10', '1000: 1250 = 1136 + 114', '2000: 350 = 292 + 58'],
    },
  ),
  example(
    'E3: the same on site, at the same price',
    { lines: BASKET, mode: 'on-site' },
    { totalCents: 1800, vat: ['1000: 1450 = 1318 + 132', '2000: 350 = 292 + 58'] },
  ),
  example(
    'E2 delivered bears the rates of what is taken away',
    { lines: BASKET, mode: 'delivery' },
    {
      totalCents: 1800,
      vat: ['550: 200 = 190 + 10', '1000: 1250 = 1136 + 114', '2000: 350 = 292 + 58'],
    },
  ),
  example(
    'E4: half a cent of VAT is rounded up',
    { lines: [aLine('biere-351')] },
    { totalCents: 351, vat: ['2000: 351 = 292 + 59'] },
  ),
  example(
    'E5: VAT is found per ticket, never per line',
    { lines: Array.from({ length: 7 }, () => aLine('pot-160')) },
    { totalCents: 1120, vat: ['1000: 1120 = 1018 + 102'] },
  ),
  example(
    'E5 on one line of seven',
    { lines: [aLine('pot-160', { quantity: 7 })] },
    { totalCents: 1120, vat: ['1000: 1120 = 1018 + 102'] },
  ),
  example(
    'E6: 15 % off, the first line winning the tie',
    { lines: BASKET, couponCodes: ['QUINZE'] },
    {
      totalCents: 1530,
      discounts: ['1 quinze 188', '2 quinze 30', '3 quinze 52'],
      vat: ['550: 170 = 161 + 9', '1000: 1062 = 965 + 97', '2000: 298 = 248 + 50'],
    },
  ),
  example(
    'E6 given by hand',
    {
      lines: BASKET,
      manualDiscounts: [{ value: { kind: 'rate', rateBp: 1500 }, reason: 'geste' }],
    },
    {
      totalCents: 1530,
      discounts: ['1 manual 188', '2 manual 30', '3 manual 52'],
      vat: ['550: 170 = 161 + 9', '1000: 1062 = 965 + 97', '2000: 298 = 248 + 50'],
    },
  ),
  example(
    'E7: a coupon of 5,00 over three pizzas and a can',
    {
      lines: ['pizza-1190', 'pizza-1390', 'pizza-990', 'canette-220'].map((id) => aLine(id)),
      couponCodes: ['BON-DE-5'],
    },
    {
      totalCents: 3290,
      discounts: ['1 bon-de-5 157', '2 bon-de-5 183', '3 bon-de-5 131', '4 bon-de-5 29'],
      vat: ['550: 191 = 181 + 10', '1000: 3099 = 2817 + 282'],
    },
  ),
  example(
    'E8: a meal of three to take away, split by the prices of the card',
    { lines: inDeal('e8', 'pizza-1100', 'canette-250', 'glace-350') },
    {
      totalCents: 1490,
      lines: [
        '1 × pizza-1100 à 964 = 964',
        '1 × canette-250 à 219 = 219',
        '1 × glace-350 à 307 = 307',
      ],
      vat: ['550: 219 = 208 + 11', '1000: 1271 = 1155 + 116'],
    },
  ),
  example(
    'E8 in another order of its lines is split the same',
    { lines: inDeal('e8', 'glace-350', 'canette-250', 'pizza-1100') },
    {
      totalCents: 1490,
      lines: [
        '1 × glace-350 à 307 = 307',
        '1 × canette-250 à 219 = 219',
        '1 × pizza-1100 à 964 = 964',
      ],
    },
  ),
  example(
    'E9: a meal with a beer on site',
    { lines: inDeal('e9', 'plat-1500', 'biere-500'), mode: 'on-site' },
    { totalCents: 1800, vat: ['1000: 1350 = 1227 + 123', '2000: 450 = 375 + 75'] },
  ),
  example(
    'E9 at the prices of the card bears the VAT of the card',
    { lines: inDeal('e9-full', 'plat-1500', 'biere-500'), mode: 'on-site' },
    { totalCents: 2000, vat: ['1000: 1500 = 1364 + 136', '2000: 500 = 417 + 83'] },
  ),
  example(
    'E10: a delivery fee follows the goods',
    { lines: BASKET, mode: 'delivery', deliveryFee: { cents: 250, policy: 'accessory' } },
    {
      totalCents: 2050,
      fee: ['1000: 174', '550: 28', '2000: 48'],
      vat: ['550: 228 = 216 + 12', '1000: 1424 = 1295 + 129', '2000: 398 = 332 + 66'],
    },
  ),
  example(
    'E10 where delivery is a service of its own',
    { lines: BASKET, mode: 'delivery', deliveryFee: { cents: 250, policy: 'standard' } },
    { totalCents: 2050, fee: ['2000: 250'] },
  ),
  example(
    'the fee of an order given away stands alone',
    {
      lines: [aLine('pizza-990')],
      overrides: [{ lineId: '1', kind: 'free', reason: 'retard' }],
      deliveryFee: { cents: 250, policy: 'accessory' },
    },
    { totalCents: 250, fee: ['2000: 250'] },
  ),
  example(
    'E11: what is left of E6 without its pizza',
    {
      lines: [aLine('canette-200'), aLine('biere-350')],
      discountCents: 82,
    },
    { totalCents: 468, vat: ['550: 170 = 161 + 9', '2000: 298 = 248 + 50'] },
  ),
  example(
    'E12: a bill of which the beer is not eligible',
    { lines: [aLine('plat-2990'), aLine('biere-350')] },
    { totalCents: 3340, vat: ['1000: 2990 = 2718 + 272', '2000: 350 = 292 + 58'] },
  ),
  example(
    'sweets bear the standard rate once they leave, and that of a meal on site',
    { lines: [aLine('papillotes-390')] },
    { totalCents: 390, vat: ['2000: 390 = 325 + 65'] },
  ),
  example(
    'a can in Corsica',
    { lines: [aLine('canette-200')], territory: 'corsica' },
    { totalCents: 200, vat: ['210: 200 = 196 + 4'] },
  ),
  example(
    'a pizza and a beer in Réunion',
    { lines: [aLine('pizza-1250'), aLine('biere-350')], territory: 'reunion' },
    { totalCents: 1600, vat: ['210: 1250 = 1224 + 26', '850: 350 = 323 + 27'] },
  ),
  example(
    'no VAT in Mayotte',
    { lines: [aLine('biere-350')], territory: 'mayotte' },
    { totalCents: 350, vat: ['0: 350 = 350 + 0'] },
  ),
  example(
    'a ticket of before 2014 keeps the rates of its day',
    { lines: [aLine('pizza-1250')], date: '2013-12-31' },
    { totalCents: 1250, vat: ['700: 1250 = 1168 + 82'] },
  ),
];
