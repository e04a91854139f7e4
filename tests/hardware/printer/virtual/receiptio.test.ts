import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { PrinterFault, VirtualLanguage } from '#hardware/printer/virtual/machine.ts';
import { startVirtualPrinter, type VirtualPrinter } from '#hardware/printer/virtual/server.ts';

/**
 * receiptio is a printer client written by others; it knows one port only. Its exit codes: 0 printed,
 * 100 online, 101 cover, 102 paper, 103 error, 104 offline, 105 cut off, 106 no end, 200 and 201 drawer.
 */
const PORT = 9_100;
const CLIENT = new URL('../../../../node_modules/receiptio/bin/cli.js', import.meta.url).pathname;
const TICKET = 'Pizzeria du port\n\nReine | 12,90\n\n{code:ABC; option:qrcode,4,m}\n';

let folder: string;
let virtual: VirtualPrinter | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'oc-pizza-'));
  writeFileSync(join(folder, 'ticket.receipt'), TICKET);
  await assertPortIsFree();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(async () => {
  await virtual?.close();
  virtual = undefined;
});

async function assertPortIsFree(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(
        new Error(`receiptio prints on port ${PORT} only, and another program has it: end it.`),
      ),
    );
    probe.listen(PORT, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

async function plugIn(fault: PrinterFault, language: VirtualLanguage = 'esc-pos') {
  virtual = await startVirtualPrinter({ name: 'Essai', port: PORT, pagePort: 0, language });
  await virtual.setFault(fault);
  return virtual;
}

function receiptio(...more: string[]): Promise<number | null> {
  const client = spawn(process.execPath, [CLIENT, '-d', '127.0.0.1', '-t', '5', ...more], {
    cwd: folder,
    stdio: 'ignore',
  });
  return new Promise((resolve) => client.on('exit', resolve));
}

const STATES: readonly (readonly [said: string, fault: PrinterFault, code: number])[] = [
  ['is well prints', { kind: 'none' }, 0],
  ['has little paper prints', { kind: 'near-end' }, 0],
  ['is slow prints', { kind: 'slow', lineMs: 20 }, 0],
  ['has its cover open says so', { kind: 'cover-open' }, 101],
  ['has no paper says so', { kind: 'paper-end' }, 102],
  ['has a jammed cutter says so', { kind: 'cutter' }, 103],
  ['is broken says so', { kind: 'error' }, 103],
  ['loses its line in mid-receipt is seen as gone', { kind: 'cut-cable', afterBytes: 200 }, 105],
  ['loses its power in mid-receipt is seen as gone', { kind: 'power-cut', afterBytes: 200 }, 105],
  ['is switched off is seen as gone', { kind: 'off' }, 105],
  ['falls silent in mid-receipt never ends', { kind: 'half-open', afterBytes: 200 }, 106],
];

describe('to a client written by others, a virtual ESC/POS printer', () => {
  test.each(STATES)('that %s', async (_said, fault, code) => {
    const printer = await plugIn(fault);
    expect(await receiptio('-p', 'escpos', 'ticket.receipt')).toBe(code);
    expect(printer.receipts().filter(({ isComplete }) => isComplete)).toHaveLength(
      code === 0 ? 1 : 0,
    );
    // What another encoder wrote is drawn as it says.
    if (code === 0) expect(printer.receipts()[0]?.text).toMatch(/Reine +12,90/);
  });

  test.each<readonly [string, PrinterFault]>([
    ['is put offline by its key', { kind: 'offline' }],
    ['is silent from the start', { kind: 'half-open', afterBytes: 0 }],
  ])('that %s is offline', async (_said, fault) => {
    await plugIn(fault);
    expect(await receiptio('-p', 'escpos', 'ticket.receipt')).toBe(104);
  });

  test('says that it is online, and whether its drawer is open', async () => {
    const printer = await plugIn({ kind: 'none' });
    expect(await receiptio('-p', 'escpos', '-q', 'printer')).toBe(100);
    expect(await receiptio('-p', 'escpos', '-q', 'drawer')).toBe(200);
    printer.setDrawer('open');
    expect(await receiptio('-p', 'escpos', '-q', 'drawer')).toBe(201);
  });
});

describe('to a client written by others, a virtual Star printer', () => {
  test.each(STATES)('that %s', async (_said, fault, code) => {
    const printer = await plugIn(fault, 'star-prnt');
    expect(await receiptio('-p', 'star', 'ticket.receipt')).toBe(code);
    expect(printer.receipts().filter(({ isComplete }) => isComplete)).toHaveLength(
      code === 0 ? 1 : 0,
    );
    // What another encoder wrote is drawn as it says.
    if (code === 0) expect(printer.receipts()[0]?.text).toMatch(/Reine +12,90/);
  });

  test('says that it is online, and whether its drawer is open', async () => {
    const printer = await plugIn({ kind: 'none' }, 'star-prnt');
    expect(await receiptio('-p', 'star', '-q', 'printer')).toBe(100);
    expect(await receiptio('-p', 'star', '-q', 'drawer')).toBe(200);
    printer.setDrawer('open');
    expect(await receiptio('-p', 'star', '-q', 'drawer')).toBe(201);
  });
});
