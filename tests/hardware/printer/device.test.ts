import { createServer } from 'node:net';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { customerReceipt } from '#app/receipt/customer-receipt.ts';
import { toText } from '#app/receipt/text.ts';
import { type PrinterOptions, type ReceiptPrinter, tcpPrinter } from '#hardware/printer/device.ts';
import { CLONE_58, EPSON_80 } from '#hardware/printer/profile.ts';
import { startVirtualPrinter, type VirtualPrinter } from '#hardware/printer/virtual/server.ts';

import { receiptFactsOf } from '../../app/receipt/facts.ts';
import { until } from '../until.ts';

const RECEIPT = customerReceipt(receiptFactsOf());
/** Short enough for a test, long enough for a busy machine. */
const TIMES = { greetingMs: 400, silenceMs: 500, confirmMs: 700, probeMs: 100, reconnectMs: 20 };

let virtual: VirtualPrinter;
const printers: ReceiptPrinter[] = [];

function connect(changed: Partial<PrinterOptions> = {}, port = virtual.port): ReceiptPrinter {
  const printer = tcpPrinter({
    host: '127.0.0.1',
    port,
    profile: EPSON_80,
    now: () => new Date().toISOString(),
    times: TIMES,
    ...changed,
  });
  printers.push(printer);
  return printer;
}

/** What is said, line by line; a centred title starts elsewhere in double width. */
function said(text: string): string[] {
  return text
    .replaceAll('\u00a0', ' ')
    .trim()
    .split('\n')
    .map((line) => line.trim());
}

beforeEach(async () => {
  virtual = await startVirtualPrinter({ name: 'Essai', port: 0, pagePort: 0 });
});

afterEach(async () => {
  await Promise.all(printers.splice(0).map((printer) => printer.close()));
  await virtual.close();
});

test('a receipt is printed when the printer says so with our own job number', async () => {
  expect(await connect().print({ jobId: 1, blocks: RECEIPT })).toEqual({ status: 'printed' });
  expect(virtual.receipts().length).toBe(1);
  expect(said(virtual.receipts()[0]?.text ?? '')).toEqual(said(toText(RECEIPT, 48)));
});

test('receipts asked for at the same time come out one after the other', async () => {
  const printer = connect();
  const asked = [1, 2, 3].map((jobId) =>
    printer.print({ jobId, blocks: [{ type: 'text', text: `ticket ${jobId}` }, { type: 'cut' }] }),
  );
  expect(await Promise.all(asked)).toEqual(asked.map(() => ({ status: 'printed' })));
  expect(virtual.receipts().map(({ text }) => text)).toEqual(['ticket 3', 'ticket 2', 'ticket 1']);
});

test('with no paper the receipt waits, and is printed once when there is paper again', async () => {
  await virtual.setFault({ kind: 'paper-end' });
  const printer = connect({ times: { ...TIMES, confirmMs: 20_000 } });
  const outcome = printer.print({ jobId: 1, blocks: RECEIPT });
  await until(printer.onStatus, () => printer.status().condition === 'paper-end');
  expect(printer.status()).toMatchObject({
    status: 'trouble',
    detail: 'Plus de papier',
    action: 'Remettre du papier',
  });
  await virtual.setFault({ kind: 'none' });
  expect(await outcome).toEqual({ status: 'printed' });
  expect(virtual.receipts().length).toBe(1);
});

test('with the cover left open nobody knows, and the reason is told', async () => {
  await virtual.setFault({ kind: 'cover-open' });
  const outcome = await connect().print({ jobId: 1, blocks: RECEIPT });
  expect(outcome).toEqual({ status: 'unknown', reason: 'cover-open' });
});

test('a job given up as unknown and printed late does not confirm the next one', async () => {
  await virtual.setFault({ kind: 'paper-end' });
  const printer = connect();
  const first = [{ type: 'text', text: 'premier' } as const, { type: 'cut' } as const];
  expect(await printer.print({ jobId: 1, blocks: first })).toEqual({
    status: 'unknown',
    reason: 'paper-end',
  });
  const second = printer.print({ jobId: 2, blocks: RECEIPT });
  await until(printer.onStatus, () => printer.status().condition === 'paper-end');
  await virtual.setFault({ kind: 'none' });
  expect(await second).toEqual({ status: 'printed' });
  expect(virtual.receipts().map(({ text }) => text.includes('premier'))).toEqual([false, true]);
});

test('a cable torn out in mid-receipt leaves it unknown, and the next one is whole', async () => {
  await virtual.setFault({ kind: 'cut-cable', afterBytes: 300 });
  const printer = connect();
  expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({
    status: 'unknown',
    reason: 'connection-lost',
  });
  await virtual.setFault({ kind: 'none' });
  expect(await printer.print({ jobId: 2, blocks: RECEIPT })).toEqual({ status: 'printed' });
  expect(virtual.receipts().map(({ isComplete }) => isComplete)).toEqual([true, false]);
});

test('a printer that falls silent in mid-receipt leaves it unknown', async () => {
  await virtual.setFault({ kind: 'half-open', afterBytes: 300 });
  expect(await connect().print({ jobId: 1, blocks: RECEIPT })).toEqual({
    status: 'unknown',
    reason: 'no-answer',
  });
});

test('a printer that is silent from the start is given nothing, so it may be tried again', async () => {
  await virtual.setFault({ kind: 'half-open', afterBytes: 0 });
  const printer = connect();
  expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({
    status: 'not-sent',
    reason: 'no-answer',
  });
  await virtual.setFault({ kind: 'none' });
  expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({ status: 'printed' });
  expect(virtual.receipts().length).toBe(1);
});

test('with nothing at the other end nothing was sent, and it is said who does not answer', async () => {
  await virtual.setFault({ kind: 'off' });
  const printer = connect();
  expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({
    status: 'not-sent',
    reason: 'connection-refused',
  });
  expect(printer.status()).toMatchObject({ status: 'trouble', detail: 'Imprimante injoignable' });
});

test('a printer switched off and on again while idle is found by itself', async () => {
  const printer = connect();
  await until(printer.onStatus, () => printer.status().condition === 'online');
  await virtual.setFault({ kind: 'off' });
  await until(printer.onStatus, () => printer.status().condition === 'unreachable');
  await virtual.setFault({ kind: 'none' });
  await until(printer.onStatus, () => printer.status().condition === 'online');
  expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({ status: 'printed' });
});

test('a printer held by another till takes nothing from this one', async () => {
  const first = connect();
  expect(await first.print({ jobId: 1, blocks: RECEIPT })).toEqual({ status: 'printed' });
  const outcome = await connect().print({ jobId: 2, blocks: RECEIPT });
  expect(outcome.status).toBe('not-sent');
  expect(virtual.receipts().length).toBe(1);
});

test('a slow printer is waited for', async () => {
  await virtual.setFault({ kind: 'slow', lineMs: 30 });
  const printer = connect({ times: { ...TIMES, confirmMs: 20_000 } });
  expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({ status: 'printed' });
});

test('little paper left is a warning and prints', async () => {
  await virtual.setFault({ kind: 'near-end' });
  const printer = connect();
  expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({ status: 'printed' });
  expect(printer.status()).toMatchObject({ status: 'ready', detail: 'Bientôt plus de papier' });
});

test('a jammed cutter is told, and forgotten once it was cleared by hand', async () => {
  await virtual.setFault({ kind: 'cutter' });
  const printer = connect();
  expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({
    status: 'unknown',
    reason: 'cutter',
  });
  expect(await printer.recover()).toBe(true);
  await until(printer.onStatus, () => printer.status().condition === 'online');
  expect(await printer.print({ jobId: 2, blocks: RECEIPT })).toEqual({ status: 'printed' });
});

test('the drawer opens when it is asked to, never with a receipt', async () => {
  const printer = connect();
  await printer.print({ jobId: 1, blocks: RECEIPT });
  expect(virtual.drawerOpenings()).toBe(0);
  expect(await printer.openDrawer('drawer-1')).toEqual({ status: 'printed' });
  expect(virtual.drawerOpenings()).toBe(1);
  expect(virtual.receipts().length).toBe(1);
});

test('a printer that knows no job number confirms by the end of its buffer', async () => {
  const printer = connect({ profile: CLONE_58 });
  expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({ status: 'printed' });
  expect(await printer.print({ jobId: 2, blocks: [] })).toEqual({
    status: 'rejected',
    reason: 'empty',
  });
});

test('bytes that were taken, and the echo of another job, are not a print', async () => {
  const peers = createServer((socket) => {
    socket.on('error', () => undefined);
    // Answers every status question, and every job with the number of another.
    socket.on('data', (bytes) => {
      if (bytes.includes(Buffer.from('100404', 'hex')))
        socket.write(Buffer.from('1212121237224141414100', 'hex'));
    });
  });
  await new Promise<void>((resolve) => peers.listen(0, '127.0.0.1', resolve));
  const address = peers.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const printer = connect({}, port);
  expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({
    status: 'unknown',
    reason: 'no-confirmation',
  });
  await printer.close();
  await new Promise((resolve) => peers.close(resolve));
});

test('a driver that was closed sends nothing', async () => {
  const printer = connect();
  await printer.close();
  expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({
    status: 'not-sent',
    reason: 'closed',
  });
});
