import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { SerialLine } from '#hardware/configuration.ts';
import { type HardwareHost, startHost } from '#hardware/host/host.ts';
import { FromHost, type HostMessage } from '#hardware/host/messages.ts';
import { systemTimers } from '#hardware/link/timers.ts';
import { pseudoTerminal } from '#tests/hardware/link/pseudo-terminal.ts';

/** Devices on real serial lines (pseudo-terminals), driven in the host. */

let device: Awaited<ReturnType<typeof pseudoTerminal>>;
let line: SerialLine;
let host: HardwareHost;
let said: HostMessage[];

beforeEach(async () => {
  device = await pseudoTerminal();
  line = {
    path: device.path,
    baudRate: 9_600,
    dataBits: 8,
    parity: 'none',
    stopBits: 1,
    flow: 'none',
  };
  said = [];
  host = startHost({
    now: () => new Date().toISOString(),
    timers: systemTimers,
    clocks: { wallMs: () => Date.now(), monotonicMs: () => performance.now() },
    random: () => 0,
    secrets: () => undefined,
    post: (message) => said.push(message),
    onStop: () => undefined,
  });
});
afterEach(async () => {
  await host.close();
  await device.close();
});

test('the lines for the customer reach the display', async () => {
  host.hear({
    type: 'configure',
    devices: [{ configuration: { kind: 'customer-display', id: 'display', name: 'Client', line } }],
  });
  host.hear({ type: 'show', id: 1, deviceId: 'display', lines: ['Reine', 'Total 12,90'] });
  await vi.waitUntil(async () => (await device.heard(1)).includes('Total 12,90'), 10_000);
  expect(said).toContainEqual({ type: 'reply', id: 1, value: { isDone: true } });
});

test('a call that the modem hears is told, as the store node reads it', async () => {
  host.hear({
    type: 'configure',
    devices: [
      {
        configuration: {
          kind: 'caller-id',
          id: 'line-1',
          name: 'Box',
          lineId: 'Ligne 1',
          source: 'modem',
          line,
        },
      },
    ],
  });
  await vi.waitUntil(async () => (await device.heard(1)).includes('AT'), 10_000);
  device.say('\r\nOK\r\n');
  device.say('\r\nRING\r\n\r\nDATE = 1122\r\nTIME = 2030\r\nNMBR = 0612345678\r\n');
  await vi.waitUntil(() => said.some(({ type }) => type === 'event'), 10_000);
  const event = FromHost.parse(said.find(({ type }) => type === 'event'));
  expect(event).toMatchObject({
    event: { kind: 'call', deviceId: 'line-1', call: { lineId: 'Ligne 1', e164: '+33612345678' } },
  });
});
