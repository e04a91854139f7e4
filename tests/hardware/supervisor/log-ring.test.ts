import { expect, test } from 'vitest';

import { hasCardNumber } from '#hardware/link/card-numbers.ts';
import { type LogLine, logRing } from '#hardware/supervisor/log-ring.ts';

const now = () => '2026-11-22T12:00:00.000Z';

test('the log of a device keeps its last lines only', () => {
  const ring = logRing({ now, size: 3 });
  for (let line = 1; line <= 5; line += 1) ring.info({ line }, 'said');
  expect(ring.lines().map(({ fields }) => fields)).toEqual([
    '{"line":3}',
    '{"line":4}',
    '{"line":5}',
  ]);
});

test('a card number is in no line, whether a driver says it in words, in fields or as a number', () => {
  const given: LogLine[] = [];
  const ring = logRing({ now, onLine: (line) => given.push(line) });
  ring.warn(
    { raw: 'AA 4970101122334455 .', amount: 3_790, number: 4_970_101_122_334_455 },
    'heard 5555555555554444',
  );
  expect(given).toEqual(ring.lines());
  const text = JSON.stringify(given);
  expect(hasCardNumber(text)).toBe(false);
  expect(text).toContain('497010######4455');
  expect(text).toContain('3790');
});

test('what cannot be written down costs neither the line nor the driver', () => {
  const circle: { self?: object } = {};
  circle.self = circle;
  const ring = logRing({ now });
  ring.info(circle, 'a circle');
  ring.info({ err: new Error('cut'), bytes: new Uint8Array(9) }, 'an error and bytes');
  expect(ring.lines().map(({ sentence }) => sentence)).toEqual(['a circle', 'an error and bytes']);
  expect(ring.lines()[1]?.fields).toBe('{"err":"cut","bytes":"9 bytes"}');
});
