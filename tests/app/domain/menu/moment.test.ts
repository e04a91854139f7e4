import { expect, test } from 'vitest';

import { momentOf } from '#app/domain/menu/moment.ts';

test('each shop reads its own clock, whatever was asked before', () => {
  const inParis = { date: '2026-11-20', time: '23:30', weekday: 5 };
  expect(momentOf('2026-11-20T22:30:07.000Z', 'Europe/Paris')).toEqual(inParis);
  expect(momentOf('2026-11-20T22:30:59.999Z', 'Europe/Paris')).toEqual(inParis);
  expect(momentOf('2026-11-20T22:30:59.999Z', 'Indian/Reunion')).toEqual({
    date: '2026-11-21',
    time: '02:30',
    weekday: 6,
  });
  expect(momentOf('2026-11-20T23:00:00.000Z', 'Europe/Paris')).toEqual({
    date: '2026-11-21',
    time: '00:00',
    weekday: 6,
  });
  expect(momentOf('2026-11-22T11:00:00.000Z', 'Europe/Paris')).toMatchObject({ weekday: 7 });
});
