import { describe, expect, test } from 'vitest';

import { askedOf, tenderedFor } from '#renderer/counter/payment/choice/asked.ts';
import { equalSplit, partOf, toggledLine, WHOLE } from '#renderer/counter/payment/split/split.ts';

const lines = [
  { lineId: '1', leftCents: 1190 },
  { lineId: '2', leftCents: 900 },
  { lineId: '3', leftCents: 200 },
];

describe('a bill that is split', () => {
  test('between three is paid in parts that add up to it, the larger ones first', () => {
    const split = equalSplit(2_000, 3);
    expect(partOf(split, 2_000, lines)).toEqual({ cents: 667, share: { place: 1, count: 3 } });
    expect(partOf(split, 1_333, lines)).toEqual({ cents: 667, share: { place: 2, count: 3 } });
    expect(partOf(split, 666, lines)).toEqual({ cents: 666, share: { place: 3, count: 3 } });
  });

  test('waits for the rest of a share that was paid in part', () => {
    const split = equalSplit(2_000, 2);
    expect(partOf(split, 1_500, lines)).toEqual({ cents: 500, share: { place: 1, count: 2 } });
  });

  test('by lines asks for what these lines cost, never more than is due', () => {
    const split = toggledLine(toggledLine(WHOLE, '1'), '3');
    expect(partOf(split, 2_290, lines)).toEqual({ cents: 1390, lineIds: ['1', '3'] });
    expect(partOf(split, 1_000, lines).cents).toBe(1_000);
  });

  test('is whole again once the chosen lines are paid', () => {
    const split = toggledLine(WHOLE, '1');
    expect(partOf(split, 1_100, lines.slice(1))).toEqual({ cents: 1_100 });
  });

  test('is whole again when the last chosen line is pressed again', () => {
    expect(toggledLine(toggledLine(WHOLE, '2'), '2')).toEqual(WHOLE);
  });
});

describe('an amount typed on the pad', () => {
  test('below what is due is a part of it', () => {
    expect(askedOf({ cents: 2_580 }, 1_000)).toEqual({
      cents: 1_000,
      part: { amountCents: 1_000 },
    });
  });

  test('above what is due is what the customer hands over', () => {
    const asked = askedOf({ cents: 2_580 }, 5_000);
    expect(asked).toEqual({ cents: 2_580, part: {} });
    expect(tenderedFor(asked, 5_000)).toBe(5_000);
    expect(tenderedFor(asked, 0)).toBe(2_580);
  });

  test('of a share is its amount, of chosen lines their names', () => {
    expect(askedOf({ cents: 667, share: { place: 1, count: 3 } }, 0).part).toEqual({
      amountCents: 667,
    });
    expect(askedOf({ cents: 1_190, lineIds: ['1'] }, 0).part).toEqual({ lineIds: ['1'] });
  });
});
