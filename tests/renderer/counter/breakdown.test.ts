import { describe, expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import type { CartLine } from '#app/domain/order/events.ts';
import { priceCart } from '#app/domain/pricing.ts';
import type { Cart } from '#app/domain/pricing/cart.ts';
import { assert } from '#app/lib/assert.ts';
import {
  discountTotals,
  whyLine,
  whyTotal,
  type WhyRow,
} from '#renderer/counter/price/breakdown.ts';
import { priceText } from '#renderer/counter/price/text.ts';

const text = priceText.fr;
const reine: CartLine = { lineId: '1', productId: 'reine', sizeId: 'm', quantity: 1, changes: [] };

function priced(lines: readonly CartLine[], more: Partial<Cart> = {}) {
  const result = priceCart({
    menu,
    mode: 'take-away',
    territory: 'mainland',
    date: '2026-11-22',
    lines,
    ...more,
  });
  assert(result.ok, 'the cart can be priced');
  return { ...result.value, nonSaleCents: 0 };
}
/** What the rows that are added make, up to the last sum. */
const added = (rows: readonly WhyRow[]) =>
  rows.filter(({ look }) => look === undefined).reduce((sum, { cents = 0 }) => sum + cents, 0);

describe('« Pourquoi ce prix ? »', () => {
  test('the rows of a line make its price', () => {
    const [line] = priced([
      { ...reine, changes: [{ ingredientId: 'olives', action: 'add' }], doughId: 'fine' },
    ]).lines;
    assert(line !== undefined, 'one line');
    expect(added(whyLine(line, text))).toBe(line.grossCents);
  });

  test('halves say what each would cost, and by which rule they are priced', () => {
    const parts = ['reine', 'parma'].map((productId) => ({ productId, quarters: 2, changes: [] }));
    const [line] = priced([{ ...reine, parts }]).lines;
    assert(line !== undefined, 'one line');
    const rows = whyLine(line, text);
    expect(rows.filter(({ look }) => look === 'quiet')).toHaveLength(2);
    expect(rows.map(({ words }) => words)).toContain(text.policy[menu.parts.policy]);
    expect(added(rows)).toBe(line.grossCents);
  });

  test('a price set by hand says what it would have been, and why it is not', () => {
    const override = { kind: 'price', lineId: '1', unitPriceCents: 900, reason: 'retard' } as const;
    const [line] = priced([reine], { overrides: [override] }).lines;
    assert(line !== undefined, 'one line');
    expect(whyLine(line, text).map(({ cents }) => cents)).toEqual([1190, 900, 900]);
  });

  test('the rows of the total make the total, every discount by its name', () => {
    const discount = { value: { kind: 'rate', rateBp: 1000 }, reason: 'geste' } as const;
    const order = priced([{ ...reine, quantity: 3 }], { manualDiscounts: [discount] });
    expect(added(whyTotal(order, text))).toBe(order.totalCents);
    expect(discountTotals(order.lines).length).toBeGreaterThan(0);
  });
});
