import { expect, test } from 'vitest';

import { clockText, dateText, durationText } from '#renderer/ui/time/time-text.ts';

test('times are those of the wall clock in France, summer and winter', () => {
  expect(clockText('2026-11-22T18:42:00.000Z')).toBe('19:42');
  expect(clockText('2026-07-14T18:42:00.000Z')).toBe('20:42');
});

test('after midnight in France it is the next day, whatever the hour in UTC', () => {
  expect(dateText('2026-11-22T23:30:00.000Z')).toBe('2026-11-23');
});

test('a duration is read at a glance, and never runs below zero', () => {
  expect(durationText(12_900)).toBe('0:12');
  expect(durationText(860_000)).toBe('14:20');
  expect(durationText(3_725_000)).toBe('1:02:05');
  expect(durationText(-5_000)).toBe('0:00');
});
