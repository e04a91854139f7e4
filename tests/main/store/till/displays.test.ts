import { afterEach, expect, test } from 'vitest';

import { type Displays, openDisplays, type Shown } from '#main/store/till/displays.ts';

const opened: Displays[] = [];
afterEach(() => {
  for (const displays of opened.splice(0)) displays.close();
});

const shown = (totalCents: number): Shown => ({
  lines: [],
  discounts: [],
  totalCents,
  dueCents: totalCents,
  stage: 'ordering',
});

/** Resolves when the last update was told. */
function watched() {
  let told = 0;
  let look = () => {};
  const displays = openDisplays(() => {
    told += 1;
    look();
  });
  opened.push(displays);
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      look = () => isSo() && resolve();
      look();
    });
  return { displays, times: () => told, until };
}

test('each display sees its own till, and one without a till the last that sold', () => {
  const { displays } = watched();
  displays.show('till-1', shown(1_000));
  displays.show('till-2', shown(2_000));
  expect(displays.current('till-1')?.shown.totalCents).toBe(1_000);
  expect(displays.current(undefined)).toMatchObject({ device: 'till-2' });
  expect(displays.current('till-3')).toBeUndefined();
});

test('a hundred updates at once are told twice, and the last one counts', async () => {
  const { displays, times, until } = watched();
  for (let total = 1; total <= 100; total += 1) displays.show('till-1', shown(total));
  expect(times()).toBe(1);
  await until(() => times() === 2);
  expect(displays.current('till-1')?.shown.totalCents).toBe(100);
});

test('the screens of devices long gone are forgotten', () => {
  const { displays } = watched();
  for (let device = 0; device < 70; device += 1) displays.show(`till-${device}`, shown(device));
  expect(displays.current('till-0')).toBeUndefined();
  expect(displays.current('till-69')).toBeDefined();
});
