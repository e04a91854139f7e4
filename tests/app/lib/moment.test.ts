import { describe, expect, test } from 'vitest';

import { datedText, isOtherDay, momentText } from '#app/lib/moment.ts';

/** Sunday 22 November 2026, 20:00 in Lyon. */
const now = '2026-11-22T19:00:00.000Z';
const of = (at: string) => ({ at, now, zone: 'Europe/Paris' });

describe('for when an order is', () => {
  test.each([
    ['2026-11-22T20:00:00.000Z', '21:00', 'today, no day is said'],
    ['2026-11-22T23:15:00.000Z', '00:15', 'after midnight it is still this evening'],
    ['2026-11-23T11:30:00.000Z', 'demain 12:30', 'tomorrow'],
    ['2026-11-23T23:15:00.000Z', 'demain 00:15', 'the end of tomorrow’s evening'],
    ['2026-11-28T11:30:00.000Z', 'sam. 28 nov. 12:30', 'another day'],
    ['2026-11-21T11:30:00.000Z', 'sam. 21 nov. 12:30', 'a day that has passed'],
  ])('%s reads %s: %s', (at, words) => {
    expect(momentText(of(at))).toBe(words);
    expect(isOtherDay(of(at))).toBe(words.length > 5);
  });

  test('paper never says tomorrow: it may be read then', () => {
    expect(datedText(of('2026-11-23T11:30:00.000Z'))).toBe('lun. 23 nov. 12:30');
    expect(datedText(of('2026-11-22T20:00:00.000Z'))).toBe('21:00');
  });

  test('in English too', () => {
    expect(momentText({ ...of('2026-11-23T11:30:00.000Z'), locale: 'en' })).toBe('tomorrow 12:30');
    expect(momentText({ ...of('2026-11-28T11:30:00.000Z'), locale: 'en' })).toBe(
      'Sat 28 Nov 12:30',
    );
  });
});
