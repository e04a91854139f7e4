import { describe, expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import { demonstrationPrices } from '#app/demonstration/store-prices.ts';
import { demonstrationStores } from '#app/demonstration/stores.ts';
import { allergensOf, tracesOf } from '#app/domain/menu/allergens.ts';
import { availability } from '#app/domain/menu/availability.ts';
import { storeMenu } from '#app/domain/menu/store-menu.ts';
import { UNIT_SIZE } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';
import { priceCart } from '#app/domain/pricing.ts';

const pizzas = menu.products.filter(({ kind }) => kind === 'pizza');

function repeated(words: readonly string[]): string[] {
  return words.filter((word, place) => words.indexOf(word) !== place);
}

describe('doughs, options, deals and promotions', () => {
  const sale = { menu, mode: 'take-away', territory: 'mainland', date: '2026-11-22' } as const;

  test('a dough without gluten says that there may be traces of it', () => {
    const asked = { menu, productId: 'jardin-vegan', sizeId: 'm', doughId: 'sans-gluten' };
    expect(allergensOf(asked)).toEqual(['soya', 'sulphites']);
    expect(tracesOf(asked)).toEqual(['gluten']);
    expect(menu.doughs.find(({ id }) => id === 'sans-gluten')?.name).toContain('traces');
  });

  test('every pizza may be a half but the calzone, which is folded', () => {
    const whole = pizzas.filter(({ isSplittable }) => isSplittable !== true).map(({ id }) => id);
    expect(whole).toEqual(['calzone']);
  });

  test('what doughs, options, deals and restrictions name is on the menu', () => {
    const { ingredients, products, optionGroups, doughs } = indexOf(menu);
    expect(menu.doughs.filter(({ ingredientId }) => !ingredients.has(ingredientId))).toEqual([]);
    for (const product of menu.products) {
      const { optionGroupIds = [], doughIds = [] } = product;
      expect(
        optionGroupIds.every((groupId) => optionGroups.has(groupId)),
        product.id,
      ).toBe(true);
      expect(
        doughIds.every((doughId) => doughs.has(doughId)),
        product.id,
      ).toBe(true);
    }
    for (const { id, slots } of menu.deals) {
      for (const { choices } of slots) {
        expect(choices.length, id).toBeGreaterThan(0);
        for (const { productId, sizeId } of choices) {
          const variants = products.get(productId)?.variants;
          expect(variants?.has(sizeId ?? UNIT_SIZE), `${id}: ${productId}`).toBe(true);
        }
      }
    }
    for (const { target } of menu.restrictions) {
      const isKnown =
        target.kind === 'product'
          ? products.has(target.productId)
          : menu.deals.some(({ id }) => target.kind === 'deal' && id === target.dealId);
      expect(isKnown, JSON.stringify(target)).toBe(true);
    }
  });

  test('no code of a dough, a deal or an option is taken for another of its kind', () => {
    for (const items of [menu.doughs, menu.deals, ...menu.optionGroups.map((one) => one.options)]) {
      expect(repeated(items.map(({ code }) => code))).toEqual([]);
      expect(repeated(items.map(({ id }) => id))).toEqual([]);
    }
    const codes = new Set(menu.products.map(({ code }) => code));
    expect(menu.deals.filter(({ code }) => codes.has(code))).toEqual([]);
  });

  test('a deal of what most people take costs a tenth less than its parts, at least', () => {
    const usual = ['reine', 'coca-33', 'coca-150', 'tiramisu'];
    for (const deal of menu.deals) {
      const sum = deal.slots.reduce((total, { choices }) => {
        const choice = choices.find(({ productId }) => usual.includes(productId));
        const variants = indexOf(menu).products.get(choice?.productId ?? '')?.variants;
        return total + (variants?.get(choice?.sizeId ?? UNIT_SIZE)?.priceCents ?? 0);
      }, 0);
      expect(10 * deal.priceCents, deal.id).toBeLessThanOrEqual(9 * sum);
    }
  });

  test('without a code, at the counter of Lyon 3, nothing is cheaper than on the card', () => {
    for (const mode of ['take-away', 'delivery', 'on-site'] as const) {
      const lines = menu.products.map(({ id, variants }) => ({
        productId: id,
        sizeId: variants[0]?.sizeId ?? '',
        quantity: 3,
        changes: [],
      }));
      const cart = priceCart({ ...sale, mode, storeId: 'lyon-3', lines });
      expect(cart.ok && cart.value.lines.filter((line) => line.discounts)).toEqual([]);
    }
  });

  test('the second pizza at 5 € is given in Bron on a Tuesday, to take away', () => {
    const lines = [{ productId: 'reine', sizeId: 'm', quantity: 2, changes: [] }];
    const at = { date: '2026-11-24', time: '19:30', weekday: 2 };
    const cart = priceCart({ ...sale, storeId: 'bron', at, lines });
    expect(cart).toMatchObject({ ok: true, value: { totalCents: 1690 } });
  });

  test('BIENVENUE takes 5 € off an order of 20 €', () => {
    const lines = [{ productId: 'reine', sizeId: 'm', quantity: 2, changes: [] }];
    const cart = priceCart({ ...sale, couponCodes: ['bienvenue'], lines });
    expect(cart).toMatchObject({ ok: true, value: { totalCents: 1880 } });
  });

  test('beer is sold on the web until ten in the evening, and at the counter after it', () => {
    const sold = (channel: 'web' | 'counter', time: string) =>
      availability({
        menu,
        channel,
        mode: 'delivery',
        storeId: 'lyon-3',
        at: { date: '2026-11-24', time, weekday: 2 },
        soldOuts: [],
      }).product('1664-33');
    expect(sold('web', '21:59')).toBe('available');
    expect(sold('web', '22:00')).toEqual({ why: 'not-now' });
    expect(sold('counter', '22:30')).toBe('available');
  });

  test('prices of single stores are of what is on the menu, in sizes that it has', () => {
    const { products, ingredients, deals } = indexOf(menu);
    for (const [storeId, prices] of Object.entries(demonstrationPrices)) {
      expect(demonstrationStores.map(({ id }) => id)).toContain(storeId);
      for (const [productId, bySize] of Object.entries(prices.variants ?? {})) {
        for (const sizeId of Object.keys(bySize)) {
          expect(products.get(productId)?.variants.has(sizeId), productId).toBe(true);
        }
      }
      expect(Object.keys(prices.deals ?? {}).every((id) => deals.has(id))).toBe(true);
      expect(Object.keys(prices.ingredients ?? {}).every((id) => ingredients.has(id))).toBe(true);
      expect(storeMenu(menu, storeId, prices).version).not.toBe(menu.version);
    }
  });
});
