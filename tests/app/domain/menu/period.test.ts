import { describe, expect, test } from 'vitest';

import { momentOf } from '#app/domain/menu/moment.ts';
import { isOver, isWithin } from '#app/domain/menu/period.ts';

const moment = (date: string, time: string, weekday: number) => ({ date, time, weekday });

test('what has no period always holds', () => {
  expect(isWithin(undefined, moment('2026-11-22', '03:00', 7))).toBe(true);
  expect(isWithin({}, moment('2026-11-22', '03:00', 7))).toBe(true);
});

test('hours hold from the first minute to the one before the last', () => {
  const period = { hours: { from: '17:00', to: '19:00' } };
  const holds = (time: string) => isWithin(period, moment('2026-11-24', time, 2));
  expect(['16:59', '17:00', '18:59', '19:00'].map(holds)).toEqual([false, true, true, false]);
});

describe('hours past midnight belong to the day on which they began', () => {
  const friday = { weekdays: [5], hours: { from: '22:00', to: '02:00' } };

  test('by the day of the week', () => {
    expect(isWithin(friday, moment('2026-11-20', '22:00', 5))).toBe(true);
    expect(isWithin(friday, moment('2026-11-21', '01:59', 6))).toBe(true);
    expect(isWithin(friday, moment('2026-11-21', '22:30', 6))).toBe(false);
    expect(isWithin(friday, moment('2026-11-20', '01:00', 5))).toBe(false);
    expect(isWithin(friday, moment('2026-11-21', '02:00', 6))).toBe(false);
  });

  test('from Sunday to Monday, and over the new year', () => {
    const sunday = { weekdays: [7], hours: { from: '22:00', to: '02:00' } };
    expect(isWithin(sunday, moment('2026-11-23', '00:30', 1))).toBe(true);
    const lastDay = {
      dates: { from: '2026-12-31', to: '2026-12-31' },
      hours: { from: '20:00', to: '03:00' },
    };
    expect(isWithin(lastDay, moment('2027-01-01', '02:30', 5))).toBe(true);
    expect(isWithin(lastDay, moment('2026-12-31', '02:30', 4))).toBe(false);
  });
});

test('a period is over once its last day is, not before it began', () => {
  const period = { dates: { from: '2026-12-20', to: '2026-12-25' } };
  expect(isOver(period, moment('2026-12-26', '00:00', 6))).toBe(true);
  expect(isOver(period, moment('2026-12-25', '23:59', 5))).toBe(false);
  expect(isOver(period, moment('2026-12-01', '12:00', 2))).toBe(false);
  expect(isOver({ weekdays: [1] }, moment('2026-12-26', '00:00', 6))).toBe(false);
});

test('an instant is read on the wall clock of the store', () => {
  expect(momentOf('2026-11-22T18:42:00.000Z', 'Europe/Paris')).toEqual(
    moment('2026-11-22', '19:42', 7),
  );
  expect(momentOf('2026-07-05T22:30:00.000Z', 'Europe/Paris')).toEqual(
    moment('2026-07-06', '00:30', 1),
  );
});
