import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { businessCalendar, isoAt, localDate, localTime } from '#app/lib/time.ts';

const PARIS = 'Europe/Paris';
const HOUR_MS = 3_600_000;
const lyon = () => businessCalendar({ zone: PARIS });

const hours = ({ from, to }: { from: string; to: string }) =>
  (Date.parse(to) - Date.parse(from)) / HOUR_MS;

describe('the business day of a store', () => {
  test.each([
    ['2026-11-21T03:29:59.999Z', '2026-11-20', 'a minute before the cut-off is still yesterday'],
    ['2026-11-21T03:30:00.000Z', '2026-11-21', 'the cut-off opens the day'],
    ['2026-11-21T23:30:00Z', '2026-11-21', 'after midnight is still the evening before'],
    ['2026-07-14T02:29:59Z', '2026-07-13', 'summer, before the cut-off'],
    ['2026-07-14T02:30:00Z', '2026-07-14', 'summer, at the cut-off'],
    ['2027-01-01T01:00:00Z', '2026-12-31', 'the night of the new year'],
  ])('%s belongs to %s: %s', (at, day) => {
    expect(lyon().dayOf(at)).toBe(day);
  });

  test('on the morning when summer time begins, the half hour after the cut-off is the new day', () => {
    // 29 March 2026: 02:00 becomes 03:00. Taking 4 h 30 off the instant would answer the day before.
    expect(lyon().dayOf('2026-03-29T02:29:59.000Z')).toBe('2026-03-28');
    expect(lyon().dayOf('2026-03-29T02:30:00.000Z')).toBe('2026-03-29');
    expect(lyon().dayOf('2026-03-29T03:15:00.000Z')).toBe('2026-03-29');
  });

  test('on the morning when summer time ends, the hour that comes twice is still the day before', () => {
    // 25 October 2026: 03:00 becomes 02:00.
    expect(lyon().dayOf('2026-10-25T00:30:00.000Z')).toBe('2026-10-24');
    expect(lyon().dayOf('2026-10-25T01:30:00.000Z')).toBe('2026-10-24');
    expect(lyon().dayOf('2026-10-25T03:29:59.000Z')).toBe('2026-10-24');
    expect(lyon().dayOf('2026-10-25T03:30:00.000Z')).toBe('2026-10-25');
  });

  test('a day lasts 24 hours, 23 into summer time and 25 out of it', () => {
    expect(lyon().boundsOf('2026-11-20')).toEqual({
      from: '2026-11-20T03:30:00.000Z',
      to: '2026-11-21T03:30:00.000Z',
    });
    expect(hours(lyon().boundsOf('2026-11-20'))).toBe(24);
    expect(hours(lyon().boundsOf('2026-03-28'))).toBe(23);
    expect(hours(lyon().boundsOf('2026-10-24'))).toBe(25);
  });

  test('each store has its own cut-off and its own zone', () => {
    const reunion = businessCalendar({ zone: 'Indian/Reunion', cutOff: '06:00' });
    expect(reunion.dayOf('2026-11-21T01:59:00Z')).toBe('2026-11-20');
    expect(reunion.dayOf('2026-11-21T02:00:00Z')).toBe('2026-11-21');
  });

  test('a cut-off inside the hour that is skipped or repeated still leaves days in order', () => {
    const odd = businessCalendar({ zone: PARIS, cutOff: '02:30' });
    for (const from of ['2026-03-28T22:00:00Z', '2026-10-24T22:00:00Z']) {
      const days = Array.from({ length: 48 }, (_, step) =>
        odd.dayOf(isoAt(Date.parse(from) + (step * HOUR_MS) / 4)),
      );
      expect(days).toEqual([...days].sort());
      expect(new Set(days).size).toBe(2);
    }
  });

  test('a till that stays on all night changes day at the cut-off, not a second later', () => {
    const one = lyon();
    const nights = ['2026-11-21T03:29:59.999Z', '2026-11-21T03:30:00.000Z', '2026-11-21T03:29:59Z'];
    expect(nights.map((at) => one.dayOf(at))).toEqual(['2026-11-20', '2026-11-21', '2026-11-20']);
  });

  test('every instant is inside the bounds of its day, in whatever order days are asked', () => {
    const one = lyon();
    const yearMs = fc.integer({
      min: Date.parse('2026-01-01T00:00:00Z'),
      max: Date.parse('2027-12-31T00:00:00Z'),
    });
    fc.assert(
      fc.property(yearMs, (epochMs) => {
        const at = isoAt(epochMs);
        const day = one.dayOf(at);
        const { from, to } = one.boundsOf(day);
        expect(at >= from && at < to).toBe(true);
        expect(lyon().dayOf(at)).toBe(day);
      }),
      { numRuns: 500 },
    );
  });

  test('an instant that is not written in UTC is refused rather than misread', () => {
    expect(() => lyon().dayOf('2026-11-21T04:00:00+01:00')).toThrow('UTC');
  });
});

test('times and dates are shown on the wall clock of the store', () => {
  expect(localTime('2026-11-22T18:42:59.000Z', PARIS)).toBe('19:42');
  expect(localTime('2026-07-14T22:05:00.000Z', PARIS)).toBe('00:05');
  expect(localTime('2026-07-14T22:05:00.000Z', 'Indian/Reunion')).toBe('02:05');
  expect(localDate('2026-07-14T22:05:00.000Z', PARIS)).toBe('15/07/2026');
});
