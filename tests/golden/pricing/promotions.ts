import type { LocalMoment } from '#app/domain/menu/period.ts';
import { aLine } from '#tests/world/menu.ts';

import { aPizza } from './articles.ts';
import type { Expected, FixtureCart, PricingFixture } from './fixture.ts';
import { CARD } from './menus.ts';

function given(name: string, cart: FixtureCart, gives: Expected): PricingFixture {
  return { name, menu: CARD, cart, gives };
}

const REINES = (quantity: number) => [aPizza('reine', { quantity })];
const THREE = [aPizza('truffe'), aPizza('quatre-fromages'), aPizza('reine')];

const ARTICLES: readonly PricingFixture[] = [
  given(
    'the second pizza at 5 €, the cheaper one',
    { lines: [aPizza('truffe'), aPizza('reine')], couponCodes: ['DEUX5'] },
    { totalCents: 1990, discounts: ['2 deux5 690'] },
  ),
  given(
    'of three pizzas one is a second',
    { lines: THREE, couponCodes: ['DEUX5'] },
    { totalCents: 3180, discounts: ['2 deux5 790'] },
  ),
  given(
    'of four on one line two are seconds',
    { lines: REINES(4), couponCodes: ['DEUX5'] },
    { totalCents: 3380, discounts: ['1 deux5 1380'] },
  ),
  given(
    'at most one second where the coupon says so',
    { lines: REINES(4), couponCodes: ['PREMIER'] },
    { totalCents: 4070, discounts: ['1 premier 690'] },
  ),
  given(
    'the second at half price',
    { lines: [aPizza('reine'), aPizza('quatre-fromages')], couponCodes: ['MOITIE'] },
    { totalCents: 1885, discounts: ['1 moitie 595'] },
  ),
  given(
    'three desserts for two, the cheapest free',
    {
      lines: [aLine('tiramisu'), aLine('panna-cotta'), aLine('cookie')],
      couponCodes: ['DESSERT'],
    },
    { totalCents: 840, discounts: ['3 dessert 250'] },
  ),
  given(
    'six desserts for four, dearest first',
    {
      lines: [aLine('tiramisu', { quantity: 4 }), aLine('cookie', { quantity: 2 })],
      couponCodes: ['DESSERT'],
    },
    { totalCents: 1600, discounts: ['1 dessert 450', '2 dessert 250'] },
  ),
  given(
    'two desserts are not three',
    { lines: [aLine('tiramisu', { quantity: 2 })], couponCodes: ['DESSERT'] },
    { totalCents: 900, discounts: [], unused: ['DESSERT no-article'] },
  ),
  given(
    'an article given once is not counted again',
    { lines: THREE, couponCodes: ['TROIS', 'DEUX5'] },
    { totalCents: 3180, discounts: ['2 deux5 790'], unused: ['TROIS not-combined'] },
  ),
  given(
    'an article in a deal is given by no promotion',
    {
      lines: [
        aPizza('reine', {
          sizeId: 'p',
          deal: { instance: 'a', dealId: 'midi', slotId: 'pizza' },
        }),
        aLine('coca-33', { deal: { instance: 'a', dealId: 'midi', slotId: 'boisson' } }),
        aLine('tiramisu', { deal: { instance: 'a', dealId: 'midi', slotId: 'dessert' } }),
        aPizza('reine'),
      ],
      couponCodes: ['DEUX5'],
    },
    { totalCents: 2380, unused: ['DEUX5 no-article'] },
  ),
];

const TOGETHER: readonly PricingFixture[] = [
  given(
    'ten per cent of everything',
    { lines: [aPizza('reine'), aLine('coca-33'), aLine('1664-33')], couponCodes: ['DIX'] },
    { totalCents: 1566, discounts: ['1 dix 119', '2 dix 20', '3 dix 35'] },
  ),
  given(
    'an amount above the minimum',
    { lines: REINES(2), couponCodes: ['CINQ'] },
    { totalCents: 1880, discounts: ['1 cinq 500'] },
  ),
  given(
    'an amount below the minimum',
    { lines: REINES(1), couponCodes: ['CINQ'] },
    { totalCents: 1190, unused: ['CINQ too-little'] },
  ),
  given(
    'an amount above the price takes all of it, not more',
    { lines: REINES(1), couponCodes: ['CINQUANTE'] },
    { totalCents: 0, discounts: ['1 cinquante 1190'], vat: ['1000: 0 = 0 + 0'] },
  ),
  given(
    'a rate, then an amount on what is left',
    { lines: REINES(2), couponCodes: ['CINQ', 'DIX'] },
    { totalCents: 1642, discounts: ['1 dix 238', '1 cinq 500'] },
  ),
  given(
    'the same in whatever order the codes are typed',
    { lines: REINES(2), couponCodes: ['DIX', 'CINQ'] },
    { totalCents: 1642, discounts: ['1 dix 238', '1 cinq 500'] },
  ),
  given(
    'a second pizza, then a rate on what is left',
    { lines: REINES(2), couponCodes: ['DIX', 'DEUX5'] },
    { totalCents: 1521, discounts: ['1 deux5 690', '1 dix 169'] },
  ),
  given(
    'an exclusive one alone where it is better',
    { lines: REINES(2), couponCodes: ['VINGT', 'DIX'] },
    { totalCents: 1904, discounts: ['1 vingt 476'], unused: ['DIX not-combined'] },
  ),
  given(
    'the others together where they are better',
    { lines: REINES(2), couponCodes: ['VINGT', 'DIX', 'CINQ'] },
    { totalCents: 1642, unused: ['VINGT not-combined'] },
  ),
  given(
    'of two exclusive ones the better',
    { lines: [aPizza('truffe'), aPizza('margherita')], couponCodes: ['VINGT', 'MOITIE'] },
    {
      totalCents: 1984,
      discounts: ['1 vingt 298', '2 vingt 198'],
      unused: ['MOITIE not-combined'],
    },
  ),
  given(
    'one size only',
    { lines: [aPizza('reine'), aPizza('reine', { sizeId: 'g' })], couponCodes: ['GRANDE'] },
    { totalCents: 2711, discounts: ['2 grande 169'] },
  ),
  given(
    'half a Reine is no Reine',
    {
      lines: [
        aPizza('reine', {
          parts: [
            { productId: 'reine', quarters: 2, changes: [] },
            { productId: 'quatre-fromages', quarters: 2, changes: [] },
          ],
        }),
      ],
      couponCodes: ['REINE'],
    },
    { totalCents: 1290, unused: ['REINE no-article'] },
  ),
];

const moment = (date: string, time: string, weekday: number): LocalMoment => ({
  date,
  time,
  weekday,
});
const reine = REINES(1);

const CODES: readonly PricingFixture[] = [
  given(
    'a code as people type it',
    { lines: reine, couponCodes: [' dix '] },
    { totalCents: 1071, unused: [] },
  ),
  given(
    'a code nobody knows',
    { lines: reine, couponCodes: ['NUL'] },
    { totalCents: 1190, unused: ['NUL unknown'] },
  ),
  given(
    'two codes of one promotion count once',
    { lines: REINES(2), couponCodes: ['PREMIER', 'PREMIERE'] },
    { totalCents: 1690, unused: ['PREMIERE used-up'] },
  ),
  given(
    'a code of the web at the counter',
    { lines: reine, couponCodes: ['WEB'] },
    { totalCents: 1190, unused: ['WEB not-here'] },
  ),
  given(
    'a code of the web on the web',
    { lines: reine, couponCodes: ['WEB'], channel: 'web' },
    { totalCents: 1071 },
  ),
  given(
    'a code for deliveries',
    { lines: reine, couponCodes: ['LIVRE'], mode: 'delivery' },
    { totalCents: 1071 },
  ),
  given(
    'a code of another store',
    { lines: reine, couponCodes: ['BRON'] },
    { totalCents: 1190, unused: ['BRON not-here'] },
  ),
  given(
    'a code of this store',
    { lines: reine, couponCodes: ['BRON'], storeId: 'bron' },
    { totalCents: 1071 },
  ),
  given(
    'before its dates',
    { lines: reine, couponCodes: ['NOEL'], at: moment('2026-12-19', '19:00', 6) },
    { totalCents: 1190, unused: ['NOEL not-now'] },
  ),
  given(
    'within its dates',
    { lines: reine, couponCodes: ['NOEL'], at: moment('2026-12-25', '19:00', 5) },
    { totalCents: 1071 },
  ),
  given(
    'after its dates',
    { lines: reine, couponCodes: ['NOEL'], at: moment('2026-12-26', '19:00', 6) },
    { totalCents: 1190, unused: ['NOEL expired'] },
  ),
  given(
    'Friday night goes on until two on Saturday',
    { lines: reine, couponCodes: ['NUIT'], at: moment('2026-11-21', '01:59', 6) },
    { totalCents: 1071 },
  ),
  given(
    'Thursday night does not',
    { lines: reine, couponCodes: ['NUIT'], at: moment('2026-11-20', '01:00', 5) },
    { totalCents: 1190, unused: ['NUIT not-now'] },
  ),
  given(
    'used by this customer before',
    { lines: reine, couponCodes: ['UNEFOIS'], uses: { total: 1, byCustomer: 1 } },
    { totalCents: 1190, unused: ['UNEFOIS used-up'] },
  ),
  given(
    'used by others before',
    { lines: reine, couponCodes: ['UNEFOIS'], uses: { total: 50, byCustomer: 0 } },
    { totalCents: 1071 },
  ),
  given(
    'the last but one of a hundred',
    { lines: reine, couponCodes: ['CENT'], uses: { total: 99, byCustomer: 0 } },
    { totalCents: 1071 },
  ),
  given(
    'all hundred are gone',
    { lines: reine, couponCodes: ['CENT'], uses: { total: 100, byCustomer: 0 } },
    { totalCents: 1190, unused: ['CENT used-up'] },
  ),
];

/** Promotions and their codes. */
export const PROMOTION_FIXTURES: readonly PricingFixture[] = [...ARTICLES, ...TOGETHER, ...CODES];
