import { join } from 'node:path';

import Database from 'better-sqlite3';
import pino from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { startVirtualPrinter, type VirtualPrinter } from '#hardware/printer/virtual/server.ts';
import { startVirtualTerminal, type VirtualTerminal } from '#hardware/terminal/virtual/server.ts';
import { anOrderInput } from '#tests/world/order-input.ts';
import { aStore, COUNTER, type StoreOfTest } from '#tests/world/store.ts';

/** A whole store node whose hardware host is killed while it takes a card and prints a receipt. */

let printer: VirtualPrinter;
let terminal: VirtualTerminal;
let store: StoreOfTest;
/** Of the hosts, as they became ready. */
let pids: number[];

beforeEach(async () => {
  printer = await startVirtualPrinter({ name: 'Comptoir', port: 0, pagePort: 0 });
  terminal = await startVirtualTerminal({ name: 'Comptoir', port: 0, pagePort: 0 });
  pids = [];
  const log = pino({ base: null }, { write: note });
  store = await aStore({
    log,
    printer: { host: '127.0.0.1', port: printer.port },
    terminal: { host: '127.0.0.1', port: terminal.port, times: { quietMs: 50 } },
  });
  await vi.waitUntil(() => pids.length === 1, 30_000);
});
afterEach(async () => {
  await store.remove();
  await Promise.all([printer.close(), terminal.close()]);
});

function note(line: string): void {
  const { msg, pid } = JSON.parse(line) as { msg: string; pid: number };
  if (msg === 'hardware host ready') pids.push(pid);
}

function killHost(): void {
  const pid = pids.at(-1);
  if (pid === undefined) throw new Error('no host was started');
  process.kill(pid, 'SIGKILL');
}

async function ask(method: string, input: unknown): Promise<void> {
  const answer = await store.request(method, input, COUNTER);
  if (!answer.ok) throw new Error(`${method} refused: ${answer.refusal.code}`);
}

/** Read from the file, as somebody would after the service. */
function rows(query: string): unknown[] {
  const database = new Database(join(store.folder, 'store.sqlite'), { readonly: true });
  try {
    return database.prepare(query).all();
  } finally {
    database.close();
  }
}
const payments = () => rows('select status, reason from payment');
const receipts = () =>
  rows("select state, reason, copy from print_job where role = 'receipt' order by job_id");

test('a card payment before the terminal is in doubt in the journal, and is asked only once', async () => {
  await ask('order.place', anOrderInput({ payment: 'card' }));
  await expect.poll(() => terminal.screen().status).toBe('waiting');
  killHost();
  await expect.poll(payments).toEqual([{ status: 'in-doubt', reason: 'host-lost' }]);
  terminal.decide('accept');
  await expect.poll(() => pids.length).toBe(2);
  // The next payment goes through the new host, and the first one is not asked by it.
  terminal.setMode({ kind: 'accept', delayMs: 0 });
  await ask('order.place', anOrderInput({ payment: 'card' }));
  await expect.poll(payments).toEqual(expect.arrayContaining([{ status: 'paid', reason: null }]));
  expect(terminal.transactions()).toHaveLength(2);
});

test('a receipt under way is unknown, is not printed again by itself, and the next one is printed', async () => {
  const input = anOrderInput();
  await ask('order.place', input);
  await printer.setFault({ kind: 'slow', lineMs: 400 });
  await ask('receipt.print', { orderId: input.orderId });
  await expect
    .poll(() => receipts().map((row) => (row as { state: string }).state))
    .toEqual(['sending']);
  killHost();
  await expect.poll(receipts).toEqual([{ state: 'unknown', reason: 'host-lost', copy: 0 }]);
  await printer.setFault({ kind: 'none' });
  await ask('receipt.print', { orderId: input.orderId });
  await expect.poll(receipts).toEqual([
    { state: 'unknown', reason: 'host-lost', copy: 0 },
    { state: 'printed', reason: null, copy: 1 },
  ]);
  const marked = printer.receipts().filter(({ text }) => text.includes('DUPLICATA'));
  expect(marked).toHaveLength(1);
});
