import { describe, expect, test } from 'vitest';

import { easterOf, isRestDay } from '#app/domain/rest-days.ts';

describe('Sundays and public holidays', () => {
  test.each([
    ['2026-11-22', 'a Sunday'],
    ['2026-05-01', 'Labour Day, a Friday'],
    ['2026-07-14', 'the national holiday'],
    ['2026-12-25', 'Christmas'],
    ['2026-04-06', 'Easter Monday of 2026'],
    ['2026-05-14', 'Ascension of 2026'],
    ['2026-05-25', 'Whit Monday of 2026'],
    ['2027-03-29', 'Easter Monday of 2027'],
  ])('%s is %s: titres-restaurant may be refused', (date) => {
    expect(isRestDay(date)).toBe(true);
  });

  test.each(['2026-11-20', '2026-04-07', '2026-05-15', '2026-12-24', '2026-11-02'])(
    '%s is a day like another',
    (date) => {
      expect(isRestDay(date)).toBe(false);
    },
  );

  test('Easter falls where the calendars of the church say', () => {
    const known = ['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25'];
    expect(known.map((date) => String(easterOf(Number(date.slice(0, 4)))))).toEqual(known);
  });
});
