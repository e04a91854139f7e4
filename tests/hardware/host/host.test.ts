import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { type HardwareHost, startHost } from '#hardware/host/host.ts';
import type { HostMessage } from '#hardware/host/messages.ts';
import { hasCardNumber } from '#hardware/link/card-numbers.ts';
import { systemTimers, type Timers } from '#hardware/link/timers.ts';
import { startVirtualPrinter, type VirtualPrinter } from '#hardware/printer/virtual/server.ts';
import { startVirtualTerminal, type VirtualTerminal } from '#hardware/terminal/virtual/server.ts';
import { printerOn, terminalOn } from '#tests/main/hardware-host/devices.ts';

const QUICK = { connectMs: 1_000, answerMs: 30_000, quietMs: 50 };
const AT = Date.parse('2026-11-22T12:00:00.000Z');

let printer: VirtualPrinter;
let terminal: VirtualTerminal;
let host: HardwareHost;
let said: HostMessage[];
let clock: { wallMs: number; monotonicMs: number };
let stops: number;
let looks: number;

beforeEach(async () => {
  printer = await startVirtualPrinter({ name: 'Comptoir', port: 0, pagePort: 0 });
  terminal = await startVirtualTerminal({ name: 'Comptoir', port: 0, pagePort: 0 });
  said = [];
  stops = 0;
  looks = 0;
  clock = { wallMs: AT, monotonicMs: 0 };
  // The look at the clocks, each second, comes soon; all other waits are as long as they are.
  const timers: Timers = {
    after(delayMs, run) {
      if (delayMs !== 1_000) return systemTimers.after(delayMs, run);
      looks += 1;
      return systemTimers.after(20, run);
    },
  };
  host = startHost({
    now: () => new Date(clock.wallMs).toISOString(),
    timers,
    clocks: { wallMs: () => clock.wallMs, monotonicMs: () => clock.monotonicMs },
    random: () => 0,
    secrets: () => undefined,
    post: (message) => said.push(message),
    onStop: () => (stops += 1),
  });
});
afterEach(async () => {
  await host.close();
  await Promise.all([printer.close(), terminal.close()]);
});

function configure() {
  host.hear({
    type: 'configure',
    devices: [
      { configuration: printerOn(printer.port) },
      { configuration: terminalOn(terminal.port), times: QUICK },
    ],
  });
}

const replies = (id: number) =>
  said.flatMap((message) => (message.type === 'reply' && message.id === id ? [message.value] : []));
async function reply(id: number): Promise<unknown> {
  await vi.waitUntil(() => replies(id).length > 0, 10_000);
  return replies(id)[0];
}
const pay = (id: number) =>
  host.hear({
    type: 'pay',
    id,
    deviceId: 'terminal',
    paymentId: `payment-${id}`,
    amountCents: 1_000 + id,
  });
const print = (id: number, deviceId = 'printer') =>
  host.hear({
    type: 'print',
    id,
    deviceId,
    jobId: id,
    content: { blocks: [{ type: 'text', text: `Reçu ${id}` }] },
  });

test('the first word of a host is that it is ready, then it tells the state of each device', async () => {
  expect(said).toEqual([{ type: 'ready' }]);
  configure();
  const states = said.flatMap((message) => (message.type === 'state' ? [message.state] : []));
  expect(states.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'printer unknown',
    'terminal unknown',
  ]);
});

test('a receipt asked for right after the settings waits for its driver, and is printed', async () => {
  configure();
  print(1);
  expect(await reply(1)).toEqual({ status: 'printed' });
});

test('the same request heard twice is carried out once and answered once', async () => {
  terminal.setMode({ kind: 'accept', delayMs: 50 });
  configure();
  pay(1);
  pay(1);
  expect(await reply(1)).toMatchObject({ status: 'paid' });
  expect(terminal.transactions()).toHaveLength(1);
  expect(replies(1)).toHaveLength(1);
});

test.each([
  ['sleeps', { wallMs: 3_600_000, monotonicMs: 0 }],
  ['has its clock set forward', { wallMs: 3_600_000, monotonicMs: 1_000 }],
  ['stands still', { wallMs: 200_000, monotonicMs: 200_000 }],
])('a machine that %s in the middle of a payment leaves it in doubt', async (_name, gap) => {
  configure();
  pay(1);
  await vi.waitUntil(() => terminal.screen().status === 'waiting', 10_000);
  clock.wallMs += gap.wallMs;
  clock.monotonicMs += gap.monotonicMs;
  expect(await reply(1)).toEqual({ status: 'in-doubt', reason: 'clock-gap' });
});

test('a machine that sleeps while nothing is before the terminal goes on as if nothing had been', async () => {
  configure();
  clock.wallMs += 3_600_000;
  const before = looks;
  await vi.waitUntil(() => looks > before + 1, 10_000);
  terminal.setMode({ kind: 'accept', delayMs: 0 });
  pay(2);
  expect(await reply(2)).toMatchObject({ status: 'paid' });
});

test('the wait for a customer can be given up: in doubt', async () => {
  configure();
  pay(1);
  await vi.waitUntil(() => terminal.screen().status === 'waiting', 10_000);
  host.hear({ type: 'give-up', requestId: 1 });
  expect(await reply(1)).toEqual({ status: 'in-doubt', reason: 'cancelled' });
});

test('what is asked of a device that is not there was not sent', async () => {
  configure();
  print(1, 'no-such-printer');
  host.hear({ type: 'pay', id: 2, deviceId: 'printer', paymentId: 'p', amountCents: 100 });
  host.hear({ type: 'show', id: 3, deviceId: 'display', lines: ['Total', '12,90'] });
  host.hear({ type: 'self-test', id: 4, deviceId: 'display' });
  expect(await reply(1)).toEqual({ status: 'not-sent', reason: 'unreachable' });
  expect(await reply(2)).toEqual({ status: 'not-sent', reason: 'unreachable' });
  expect(await reply(3)).toEqual({ isDone: false });
  expect(await reply(4)).toMatchObject({ isOk: false });
  expect(terminal.transactions()).toEqual([]);
});

test('a message that is none is reported and does nothing', () => {
  host.hear('print everything');
  host.hear({ type: 'pay', id: 1, deviceId: 'terminal', paymentId: 'p', amountCents: 12.5 });
  host.hear({ type: 'configure', devices: [{ configuration: { kind: 'toaster', id: 'x' } }] });
  expect(said.map(({ type }) => type)).toEqual(['ready', 'fault', 'fault', 'fault']);
});

test('a card number that a terminal sends in full reaches neither the log nor any answer', async () => {
  terminal.setMode({ kind: 'full-number', delayMs: 0 });
  configure();
  pay(1);
  await reply(1);
  expect(hasCardNumber(JSON.stringify(said))).toBe(false);
});

test('a question whether it still answers is answered, and stopping is left to the process', async () => {
  host.hear({ type: 'ping', id: 9 });
  expect(replies(9)).toEqual([{}]);
  host.hear({ type: 'stop' });
  expect(stops).toBe(1);
});
