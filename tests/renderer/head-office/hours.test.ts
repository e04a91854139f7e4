import { expect, test } from 'vitest';

import { busyHours, heatOf, hourText, ordersOf } from '#renderer/head-office/figures/hours.ts';

import { anHour } from './chain.ts';

const shown = (hours: Parameters<typeof busyHours>[0]) =>
  busyHours(hours).map(({ hour, isAfterGap }) => [hour.hour.slice(11, 13), isAfterGap]);

test('an hour is named by the clock of head office', () => {
  expect(hourText('2026-11-22T18:00:00.000Z', 'fr')).toBe('19\u202fh');
  expect(hourText('2026-11-22T18:00:00.000Z', 'en')).toBe('19:00');
  expect(hourText('2026-07-22T18:00:00.000Z', 'fr')).toBe('20\u202fh');
  expect(hourText('2026-11-22T23:00:00.000Z', 'fr')).toBe('0\u202fh');
});

test('the hours of the night, in which nobody sells, are left out and the gap is marked', () => {
  const evening = Array.from({ length: 6 }, (_, place) => anHour(place, { orders: 4 }));
  const night = Array.from({ length: 5 }, (_, place) => anHour(6 + place));
  const noon = Array.from({ length: 6 }, (_, place) => anHour(11 + place, { orders: 2 }));
  const map = shown([...evening, ...night, ...noon]);
  expect(map.length).toBe(12);
  expect(map.filter(([, isAfterGap]) => isAfterGap)).toEqual([['11', true]]);
});

test('an hour sold a week before is shown although nothing is sold in it now', () => {
  const hours = Array.from({ length: 14 }, (_, place) =>
    anHour(place, place === 3 ? { lastWeekCents: 5_000 } : { orders: 1 }),
  );
  expect(shown(hours).length).toBe(14);
});

test('on a day that has just begun the last ten hours are shown', () => {
  const hours = Array.from({ length: 24 }, (_, place) => anHour(place));
  expect(shown(hours).map(([hour]) => hour)).toEqual(
    Array.from({ length: 10 }, (_, place) => String(14 + place)),
  );
});

test('a store without an order in an hour has nothing in it', () => {
  const hour = anHour(18, { stores: [{ storeId: 'lyon-3', orders: 7, salesCents: 17_500 }] });
  expect(ordersOf(hour, 'lyon-3')).toBe(7);
  expect(ordersOf(hour, 'bron')).toBe(0);
});

test('the map has five steps, and the busiest hour is the darkest', () => {
  expect([0, 1, 4, 5, 12, 20].map((orders) => heatOf(orders, 20))).toEqual([0, 1, 1, 2, 3, 5]);
  expect(heatOf(0, 0)).toBe(0);
});
