import { expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import { emptyDraft, evolveDraft } from '#renderer/counter/draft/draft.ts';
import { currentDraft, draftsOf } from '#renderer/counter/draft/drafts.ts';
import { forgetDraft, keepDrafts, keptDrafts } from '#renderer/counter/draft/kept-draft.ts';
import { keptIn } from '#renderer/counter/draft/use-kept.ts';
import {
  forgetSale,
  keepLastSale,
  keepSale,
  keptLastSale,
  keptSale,
  type PlaceInput,
} from '#renderer/counter/payment/checkout/kept-sale.ts';

const NOW_MS = Date.parse('2026-11-20T19:30:00.000Z');
const MINUTE_MS = 60_000;
const SALE: PlaceInput = {
  orderId: '019aab00-0000-7000-8000-000000000001',
  channel: 'counter',
  mode: 'take-away',
  lines: [],
  shownTotalCents: 1_190,
  payment: { method: 'later' },
};
const LAST = { orderId: SALE.orderId, number: 7, totalCents: 2_480, changeCents: 520 };

/** A till whose browser keeps what it is given. */
function aTill() {
  const texts = new Map<string, string>();
  const storage = {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
  } as Storage;
  return { real: keptIn('counter', storage), training: keptIn('training', storage), texts };
}

test('a sale that was being sent is there after a reload, without the PIN that approved it', () => {
  const { real, texts } = aTill();
  keepSale(real, { ...SALE, approval: { employeeId: 'lyon-3-1', pin: '9999' } });
  expect(keptSale(real)).toEqual(SALE);
  expect([...texts.values()].join('')).not.toContain('9999');
  forgetSale(real);
  expect(keptSale(real)).toBeUndefined();
});

test('what a customer is being sold is not on the screen of an exercise, nor is it sent from there', () => {
  const { real, training } = aTill();
  const line = { productId: menu.products[0]?.id ?? '', sizeId: menu.defaultSizeId };
  const draft = evolveDraft(emptyDraft('a'), {
    type: 'add',
    line: { ...line, quantity: 1, changes: [] },
  });
  keepDrafts(real, menu, draftsOf(draft));
  keepSale(real, SALE);
  keepLastSale(real, LAST, NOW_MS);

  expect(currentDraft(keptDrafts(training, menu, 'fresh')).lines).toEqual([]);
  expect(keptSale(training)).toBeUndefined();
  expect(keptLastSale(training, NOW_MS)).toBeUndefined();
  keepDrafts(training, menu, draftsOf(emptyDraft('b')));
  forgetDraft(training, 'a');
  forgetSale(training);
  expect(currentDraft(keptDrafts(real, menu, 'fresh'))).toEqual(draft);
  expect(keptSale(real)).toEqual(SALE);
});

test('the change of the order just placed is still told after a reload, and not to the next customer', () => {
  const { real } = aTill();
  expect(keptLastSale(real, NOW_MS)).toBeUndefined();
  keepLastSale(real, LAST, NOW_MS);
  expect(keptLastSale(real, NOW_MS + MINUTE_MS)).toEqual(LAST);
  expect(keptLastSale(real, NOW_MS + 15 * MINUTE_MS)).toBeUndefined();
});
