import { expect, test } from 'vitest';

import { nodeHidPort } from '#hardware/hid/node-hid-port.ts';

test('the HID devices of this machine can be listed', async () => {
  const devices = await nodeHidPort().list();
  for (const { path, vendorId } of devices) {
    expect(path).not.toBe('');
    expect(vendorId).toBeGreaterThanOrEqual(0);
  }
});

test('the system is asked every five seconds at most, however often we ask', () => {
  let now = 0;
  const port = nodeHidPort(() => now);
  const first = port.list();
  now = 4_999;
  expect(port.list()).toBe(first);
  now = 5_000;
  expect(port.list()).not.toBe(first);
});

test('a device that is not there cannot be opened, and nothing is thrown', async () => {
  expect(await nodeHidPort().open('/dev/hidraw-none')).toMatchObject({ status: 'failed' });
});
