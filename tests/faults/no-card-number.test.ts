import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import pino from 'pino';
import { afterEach, expect, test } from 'vitest';

import { recorder } from '#hardware/link/recorder.ts';
import { tcpTransport } from '#hardware/link/tcp.ts';
import { systemTimers } from '#hardware/link/timers.ts';
import type { TerminalConfiguration } from '#hardware/configuration.ts';
import { terminalOf } from '#hardware/terminal/of-configuration.ts';
import { concertOver } from '#hardware/terminal/concert/device.ts';
import { cardOf } from '#hardware/terminal/virtual/card.ts';
import type { Protocol } from '#hardware/terminal/virtual/modes.ts';
import { startVirtualTerminal, type VirtualTerminal } from '#hardware/terminal/virtual/server.ts';
import { openDatabase } from '#main/database/open.ts';
import { sqliteSql } from '#main/database/sqlite-sql.ts';
import { writeDevice } from '#main/store/devices/device-rows.ts';
import type { StoreOptions } from '#main/store/start/start-store.ts';
import { lineAt, overSerial } from '#tests/hardware/terminal/concert/lines.ts';
import { REQUEST_3790 } from '#tests/hardware/terminal/caisse-ap/vectors.ts';
import { anOrderInput } from '#tests/world/order-input.ts';
import { aStore, COUNTER, type StoreOfTest, temporaryFolder } from '#tests/world/store.ts';

const now = (): string => new Date().toISOString();
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** All numbers that the virtual terminals of this file can have answered. */
const NUMBERS = Array.from({ length: 60 }, (_none, at) => cardOf(at).number);
/** What each of them begins with. */
const FIRST_SIX = '497010';

function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits).reduceRight((total, digit, at) => {
    const doubled = (digits.length - at) % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/**
 * Card numbers in bytes, in whatever surrounds them: the numbers that were used, as they are, in
 * hexadecimal, in base64 or as UTF-16; and every run of 13 to 19 digits that stands alone, or begins
 * like a test card, and has the right check digit.
 */
function cardNumbersIn(bytes: Buffer): string[] {
  const text = bytes.toString('latin1');
  const narrow = text.replaceAll('\0', '');
  const used = NUMBERS.filter((number) => {
    const code = Buffer.from(number);
    return [number, code.toString('hex'), code.toString('base64').slice(0, -4)].some(
      (written) => text.includes(written) || narrow.includes(written),
    );
  });
  const alone = [...narrow.matchAll(/(?<![0-9a-zA-Z])[2-6]\d{12,18}(?![0-9a-zA-Z])/g)];
  const alike = [...narrow.matchAll(new RegExp(`(?=(${FIRST_SIX}\\d{10}))`, 'g'))];
  const runs = [...alone.map(([run]) => run), ...alike.map((match) => match[1] ?? '')];
  return [...new Set([...used, ...runs.filter((run) => passesLuhn(run))])];
}

/** Every file below a folder, with the card numbers in it. */
function cardNumbersBelow(folder: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    const bytes = bytesOf(path);
    const numbers = bytes === undefined ? [] : cardNumbersIn(bytes);
    if (numbers.length > 0) found[name] = numbers;
  }
  return found;
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EISDIR') return undefined;
    throw fault;
  }
}

async function leakingTerminal(protocol: Protocol): Promise<VirtualTerminal> {
  const virtual = await startVirtualTerminal({
    ...{ name: 'Bavard', port: 0, pagePort: 0, protocol },
    mode: { kind: 'full-number', delayMs: 0 },
  });
  closers.push(virtual.close);
  return virtual;
}

/** A store node that writes its log beside its database. */
async function aLoggingStore(
  folder: string,
  options: Partial<StoreOptions> = {},
): Promise<StoreOfTest> {
  const log = pino(
    { level: 'trace' },
    pino.destination({ dest: join(folder, 'store.log'), sync: true }),
  );
  const store = await aStore({ folder, log, ...options });
  closers.push(store.remove);
  return store;
}

/** Sells by card until that many payments are written as paid; what a screen shows of each order. */
async function payOrders(store: StoreOfTest, count: number): Promise<string> {
  const database = new Database(join(store.folder, 'store.sqlite'), { readonly: true });
  const paid = database.prepare("select count(*) from payment where status = 'paid'").pluck();
  const shown: string[] = [];
  for (let sold = 1; sold <= count; sold += 1) {
    const input = anOrderInput({ payment: 'card' });
    expect(await store.request('order.place', input, COUNTER)).toMatchObject({ ok: true });
    await expect.poll(() => paid.get(), { timeout: 20_000 }).toBe(sold);
    const detail = await store.request('order.detail', { orderId: input.orderId }, COUNTER);
    expect(detail).toMatchObject({ ok: true });
    shown.push(JSON.stringify(detail));
  }
  database.close();
  return shown.join(' ');
}

test('the search finds a number that was left somewhere, however it is written', () => {
  const [number = ''] = NUMBERS;
  for (const left of [
    number,
    `{"pan":"${number}"}`,
    `0100000911010${number}  `,
    Buffer.from(number, 'utf16le').toString('latin1'),
    Buffer.from(number).toString('hex'),
    Buffer.from(number).toString('base64'),
    '4111111111111111',
  ])
    expect(cardNumbersIn(Buffer.from(left, 'latin1'))).toHaveLength(1);
  expect(cardNumbersIn(Buffer.from('497010######4577 4111111111111112 2026112019000012'))).toEqual(
    [],
  );
});

test('the terminals of this test do answer whole card numbers', async () => {
  const virtual = await leakingTerminal('caisse-ap');
  const socket = createConnection({ host: '127.0.0.1', port: virtual.port });
  socket.write(REQUEST_3790);
  const pieces: Buffer[] = [];
  for await (const piece of socket) pieces.push(piece as Buffer);
  expect(cardNumbersIn(Buffer.concat(pieces))).toHaveLength(1);
});

test('a store paid through a Caisse-AP terminal that tells whole numbers keeps none of them', async () => {
  const virtual = await leakingTerminal('caisse-ap');
  const folder = temporaryFolder();
  const store = await aLoggingStore(folder, {
    terminal: { host: '127.0.0.1', port: virtual.port, times: { quietMs: 50 } },
  });
  const shown = await payOrders(store, 3);
  expect(virtual.transactions()).toHaveLength(3);
  expect(cardNumbersIn(Buffer.from(shown))).toEqual([]);
  expect(cardNumbersBelow(folder)).toEqual({});
  await store.close();
  expect(cardNumbersBelow(folder)).toEqual({});
  // The masked number is there, so that the payment can be found again.
  expect(readFileSync(join(folder, 'store.sqlite'), 'latin1')).toMatch(/497010######\d{4}/);
  // What is searched is what was written: a number put there is found.
  writeFileSync(join(folder, 'left.txt'), NUMBERS[1] ?? '');
  expect(Object.keys(cardNumbersBelow(folder))).toEqual(['left.txt']);
});

test('a store paid through a Concert terminal that reports whole numbers keeps none of them', async () => {
  const virtual = await leakingTerminal('concert');
  const { transport, pull } = await overSerial(virtual);
  closers.push(pull);
  const folder = temporaryFolder();
  await saveTerminal(folder, {
    ...{ kind: 'terminal', id: 'terminal', name: 'TPE', tillNumber: '01' },
    protocol: 'concert',
    line: lineAt(transport.address),
  });
  const store = await aLoggingStore(folder);
  const shown = await payOrders(store, 3);
  expect(virtual.transactions()).toHaveLength(3);
  expect(cardNumbersIn(Buffer.from(shown))).toEqual([]);
  expect(cardNumbersBelow(folder)).toEqual({});
  await store.close();
  expect(cardNumbersBelow(folder)).toEqual({});
});

async function saveTerminal(folder: string, configuration: TerminalConfiguration): Promise<void> {
  // A first start makes the tables.
  const first = await aStore({ folder });
  await first.close();
  const database = await openDatabase(join(folder, 'store.sqlite'));
  writeDevice(sqliteSql(database), configuration);
  database.close();
}

test('captures of a line that carries whole numbers hold none of them', async () => {
  const captured: string[] = [];
  const clock = (): number => performance.now();
  const wrap = (transport: Parameters<typeof recorder>[0]) =>
    recorder(transport, (line) => captured.push(line), clock);
  const log = { info: () => undefined, warn: () => undefined };
  const caisseAp = await leakingTerminal('caisse-ap');
  const terminal = terminalOf(
    {
      ...{ kind: 'terminal', id: 'one', name: 'TPE', tillNumber: '01' },
      ...{ protocol: 'caisse-ap', host: '127.0.0.1', port: caisseAp.port },
    } as TerminalConfiguration,
    { now, timers: systemTimers, log, wrap, times: { quietMs: 50 } },
  );
  closers.push(terminal.close);
  expect(await terminal.pay({ paymentId: 'one', amountCents: 3790 })).toMatchObject({
    status: 'paid',
  });
  const concert = await leakingTerminal('concert');
  const other = concertOver(wrap(tcpTransport({ host: '127.0.0.1', port: concert.port })), {
    ...{ tillNumber: '01', now, log },
  });
  closers.push(other.close);
  expect(await other.pay({ paymentId: 'two', amountCents: 3790 })).toMatchObject({
    status: 'paid',
  });
  const bytes = captured
    .map((line) => (JSON.parse(line) as { hex?: string }).hex ?? '')
    .map((hex) => Buffer.from(hex, 'hex'));
  // The answers are there, and whole but for the number.
  expect(Buffer.concat(bytes).toString('latin1')).toContain('CB0080000379');
  expect(cardNumbersIn(Buffer.concat(bytes))).toEqual([]);
  expect(cardNumbersIn(Buffer.from(captured.join('\n')))).toEqual([]);
});
