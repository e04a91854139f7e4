import fc from 'fast-check';
import { expect, test } from 'vitest';

import { accept } from '#app/lib/result.ts';
import { announceTo, answerWindows } from '#main/shell/bridge/window-bridge.ts';
import { WINDOWS } from '#main/shell/surfaces.ts';
import type { OpenWindow } from '#main/shell/windows.ts';

import { ElectronStandIn, WindowStandIn } from '../electron-stand-in.ts';
import { recordedLog } from '../recorded-log.ts';

const [COUNTER, KITCHEN] = WINDOWS;
const TOP_FRAME = { url: 'app://oc-pizza/counter/', parent: null };

function aBridge() {
  const electron = new ElectronStandIn();
  const options = {} as WindowStandIn['options'];
  const counter = new WindowStandIn(options, 1);
  const kitchen = new WindowStandIn(options, 2);
  const windows: OpenWindow[] = [
    { kind: COUNTER, window: counter },
    { kind: KITCHEN, window: kitchen },
  ];
  const asked: unknown[] = [];
  const log = recordedLog();
  answerWindows({
    ipc: electron.api.ipc,
    node: {
      request: async (...request) => {
        asked.push(request);
        return accept('done');
      },
    },
    windows: () => windows,
    log,
  });
  return { electron, counter, kitchen, asked, log, announce: announceTo(() => windows) };
}

test('role and device are those of the window, whatever the page says', async () => {
  const { electron, counter, asked } = aBridge();
  expect(await electron.ask(counter, TOP_FRAME, 'order.list', {}, 'manager')).toEqual(
    accept('done'),
  );
  expect(asked).toEqual([['order.list', {}, 'counter', 'till-main']]);
});

test('the set-up screen in the window of the counter is heard as that till', async () => {
  const { electron, counter, kitchen, asked } = aBridge();
  const setup = { url: 'app://oc-pizza/setup/', parent: null };
  expect(await electron.ask(counter, setup, 'devices.list', {})).toEqual(accept('done'));
  expect(asked).toEqual([['devices.list', {}, 'counter', 'till-main']]);
  expect(await electron.ask(kitchen, setup, 'devices.list', {})).toMatchObject({ ok: false });
});

test.each([
  ['a frame within the page', { url: 'app://oc-pizza/counter/', parent: {} }],
  ['a frame that is gone', null],
  ['a page from elsewhere', { url: 'https://example.com/counter/', parent: null }],
  ['the page of another window', { url: 'app://oc-pizza/kitchen/', parent: null }],
  ['a page that pretends', { url: 'app://oc-pizza.example.com/counter/', parent: null }],
])('%s is not heard', async (_who, frame) => {
  const { electron, counter, asked, log } = aBridge();
  expect(await electron.ask(counter, frame, 'order.list', {})).toMatchObject({
    refusal: { code: 'request.forbidden' },
  });
  expect(asked).toEqual([]);
  expect(log.lines).toHaveLength(1);
});

test('contents that are no window of the till are not heard', async () => {
  const { electron, asked } = aBridge();
  const stranger = new WindowStandIn({} as WindowStandIn['options'], 99);
  expect(await electron.ask(stranger, TOP_FRAME, 'order.list', {})).toMatchObject({ ok: false });
  expect(asked).toEqual([]);
});

test('whatever a page sends is a request or a refusal, never a fault (10,000 tries)', async () => {
  const { electron, counter, asked } = aBridge();
  const tries = { heard: 0, refused: 0 };
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), anything), anything, async (method, input) => {
      const reply = await electron.ask(counter, TOP_FRAME, method, input);
      const { ok } = reply as { ok: boolean };
      tries[ok ? 'heard' : 'refused'] += 1;
      return typeof method === 'string' || !ok;
    }),
    { numRuns: 10_000 },
  );
  expect(asked).toHaveLength(tries.heard);
  expect(Math.min(tries.heard, tries.refused)).toBeGreaterThan(100);
});

test('a flood and a circle are refused before they are copied to the store node', async () => {
  const { electron, counter, asked } = aBridge();
  const circle: { self?: unknown } = {};
  circle.self = circle;
  for (const input of ['x'.repeat(200_001), circle])
    expect(await electron.ask(counter, TOP_FRAME, 'order.place', input)).toMatchObject({
      refusal: { code: 'request.malformed' },
    });
  expect(asked).toEqual([]);
});

test('news goes to every window that still stands', () => {
  const { counter, kitchen, announce } = aBridge();
  kitchen.destroy();
  announce(['orders']);
  expect(counter.webContents.sent).toEqual([['oc-pizza:changed', ['orders']]]);
  expect(kitchen.webContents.sent).toEqual([]);
});
