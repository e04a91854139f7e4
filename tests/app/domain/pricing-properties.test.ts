import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type Cart, type PricedCart, priceCart } from '#app/domain/pricing.ts';
import { refundLines, refundOf } from '#app/domain/pricing/refund.ts';
import { AVERAGE, CARD, SHARES } from '#tests/golden/pricing/menus.ts';
import { cartOfChance, dice, pick, type Roll, shuffled } from '#tests/world/carts-of-chance.ts';

const TICKETS_PER_SEED = 1000;
const SEEDS = 100;
const MENUS = [CARD, AVERAGE, SHARES] as const;
const seeds = fc.integer({ min: 0, max: 2_147_483_645 });

function priced(cart: Cart): PricedCart {
  const outcome = priceCart(cart);
  if (!outcome.ok) throw new Error(`${outcome.refusal.code} ${JSON.stringify(cart.lines)}`);
  return outcome.value;
}

const ticketOfChance = (roll: Roll) => priced(cartOfChance(pick(MENUS, roll), roll));

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Plain comparisons: an `expect` each would take minutes on this many tickets. */
function faultOf({ lines, feeParts = [], vat, totalCents, netCents, vatCents }: PricedCart) {
  if (sum([...lines, ...feeParts].map((line) => line.grossCents)) !== totalCents)
    return 'lines and fee do not make the total';
  if (sum(vat.map((amount) => amount.grossCents)) !== totalCents)
    return 'rates do not make the total';
  if (sum(vat.map((amount) => amount.vatCents)) !== vatCents) return 'rates do not make the VAT';
  if (netCents + vatCents !== totalCents) return 'net and VAT do not make the total';
  if (vat.some((amount) => amount.netCents + amount.vatCents !== amount.grossCents))
    return 'a rate does not add up';
  for (const { grossCents, unitPriceCents, quantity, discounts = [] } of lines) {
    if (grossCents < 0 || unitPriceCents < 0) return 'a line is negative';
    if (discounts.some(({ cents }) => cents <= 0)) return 'a discount is nothing';
    if (quantity * unitPriceCents - sum(discounts.map(({ cents }) => cents)) !== grossCents)
      return 'a line is not its price less its discounts';
  }
  return feeParts.some((part) => part.grossCents < 0) ? 'a part of the fee is negative' : undefined;
}

test('on 100 000 tickets at random, the rates make the total to the cent (R-VAT-04)', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const roll = dice(seed);
      for (let ticket = 0; ticket < TICKETS_PER_SEED; ticket += 1) {
        expect(faultOf(ticketOfChance(roll))).toBeUndefined();
      }
    }),
    { numRuns: SEEDS },
  );
});

test('the lines of a deal cost the deal and what was added to them, to the cent (R-VAT-06)', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const cart = cartOfChance(CARD, dice(seed));
      const { lines } = priced({ ...cart, couponCodes: [], overrides: [], manualDiscounts: [] });
      const supplements = new Map(
        CARD.deals.flatMap(({ id, slots }) =>
          slots.flatMap((slot) =>
            slot.choices.map(({ productId, supplementCents }) => [
              `${id} ${slot.id} ${productId}`,
              supplementCents,
            ]),
          ),
        ),
      );
      for (const [, together] of Map.groupBy(lines, (line) => line.deal?.instance)) {
        const [deal] = together.map((line) => line.deal);
        if (deal === undefined) continue;
        const added = together.map(
          (line) => supplements.get(`${deal.dealId} ${line.deal?.slotId} ${line.productId}`) ?? 0,
        );
        expect(sum(together.map((line) => line.unitPriceCents))).toBe(
          deal.dealPriceCents + sum(added),
        );
      }
    }),
    { numRuns: 500 },
  );
});

test('promotions give the same to each line in whatever order the menu lists them', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const roll = dice(seed);
      const cart = cartOfChance(CARD, roll);
      const promotions = shuffled(CARD.promotions, roll);
      const couponCodes = shuffled(cart.couponCodes ?? [], roll);
      const other = priced({ ...cart, couponCodes, menu: { ...CARD, promotions } });
      expect(other.lines).toEqual(priced(cart).lines);
    }),
    { numRuns: 1000 },
  );
});

test('a pizza of several parts costs the same in whatever order they are named', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(...MENUS), (seed, menu) => {
      const roll = dice(seed);
      const cart = cartOfChance(menu, roll);
      const lines = cart.lines.map((line) => {
        if (line.parts === undefined) return line;
        const parts = shuffled(line.parts, roll);
        return { ...line, parts, productId: parts[0]?.productId ?? '' };
      });
      expect(priced({ ...cart, lines }).totalCents).toBe(priced(cart).totalCents);
    }),
    { numRuns: 1000 },
  );
});

test('a ticket given back in pieces gives back exactly what it bore, however it is cut (R-FISC-17)', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const roll = dice(seed);
      const { lines, feeParts = [], totalCents, vatCents } = ticketOfChance(roll);
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

test('all articles given back one at a time, in any order, give back every line to the cent (E11)', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const roll = dice(seed);
      const { lines } = ticketOfChance(roll);
      const articles = shuffled(
        lines.flatMap(({ lineId = '', quantity }) =>
          Array.from({ length: quantity }, () => ({ lineId, quantity: 1 })),
        ),
        roll,
      );
      const given = articles.flatMap((article, place) =>
        refundLines(lines, articles.slice(0, place), [article]),
      );
      expect(given.every(({ grossCents }) => grossCents >= 0)).toBe(true);
      for (const { lineId, grossCents } of lines) {
        const ofLine = given.filter((one) => one.lineId === lineId);
        expect(sum(ofLine.map((one) => one.grossCents))).toBe(grossCents);
      }
    }),
    { numRuns: 1000 },
  );
});
