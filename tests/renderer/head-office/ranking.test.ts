import { expect, test } from 'vitest';

import { rankedStores } from '#renderer/head-office/figures/ranking.ts';

import { aStore } from './chain.ts';

const names = (stores: Parameters<typeof rankedStores>[0]) =>
  rankedStores(stores).map(({ store }) => store.name);

test('stores are ranked by their gap to last week, not by their size', () => {
  const big = aStore('Vénissieux', { salesCents: 900_000, lastWeekCents: 1_000_000 });
  const small = aStore('Bron', { salesCents: 11_000, lastWeekCents: 10_000 });
  expect(names([big, small])).toEqual(['Bron', 'Vénissieux']);
});

test('a store that was not there last week comes after those that were', () => {
  const fresh = aStore('Caluire', { salesCents: 500_000, lastWeekCents: 0 });
  const down = aStore('Bron', { salesCents: 1_000, lastWeekCents: 100_000 });
  expect(names([fresh, down])).toEqual(['Bron', 'Caluire']);
});

test('stores with the same gap follow the alphabet', () => {
  expect(names([aStore('Villeurbanne'), aStore('Écully'), aStore('Bron')])).toEqual([
    'Bron',
    'Écully',
    'Villeurbanne',
  ]);
});

test('a store that is not open yet is not ranked', () => {
  expect(names([aStore('Meyzieu', { status: 'not-open' }), aStore('Bron')])).toEqual(['Bron']);
});

test('a store that has been cut off stays in the ranking', () => {
  expect(names([aStore('Bron', { status: 'down' })])).toEqual(['Bron']);
});
