import { expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import { EMPTY_DRAFT, evolveDraft } from '#renderer/counter/draft/draft.ts';
import { readDraft } from '#renderer/counter/draft/kept-draft.ts';

const [product] = menu.products;
const line = {
  productId: product?.id ?? '',
  sizeId: menu.defaultSizeId,
  quantity: 2,
  changes: [],
};
const draft = evolveDraft(EMPTY_DRAFT, { type: 'add', line });
const kept = JSON.stringify({ ...draft, menuVersion: menu.version });

test('an order being taken is there again after a reload', () => {
  expect(readDraft(kept, menu)).toEqual(draft);
});

test('a screen that kept nothing starts with an empty order', () => {
  expect(readDraft(null, menu)).toEqual(EMPTY_DRAFT);
});

test('an order kept under another menu is not offered at prices that may not hold', () => {
  expect(readDraft(kept, { ...menu, version: 'another' })).toEqual(EMPTY_DRAFT);
});

test('a product that left the menu is not in the order any more', () => {
  const products = menu.products.filter(({ id }) => id !== line.productId);
  expect(readDraft(kept, { ...menu, products })).toEqual(EMPTY_DRAFT);
});
