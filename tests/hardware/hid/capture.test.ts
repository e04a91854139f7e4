import { expect, test } from 'vitest';

import { parseHidCapture, recordingPort } from '#hardware/hid/capture.ts';
import { VirtualHid } from '#hardware/hid/virtual/port.ts';

const DEVICE = { path: '/dev/hidraw3', vendorId: 1, productId: 2, usagePage: 0x8c };
/** A test number of the card schemes; no such card exists. */
const TEST_CARD = '4242424242424242';

async function record(use: (hid: VirtualHid) => void): Promise<string> {
  const hid = new VirtualHid();
  const lines: string[] = [];
  let t = 0;
  const port = recordingPort(
    hid.port,
    (line) => lines.push(line),
    () => (t += 10),
  );
  hid.plug(DEVICE);
  await port.list();
  const opening = await port.open(DEVICE.path);
  if (opening.status === 'failed') throw new Error(opening.detail);
  await opening.line.sendFeature(Uint8Array.of(254, 1));
  opening.line.onReport({ report: () => undefined, over: () => undefined });
  use(hid);
  await opening.line.close();
  return lines.join('\n');
}

test('what was recorded can be played', async () => {
  const text = await record((hid) => {
    hid.report(DEVICE.path, Uint8Array.of(2, 1, 0x5d));
    hid.unplug(DEVICE.path);
  });
  const lines = parseHidCapture(text);
  expect(lines).toMatchObject([
    { dir: 'plug', device: DEVICE },
    { dir: 'feature', hex: 'fe01' },
    { dir: 'in', hex: '02015d' },
    { dir: 'unplug' },
  ]);
  const times = lines.map(({ t }) => t);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
});

test('a card number that was swiped or scanned is not kept', async () => {
  const text = await record((hid) => {
    const digits = new TextEncoder().encode(TEST_CARD);
    hid.report(DEVICE.path, digits.slice(0, 7));
    hid.report(DEVICE.path, digits.slice(7));
  });
  const kept = parseHidCapture(text).map((line) => ('hex' in line ? line.hex : ''));
  const heard = Buffer.from(kept.slice(2).join(''), 'hex').toString('latin1');
  expect(heard).toBe('424242######4242');
});

test.each([
  '{"t":0,"dir":"in","hex":"0"}',
  '{"t":0,"dir":"plug","device":{"path":1}}',
  '{"dir":"unplug"}',
  '[]',
])('%s is no line of a capture', (line) => {
  expect(() => parseHidCapture(line)).toThrow(/capture/);
});
