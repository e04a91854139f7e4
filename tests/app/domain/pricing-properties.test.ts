import fc from 'fast-check';
import { expect, test } from 'vitest';

import { demonstrationMenu } from '#app/demonstration/menu.ts';
import type { Mode } from '#app/domain/menu.ts';
import { type PricedCart, priceCart } from '#app/domain/pricing.ts';
import { refundOf } from '#app/domain/pricing/refund.ts';
import type { Territory } from '#app/domain/vat.ts';

const TICKETS_PER_SEED = 1000;
const SEEDS = 100;
const MODES: readonly Mode[] = ['take-away', 'delivery', 'on-site'];
const TERRITORIES: readonly Territory[] = ['mainland', 'corsica', 'reunion', 'mayotte'];

/** Numbers that look like chance and come back with the seed (Lehmer, Park and Miller 1988). */
function dice(seed: number): (sides: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

function pick<Item>(items: readonly Item[], roll: (sides: number) => number): Item {
  const item = items[roll(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** A ticket of the whole menu, half of them with a discount, a third with a delivery fee. */
function randomTicket(roll: (sides: number) => number): PricedCart & { readonly expected: number } {
  const lines = Array.from({ length: 1 + roll(8) }, () => {
    const product = pick(demonstrationMenu.products, roll);
    const { sizeId } = pick(product.variants, roll);
    return { productId: product.id, sizeId, quantity: 1 + roll(4), changes: [] };
  });
  const cart = {
    menu: demonstrationMenu,
    mode: pick(MODES, roll),
    territory: pick(TERRITORIES, roll),
    date: '2026-11-22',
    lines,
  };
  const full = priceCart(cart);
  if (!full.ok) throw new Error(full.refusal.code);
  const discountCents = roll(2) === 0 ? roll(full.value.totalCents + 1) : 0;
  const cents = roll(3) === 0 ? roll(500) : 0;
  const policy = roll(2) === 0 ? 'accessory' : 'standard';
  const outcome = priceCart({ ...cart, discountCents, deliveryFee: { cents, policy } });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return { ...outcome.value, expected: full.value.totalCents - discountCents + cents };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Plain comparisons: an `expect` each would take minutes on this many tickets. */
function faultOf(ticket: ReturnType<typeof randomTicket>): string | undefined {
  const { lines, feeParts = [], vat, totalCents, netCents, vatCents, expected } = ticket;
  if (totalCents !== expected) return 'the total is not prices − discount + fee';
  if (sum(vat.map((amount) => amount.grossCents)) !== totalCents)
    return 'rates do not make the total';
  if (sum(vat.map((amount) => amount.vatCents)) !== vatCents) return 'rates do not make the VAT';
  if (netCents + vatCents !== totalCents) return 'net and VAT do not make the total';
  if (vat.some((amount) => amount.netCents + amount.vatCents !== amount.grossCents))
    return 'a rate does not add up';
  if ([...lines, ...feeParts].some((line) => line.grossCents < 0)) return 'a line is negative';
  return undefined;
}

test('on 100 000 tickets at random, the rates make the total to the cent (R-VAT-04)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_147_483_645 }), (seed) => {
      const roll = dice(seed);
      for (let ticket = 0; ticket < TICKETS_PER_SEED; ticket += 1) {
        expect(faultOf(randomTicket(roll))).toBeUndefined();
      }
    }),
    { numRuns: SEEDS },
  );
});

test('a ticket given back in pieces gives back exactly what it bore, however it is cut (R-FISC-17)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_147_483_645 }), (seed) => {
      const roll = dice(seed);
      const { lines, feeParts = [], totalCents, vatCents } = randomTicket(roll);
      let kept = [...lines, ...feeParts];
      const pieces = [];
      while (kept.length > 0) {
        const size = 1 + roll(kept.length);
        pieces.push(refundOf(kept.slice(0, size), kept.slice(size)));
        kept = kept.slice(size);
      }
      expect(sum(pieces.map((piece) => piece.totalCents)) + totalCents).toBe(0);
      expect(sum(pieces.map((piece) => piece.vatCents)) + vatCents).toBe(0);
    }),
    { numRuns: 1000 },
  );
});
