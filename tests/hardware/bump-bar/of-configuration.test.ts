import { expect, test } from 'vitest';

import { bumpBarOf } from '#hardware/bump-bar/of-configuration.ts';
import { VirtualHid } from '#hardware/hid/virtual/port.ts';

import { manualTimers } from '../manual-timers.ts';
import { until } from '../until.ts';

const PAD = { path: '/dev/hidraw0', vendorId: 0x04d9, productId: 0xa02a, usagePage: 1 };

test('a bump bar gives its keys, also after it was pulled out with a key held down', async () => {
  const hid = new VirtualHid();
  const timers = manualTimers();
  hid.plug(PAD);
  const bar = bumpBarOf(
    {
      ...{ kind: 'bump-bar', id: 'bump-1', name: 'Four' },
      ...{ vendorId: PAD.vendorId, productId: PAD.productId },
    },
    { now: () => '2026-11-20T19:00:00.000Z', hid: hid.port, timers },
  );
  const pressed: string[] = [];
  bar.onKey((key) => pressed.push(key));
  await until(bar.onStatus, () => bar.status().status === 'ready');
  hid.report(PAD.path, Uint8Array.of(0, 0, 0x59, 0, 0, 0, 0, 0));
  hid.unplug(PAD.path);
  expect(bar.status()).toMatchObject({ detail: 'Le clavier de cuisine est débranché' });
  const elsewhere = { ...PAD, path: '/dev/hidraw9' };
  hid.plug(elsewhere);
  await timers.pass(5_000);
  await until(bar.onStatus, () => bar.status().status === 'ready');
  hid.report(elsewhere.path, Uint8Array.of(0, 0, 0x59, 0, 0, 0, 0, 0));
  expect(pressed).toEqual(['1', '1']);
  await bar.close();
});
