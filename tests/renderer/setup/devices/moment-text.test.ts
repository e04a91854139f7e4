import { expect, test } from 'vitest';

import { momentText } from '#renderer/setup/devices/moment-text.ts';

const NOW = '2026-11-22T20:00:00.000Z';

test('a moment of today is an hour, one before has its day too', () => {
  expect(momentText('2026-11-22T13:17:00.000Z', NOW, 'fr')).toBe('14:17');
  expect(momentText('2026-11-21T13:17:00.000Z', NOW, 'fr')).toBe('21 novembre, 14:17');
  expect(momentText('2026-11-21T13:17:00.000Z', NOW, 'en')).toBe('21 November, 14:17');
});
