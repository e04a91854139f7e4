import { describe, expect, test } from 'vitest';

import type { PromotionLine } from '#app/domain/promotion/articles.ts';
import { bestPromotions } from '#app/domain/promotion/combine.ts';
import type { Promotion, PromotionBenefit } from '#app/domain/promotion/promotion.ts';

function aPromotion(
  id: string,
  benefit: PromotionBenefit,
  more: Partial<Promotion> = {},
): Promotion {
  return { id, name: id, scope: {}, stacking: 'adds-up', priority: 10, benefit, ...more };
}

function aPromotionLine(unitPriceCents: number, quantity = 1): PromotionLine {
  return {
    products: [{ id: 'reine', categoryId: 'tomate' }],
    kind: 'pizza',
    sizeId: 'm',
    quantity,
    unitPriceCents,
    isInDeal: false,
  };
}

const given = (promotions: readonly Promotion[], ...lines: PromotionLine[]) =>
  bestPromotions(promotions, lines).map(({ promotion, cents }) => [promotion.id, ...cents]);

const rate = (rateBp: number) => ({ kind: 'rate', rateBp }) as const;
const amount = (amountCents: number) => ({ kind: 'amount', amountCents }) as const;
const exclusive = { stacking: 'exclusive' } as const;

describe('promotions that add up', () => {
  test('go by kind, then by priority, then by name, each on what is left', () => {
    const promotions = [
      aPromotion('b', amount(100), { priority: 1 }),
      aPromotion('d', rate(5000)),
      aPromotion('c', rate(5000)),
      aPromotion('e', rate(1000), { priority: 1 }),
    ];
    expect(given(promotions, aPromotionLine(1000))).toEqual([
      ['e', 100],
      ['c', 450],
      ['d', 225],
      ['b', 100],
    ]);
  });

  test('stop where nothing is left', () => {
    const promotions = [aPromotion('a', rate(10_000)), aPromotion('b', amount(500))];
    expect(given(promotions, aPromotionLine(1000))).toEqual([['a', 1000]]);
  });

  test('half a cent is given to the customer', () => {
    expect(given([aPromotion('a', rate(5000))], aPromotionLine(1295))).toEqual([['a', 648]]);
  });
});

describe('an exclusive promotion', () => {
  test('of two that give the same, the one of the smaller name is taken', () => {
    const promotions = [
      aPromotion('b', amount(300), exclusive),
      aPromotion('a', amount(300), exclusive),
    ];
    expect(given(promotions, aPromotionLine(1000))).toEqual([['a', 300]]);
  });

  test('gives way to those that add up to as much', () => {
    const promotions = [aPromotion('a', amount(300), exclusive), aPromotion('b', amount(300))];
    expect(given(promotions, aPromotionLine(1000))).toEqual([['b', 300]]);
  });
});

describe('articles', () => {
  const secondAtFive = { kind: 'nth-price', nth: 2, priceCents: 500 } as const;

  test('cheaper than the price of the second stay as they are', () => {
    expect(given([aPromotion('a', secondAtFive)], aPromotionLine(400, 2))).toEqual([]);
  });

  test('of two at one price the later one is given', () => {
    const lines = [aPromotionLine(1000), aPromotionLine(1000)];
    expect(given([aPromotion('a', secondAtFive)], ...lines)).toEqual([['a', 0, 500]]);
  });

  test('sold in a deal are not counted', () => {
    const inDeal = { ...aPromotionLine(1000), isInDeal: true };
    expect(given([aPromotion('a', secondAtFive)], aPromotionLine(1000), inDeal)).toEqual([]);
  });

  test('five for three: of each five, the two cheapest are free', () => {
    const fiveForThree = { kind: 'take-pay', take: 5, pay: 3 } as const;
    const lines = [aPromotionLine(1000, 3), aPromotionLine(800, 3), aPromotionLine(600, 4)];
    expect(given([aPromotion('a', fiveForThree)], ...lines)).toEqual([['a', 0, 1600, 1200]]);
  });
});
