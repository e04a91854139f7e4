import { describe, expect, test } from 'vitest';

import type { CartLine } from '#app/domain/order/events.ts';
import {
  articleCount,
  countByProduct,
  type Draft,
  type DraftAction,
  emptyDraft,
  evolveDraft,
  selectedLine,
} from '#renderer/counter/draft/draft.ts';

const reine: CartLine = { productId: 'reine', sizeId: 'm', quantity: 1, changes: [] };
const coca: CartLine = { productId: 'coca', sizeId: 'unit', quantity: 1, changes: [] };
const withoutOnion = { ingredientId: 'oignons', action: 'remove' } as const;
const withOlives = { ingredientId: 'olives', action: 'add' } as const;

const EMPTY = emptyDraft('a');

function after(...actions: readonly DraftAction[]): Draft {
  return actions.reduce(evolveDraft, EMPTY);
}
/** The lines without the names that they bear on the screen. */
function cartLines({ lines }: Draft): CartLine[] {
  return lines.map(({ lineId: _lineId, ...line }) => line);
}
const add = (line: CartLine): DraftAction => ({ type: 'add', line });

describe('lines of the order being taken', () => {
  test('the same product twice is one line of two', () => {
    expect(cartLines(after(add(reine), add(reine)))).toEqual([{ ...reine, quantity: 2 }]);
  });

  test('another size is another line', () => {
    expect(after(add(reine), add({ ...reine, sizeId: 'g' })).lines).toHaveLength(2);
  });

  test('the same changes in another order are the same line', () => {
    const one = { ...reine, changes: [withoutOnion, withOlives] };
    const other = { ...reine, changes: [withOlives, withoutOnion] };
    expect(cartLines(after(add(one), add(other)))).toEqual([{ ...one, quantity: 2 }]);
  });

  test('a line with a note does not merge with one without', () => {
    expect(after(add(reine), add({ ...reine, note: 'bien cuite' })).lines).toHaveLength(2);
  });

  test('no line goes above fifty, however it is reached', () => {
    const many = { ...reine, quantity: 49 };
    expect(after(add(many), add(many)).lines[0]?.quantity).toBe(50);
    const full = after(add({ ...reine, quantity: 50 }), { type: 'change-quantity', by: 1 });
    expect(full.lines[0]?.quantity).toBe(50);
  });

  test('the line touched last is the chosen one', () => {
    const draft = after(add(reine), add(coca), add(reine));
    expect(selectedLine(draft)?.productId).toBe('reine');
  });
});

describe('the chosen line', () => {
  test('an ingredient pressed is left out, pressed again it is back', () => {
    const toggle: DraftAction = { type: 'toggle-change', change: withoutOnion };
    expect(after(add(reine), toggle).lines[0]?.changes).toEqual([withoutOnion]);
    expect(after(add(reine), toggle, toggle).lines[0]?.changes).toEqual([]);
  });

  test('leaving out an ingredient that was added as an extra replaces the extra', () => {
    const draft = after(
      add(reine),
      { type: 'toggle-change', change: { ingredientId: 'oignons', action: 'add' } },
      { type: 'toggle-change', change: withoutOnion },
    );
    expect(draft.lines[0]?.changes).toEqual([withoutOnion]);
  });

  test('a line that becomes like another one joins it', () => {
    const draft = after(add({ ...reine, changes: [withoutOnion] }), add(reine), {
      type: 'toggle-change',
      change: withoutOnion,
    });
    expect(cartLines(draft)).toEqual([{ ...reine, changes: [withoutOnion], quantity: 2 }]);
  });

  test('taking one from a line of one removes it and chooses its neighbour', () => {
    const draft = after(add(reine), add(coca), { type: 'change-quantity', by: -1 });
    expect(cartLines(draft)).toEqual([reine]);
    expect(selectedLine(draft)?.productId).toBe('reine');
  });

  test('the arrows walk the lines and stop at both ends', () => {
    const up: DraftAction = { type: 'select-next', step: -1 };
    const down: DraftAction = { type: 'select-next', step: 1 };
    expect(selectedLine(after(add(reine), add(coca), up, up))?.productId).toBe('reine');
    expect(selectedLine(after(add(reine), add(coca), up, down, down))?.productId).toBe('coca');
  });

  test('without a chosen line, keys on a line do nothing', () => {
    expect(after({ type: 'remove-line' }, { type: 'change-quantity', by: 1 })).toEqual(EMPTY);
  });
});

describe('the whole order', () => {
  test('an order cleared by mistake comes back as it was', () => {
    const before = after(add(reine), add(coca), { type: 'set-mode', mode: 'delivery' });
    const cleared = evolveDraft(before, { type: 'clear' });
    expect(cleared.lines).toEqual([]);
    expect(evolveDraft(cleared, { type: 'bring-back' })).toEqual(before);
  });

  test('a new line ends the way back to the cleared order', () => {
    const draft = after(add(reine), { type: 'clear' }, add(coca), { type: 'bring-back' });
    expect(cartLines(draft)).toEqual([coca]);
  });

  test('F3 goes round the three modes', () => {
    const next: DraftAction = { type: 'next-mode' };
    expect(after(next).mode).toBe('delivery');
    expect(after(next, next).mode).toBe('on-site');
    expect(after(next, next, next).mode).toBe('take-away');
  });

  test('articles are counted with their quantity, and by product for the grid', () => {
    const { lines } = after(
      add({ ...reine, quantity: 2 }),
      add({ ...reine, sizeId: 'g' }),
      add(coca),
    );
    expect(articleCount(lines)).toBe(4);
    expect([...countByProduct(lines)]).toEqual([
      ['reine', 3],
      ['coca', 1],
    ]);
  });
});

describe('a pizza of two halves', () => {
  const halves: CartLine = {
    ...reine,
    parts: [
      { productId: 'reine', quarters: 2, changes: [] },
      { productId: 'calzone', quarters: 2, changes: [] },
    ],
  };

  test('what is left out of one half stays in the other', () => {
    const draft = after(add(halves), { type: 'toggle-change', change: withoutOnion, part: 0 });
    expect(draft.lines[0]?.parts?.map((part) => part.changes)).toEqual([[withoutOnion], []]);
    expect(draft.lines[0]?.changes).toEqual([]);
  });

  test('what is said of the whole pizza is not said of a half as well', () => {
    const draft = after(
      add(halves),
      { type: 'toggle-change', change: withoutOnion, part: 1 },
      { type: 'toggle-change', change: withoutOnion },
    );
    expect(draft.lines[0]?.changes).toEqual([withoutOnion]);
    expect(draft.lines[0]?.parts?.flatMap((part) => part.changes)).toEqual([]);
  });

  test('another pizza in a half takes the changes of the old one away', () => {
    const draft = after(
      add(halves),
      { type: 'toggle-change', change: withoutOnion, part: 0 },
      { type: 'change-part', part: 0, productId: 'royale' },
    );
    expect(draft.lines[0]).toMatchObject({
      productId: 'royale',
      parts: [{ productId: 'royale', changes: [] }, { productId: 'calzone' }],
    });
  });

  test('counts on the tiles of both its halves', () => {
    expect([...countByProduct([halves])]).toEqual([
      ['reine', 1],
      ['calzone', 1],
    ]);
  });
});

describe('what hangs on a line', () => {
  test('a deal goes as a whole, and two of a kind stay two deals', () => {
    const place = (slotId: string, instance = 'd1') => ({ instance, dealId: 'duo', slotId });
    const lines = [
      { ...reine, deal: place('pizza') },
      { ...coca, deal: place('boisson') },
      { ...reine, deal: place('pizza', 'd2') },
    ];
    const draft = after({ type: 'add-lines', lines });
    expect(draft.lines).toHaveLength(3);
    const left = [{ type: 'select', lineId: '2' }, { type: 'remove-line' }] as const;
    expect(left.reduce<Draft>(evolveDraft, draft).lines.map(({ deal }) => deal?.instance)).toEqual([
      'd2',
    ]);
  });

  test('a price set by hand leaves with its line', () => {
    const draft = after(
      add(reine),
      { type: 'override', override: { kind: 'free', lineId: '1', reason: 'retard' } },
      { type: 'remove-line' },
    );
    expect(draft.overrides).toEqual([]);
  });

  test('the last price set by hand on a line is the one that holds', () => {
    const price = { kind: 'price', lineId: '1', unitPriceCents: 900, reason: 'erreur' } as const;
    const draft = after(
      add(reine),
      { type: 'override', override: { kind: 'free', lineId: '1', reason: 'retard' } },
      { type: 'override', override: price },
    );
    expect(draft.overrides).toEqual([price]);
  });

  test('points of one customer are not spent for another', () => {
    const customer = (customerId: string) => ({ customerId, name: customerId });
    const draft = after(
      { type: 'set-customer', customer: customer('un') },
      { type: 'spend-points', points: 40 },
      { type: 'set-customer', customer: customer('deux') },
    );
    expect(draft.loyaltyPoints).toBeUndefined();
  });
});
