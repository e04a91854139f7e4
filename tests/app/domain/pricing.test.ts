import { describe, expect, test } from 'vitest';

import { demonstrationMenu } from '#app/demonstration/menu.ts';
import type { CartLine, VatAmount } from '#app/domain/order/events.ts';
import { type Cart, type PricedCart, priceCart } from '#app/domain/pricing.ts';
import { refundOf } from '#app/domain/pricing/refund.ts';
import { aLine, aMenu, aProduct } from '#tests/world/menu.ts';

const PIZZA = aProduct({ id: 'pizza', priceCents: 1250 });
const CAN = aProduct({ id: 'canette', priceCents: 200, vatClass: 'conservable', kind: 'drink' });
const BEER = aProduct({ id: 'biere', priceCents: 350, vatClass: 'alcohol', kind: 'beer' });
/** E2: pizza 12,50, can 2,00, beer 3,50. */
const BASKET = {
  menu: aMenu(PIZZA, CAN, BEER),
  lines: [aLine('pizza'), aLine('canette'), aLine('biere')],
};

const SALE = { mode: 'take-away', territory: 'mainland', date: '2026-11-22' } as const;

function priced(cart: Pick<Cart, 'menu' | 'lines'> & Partial<Cart>): PricedCart {
  const outcome = priceCart({ ...SALE, ...cart });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

/** `rate: gross = net + vat`. */
const written = (vat: readonly VatAmount[]) =>
  vat.map(
    (amount) => `${amount.rateBp}: ${amount.grossCents} = ${amount.netCents} + ${amount.vatCents}`,
  );

describe('the worked examples', () => {
  test('E1: a pizza to take away at 9,90 is 9,00 and 0,90 of VAT (R-VAT-03)', () => {
    const cart = priced({ menu: aMenu(aProduct({ priceCents: 990 })), lines: [aLine('plat')] });
    expect(cart).toMatchObject({ totalCents: 990, netCents: 900, vatCents: 90 });
  });

  test('E2: a pizza, a can and a beer to take away bear three rates (R-VAT-02)', () => {
    const cart = priced(BASKET);
    expect(written(cart.vat)).toEqual([
      '550: 200 = 190 + 10',
      '1000: 1250 = 1136 + 114',
      '2000: 350 = 292 + 58',
    ]);
    expect(cart).toMatchObject({ totalCents: 1800, netCents: 1618, vatCents: 182 });
  });

  test('E3: eaten on site the can bears the rate of a meal, and no price moves (R-VAT-02)', () => {
    const cart = priced({ ...BASKET, mode: 'on-site' });
    expect(written(cart.vat)).toEqual(['1000: 1450 = 1318 + 132', '2000: 350 = 292 + 58']);
    expect(cart).toMatchObject({ totalCents: 1800, netCents: 1610, vatCents: 190 });
  });

  test('E4: a beer of 3,51 holds 0,59, as much as is given back with it (R-VAT-03)', () => {
    const beer = aProduct({ priceCents: 351, vatClass: 'alcohol' });
    const cart = priced({ menu: aMenu(beer), lines: [aLine('plat')] });
    expect(cart.vatCents).toBe(59);
    expect(refundOf(cart.lines)).toMatchObject({ totalCents: -351, netCents: -292, vatCents: -59 });
  });

  test('E5: seven times 1,60 hold 1,02 on the ticket, on one line or on seven (R-VAT-03)', () => {
    const menu = aMenu(aProduct({ priceCents: 160 }));
    const seven = Array.from({ length: 7 }, () => aLine('plat'));
    expect(priced({ menu, lines: seven }).vatCents).toBe(102);
    expect(priced({ menu, lines: [aLine('plat', { quantity: 7 })] }).vatCents).toBe(102);
  });

  test('E6: 15 % off is shared to the cent, the first line winning the tie (R-VAT-05)', () => {
    const cart = priced({ ...BASKET, discountCents: 270 });
    expect(cart.lines.map((line) => line.grossCents)).toEqual([1062, 170, 298]);
    expect(written(cart.vat)).toEqual([
      '550: 170 = 161 + 9',
      '1000: 1062 = 965 + 97',
      '2000: 298 = 248 + 50',
    ]);
    expect(cart).toMatchObject({ totalCents: 1530, netCents: 1374, vatCents: 156 });
  });

  test('E7: a coupon of 5,00 over three pizzas and a can (R-VAT-05)', () => {
    const menu = aMenu(
      aProduct({ id: 'a', priceCents: 1190 }),
      aProduct({ id: 'b', priceCents: 1390 }),
      aProduct({ id: 'c', priceCents: 990 }),
      aProduct({ id: 'd', priceCents: 220, vatClass: 'conservable' }),
    );
    const lines = ['a', 'b', 'c', 'd'].map((id) => aLine(id));
    const cart = priced({ menu, lines, discountCents: 500 });
    expect(cart.lines.map((line) => line.grossCents)).toEqual([1033, 1207, 859, 191]);
    expect(written(cart.vat)).toEqual(['550: 191 = 181 + 10', '1000: 3099 = 2817 + 282']);
    expect(cart).toMatchObject({ totalCents: 3290, vatCents: 292 });
  });

  test('E10: a delivery fee of 2,50 follows the rates of what is delivered (R-VAT-09)', () => {
    const cart = priced({ ...BASKET, deliveryFee: { cents: 250, policy: 'accessory' } });
    expect(cart.feeParts).toEqual([
      { vatRateBp: 1000, grossCents: 174 },
      { vatRateBp: 550, grossCents: 28 },
      { vatRateBp: 2000, grossCents: 48 },
    ]);
    expect(written(cart.vat)).toEqual([
      '550: 228 = 216 + 12',
      '1000: 1424 = 1295 + 129',
      '2000: 398 = 332 + 66',
    ]);
    expect(cart).toMatchObject({ totalCents: 2050, vatCents: 207 });
  });

  test('E11: the pizza of E6 given back, and the rest, add up to E6 again (R-FISC-17)', () => {
    const sold = priced({ ...BASKET, discountCents: 270 });
    const [pizza, ...rest] = sold.lines;
    const refund = refundOf(pizza === undefined ? [] : [pizza], rest);
    expect(refund).toMatchObject({ totalCents: -1062, vatCents: -97 });
    const others = refundOf(rest);
    expect(others).toMatchObject({ totalCents: -468, netCents: -409, vatCents: -59 });
    expect(refund.totalCents + others.totalCents).toBe(-sold.totalCents);
    expect(refund.vatCents + others.vatCents).toBe(-sold.vatCents);
  });
});

describe('fees and refunds beyond the examples', () => {
  test('where the store holds delivery for a service of its own, the fee bears the standard rate (R-VAT-09)', () => {
    const cart = priced({ ...BASKET, deliveryFee: { cents: 250, policy: 'standard' } });
    expect(cart.feeParts).toEqual([{ vatRateBp: 2000, grossCents: 250 }]);
    expect(cart.totalCents).toBe(2050);
  });

  test('the fee of an order given away stands alone, at the standard rate', () => {
    const free = {
      ...BASKET,
      discountCents: 1800,
      deliveryFee: { cents: 250, policy: 'accessory' },
    } as const;
    expect(priced(free).feeParts).toEqual([{ vatRateBp: 2000, grossCents: 250 }]);
  });

  test('no fee leaves no trace', () => {
    const cart = priced({ ...BASKET, deliveryFee: { cents: 0, policy: 'accessory' } });
    expect(cart).not.toHaveProperty('feeParts');
  });

  test('seven pots given back one by one give back exactly the VAT of the ticket (R-FISC-17)', () => {
    const menu = aMenu(aProduct({ priceCents: 160 }));
    const sold = priced({ menu, lines: Array.from({ length: 7 }, () => aLine('plat')) });
    const parts = sold.lines.map((line, place) => refundOf([line], sold.lines.slice(place + 1)));
    expect(parts.reduce((sum, part) => sum + part.vatCents, 0)).toBe(-102);
    expect(parts.reduce((sum, part) => sum + part.netCents, 0)).toBe(-1018);
  });
});

describe('lines of the demonstration menu', () => {
  const menu = demonstrationMenu;
  const reine = (line: Partial<CartLine> = {}) => aLine('reine', { sizeId: 'm', ...line });
  const add = (ingredientId: string) => ({ ingredientId, action: 'add' }) as const;
  const remove = (ingredientId: string) => ({ ingredientId, action: 'remove' }) as const;

  test('the price goes by the size', () => {
    const prices = ['p', 'm', 'g'].map(
      (sizeId) => priced({ menu, lines: [reine({ sizeId })] }).totalCents,
    );
    expect(prices).toEqual([890, 1190, 1690]);
  });

  test('an extra is paid by its class and the size, what is left out is not given back', () => {
    const cart = priced({
      menu,
      lines: [
        reine({ quantity: 2, changes: [remove('oignons'), add('olives')], note: 'bien cuite' }),
      ],
    });
    expect(cart.lines).toEqual([
      {
        lineId: '1',
        productId: 'reine',
        sizeId: 'm',
        sizeLetter: 'M',
        kind: 'pizza',
        name: 'Reine',
        quantity: 2,
        basePriceCents: 1190,
        unitPriceCents: 1290,
        grossCents: 2580,
        vatRateBp: 1000,
        changes: [
          { ingredientId: 'oignons', action: 'remove', name: 'Oignons', priceCents: 0 },
          { ingredientId: 'olives', action: 'add', name: 'Olives noires', priceCents: 100 },
        ],
        note: 'bien cuite',
      },
    ]);
    expect(
      priced({ menu, lines: [reine({ sizeId: 'g', changes: [add('olives')] })] }).totalCents,
    ).toBe(1840);
  });

  test('an ingredient of the recipe may be taken twice', () => {
    expect(priced({ menu, lines: [reine({ changes: [add('mozzarella')] })] }).totalCents).toBe(
      1340,
    );
  });

  test.each<[string, CartLine]>([
    ['pricing.unknown-product', aLine('lasagnes')],
    ['pricing.unknown-size', reine({ sizeId: 'xl' })],
    ['pricing.unknown-size', reine({ sizeId: 'unit' })],
    ['pricing.unknown-ingredient', reine({ changes: [add('caviar')] })],
    ['pricing.unknown-ingredient', reine({ changes: [remove('caviar')] })],
    ['pricing.cannot-add', reine({ changes: [add('pate')] })],
    ['pricing.cannot-add', aLine('coca-33', { changes: [add('olives')] })],
    ['pricing.cannot-remove', reine({ changes: [remove('pate')] })],
    ['pricing.not-in-recipe', reine({ changes: [remove('anchois')] })],
    ['pricing.repeated-change', reine({ changes: [add('olives'), add('olives')] })],
    ['pricing.repeated-change', reine({ changes: [add('oignons'), remove('oignons')] })],
    ['pricing.bad-quantity', reine({ quantity: 0 })],
    ['pricing.bad-quantity', reine({ quantity: 1.5 })],
    ['pricing.bad-quantity', reine({ quantity: 51 })],
  ])('refused with %s, naming the line', (code, line) => {
    expect(priceCart({ ...SALE, menu, lines: [reine(), line] })).toMatchObject({
      ok: false,
      refusal: { code, detail: { line: 1 } },
    });
  });

  test('croutons may be left out of a salad, though nobody puts them on a pizza', () => {
    const salad = aLine('salade-cesar', { changes: [remove('croutons')] });
    expect(priced({ menu, lines: [salad] }).totalCents).toBe(890);
  });
});

describe('a discount', () => {
  test('may take all of the price, not more', () => {
    expect(priced({ ...BASKET, discountCents: 1800 })).toMatchObject({
      totalCents: 0,
      vatCents: 0,
    });
    expect(priceCart({ ...SALE, ...BASKET, discountCents: 1801 })).toMatchObject({
      ok: false,
      refusal: {
        code: 'pricing.discount-too-large',
        detail: { discountCents: 1801, fullCents: 1800 },
      },
    });
  });

  test('is never negative, which would be a surcharge', () => {
    expect(() => priceCart({ ...SALE, ...BASKET, discountCents: -1 })).toThrow('never negative');
  });
});
