import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import pino from 'pino';

import { startVirtualPrinter, type VirtualPrinter } from '#hardware/printer/virtual/server.ts';
import { systemTimers } from '#hardware/link/timers.ts';
import { startVirtualTerminal, type VirtualTerminal } from '#hardware/terminal/virtual/server.ts';
import { forkHostProcess } from '#main/hardware-host/child-process.ts';
import { type HardwareClient, hardwareClient } from '#main/hardware-host/client.ts';
import type { HostProcess } from '#main/hardware-host/process.ts';

import { printerOn, terminalOn } from './devices.ts';

/** The client, a real hardware host in its process, and virtual devices on real ports. */

const QUICK = { connectMs: 1_000, answerMs: 5_000, quietMs: 50 };
const JOB = { jobId: 7, blocks: [{ type: 'text', text: 'Reçu n° 7' }] } as const;
const PAYMENT = { paymentId: 'payment-1', amountCents: 3_790 };

let printer: VirtualPrinter;
let terminal: VirtualTerminal;
let client: HardwareClient;
let processes: HostProcess[];

beforeEach(async () => {
  printer = await startVirtualPrinter({ name: 'Comptoir', port: 0, pagePort: 0 });
  terminal = await startVirtualTerminal({ name: 'Comptoir', port: 0, pagePort: 0 });
  processes = [];
  client = hardwareClient({
    start() {
      const host = forkHostProcess();
      processes.push(host);
      return host;
    },
    now: () => new Date().toISOString(),
    timers: systemTimers,
    random: Math.random,
    log: pino({ level: 'silent' }),
  });
  client.configure([
    { configuration: printerOn(printer.port) },
    { configuration: terminalOn(terminal.port), times: QUICK },
  ]);
});
afterEach(async () => {
  await client.close();
  await Promise.all([printer.close(), terminal.close()]);
});

test('a receipt is printed and a card is paid in the process of the host', async () => {
  terminal.setMode({ kind: 'accept', delayMs: 0 });
  const [printed, paid] = await Promise.all([
    client.printer('printer').print(JOB),
    client.terminal('terminal').pay(PAYMENT),
  ]);
  expect(printed).toEqual({ status: 'printed' });
  expect(paid).toMatchObject({ status: 'paid' });
  expect(printer.receipts().map(({ text }) => text)).toEqual([
    expect.stringContaining('Reçu n° 7'),
  ]);
  expect(terminal.transactions()).toMatchObject([{ amountCents: 3_790 }]);
  expect(client.printer('printer').status().status).toBe('ready');
});

test('the state of a device comes by itself, with what a person can do', async () => {
  await client.printer('printer').print(JOB);
  await printer.setFault({ kind: 'cover-open' });
  await vi.waitUntil(() => client.printer('printer').status().status === 'trouble', 10_000);
  expect(client.printer('printer').status()).toMatchObject({
    detail: 'Capot ouvert',
    action: 'Refermer le capot',
  });
  expect(await client.selfTest('printer')).toMatchObject({ isOk: false, sentence: 'Capot ouvert' });
});

test('killed in the middle of a payment: in doubt, and the new host asks the terminal nothing', async () => {
  const paying = client.terminal('terminal').pay(PAYMENT);
  await vi.waitUntil(() => terminal.screen().status === 'waiting', 10_000);
  processes[0]?.kill();
  expect(await paying).toEqual({ status: 'in-doubt', reason: 'host-lost' });
  expect(client.terminal('terminal').status().detail).toBe('Le service matériel redémarre');
  terminal.decide('accept');
  expect(await client.printer('printer').print(JOB)).toEqual({ status: 'printed' });
  expect(processes).toHaveLength(2);
  expect(terminal.transactions()).toHaveLength(1);
});

test('closing ends a payment under way in doubt, and says so before the host is gone', async () => {
  const paying = client.terminal('terminal').pay(PAYMENT);
  await vi.waitUntil(() => terminal.screen().status === 'waiting', 10_000);
  await client.close();
  expect(await paying).toEqual({ status: 'in-doubt', reason: 'closed' });
});

test('the log of a device can be read, with how often it was used', async () => {
  await client.printer('printer').print(JOB);
  const log = await client.readLog('printer');
  expect(log?.metrics).toMatchObject({ tries: 1, failures: 0 });
  expect(log?.lines.map(({ sentence }) => sentence)).toContain('print job ended');
});

test('a device taken out of the settings is let go, one put in is driven', async () => {
  await client.printer('printer').print(JOB);
  client.configure([{ configuration: terminalOn(terminal.port), times: QUICK }]);
  await vi.waitUntil(() => !printer.isConnected(), 10_000);
  client.configure([{ configuration: printerOn(printer.port) }]);
  expect(await client.printer('printer').print({ ...JOB, jobId: 8 })).toEqual({
    status: 'printed',
  });
});

test('a store node that is killed takes its hardware host with it', async () => {
  const parent = fork(join(import.meta.dirname, 'parent-of-host.ts'), [], { execArgv: [] });
  const [{ pid }] = (await once(parent, 'message')) as [{ pid: number }];
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitUntil(() => !isAlive(pid), 10_000);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw fault;
  }
}
