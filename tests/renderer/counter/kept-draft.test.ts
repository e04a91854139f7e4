import { expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import { emptyDraft, evolveDraft } from '#renderer/counter/draft/draft.ts';
import { draftsOf } from '#renderer/counter/draft/drafts.ts';
import { readDrafts, writeDraft } from '#renderer/counter/draft/kept-draft.ts';

const [product] = menu.products;
const line = {
  productId: product?.id ?? '',
  sizeId: menu.defaultSizeId,
  quantity: 2,
  changes: [],
};
const draft = evolveDraft(emptyDraft('a'), { type: 'add', line });
const other = evolveDraft(emptyDraft('b'), { type: 'add', line });
const kept = JSON.stringify({
  currentId: 'a',
  drafts: [writeDraft(menu, draft), writeDraft(menu, other)],
});
const EMPTY = draftsOf(emptyDraft('fresh'));

test('the orders being taken are there again after a reload, the same one on the screen', () => {
  expect(readDrafts(kept, menu, 'fresh')).toEqual({ drafts: [draft, other], currentId: 'a' });
});

test('a screen that kept nothing starts with an empty order', () => {
  expect(readDrafts(null, menu, 'fresh')).toEqual(EMPTY);
});

test('a product that left the menu is not in the order any more', () => {
  const products = menu.products.filter(({ id }) => id !== line.productId);
  expect(readDrafts(kept, { ...menu, products }, 'fresh')).toEqual(EMPTY);
});
