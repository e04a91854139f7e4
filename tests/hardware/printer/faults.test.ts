import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { customerReceipt } from '#app/receipt/customer-receipt.ts';
import { memoryTransport } from '#hardware/link/memory.ts';
import { tcpTransport } from '#hardware/link/tcp.ts';
import type { Transport } from '#hardware/link/transport.ts';
import { printerOver, type PrinterOptions, type ReceiptPrinter } from '#hardware/printer/device.ts';
import type { PrinterProfile } from '#hardware/printer/profile.ts';
import { profileOf } from '#hardware/printer/profiles/profiles.ts';
import { startVirtualPrinter, type VirtualPrinter } from '#hardware/printer/virtual/server.ts';

import { receiptFactsOf } from '../../app/receipt/facts.ts';
import { until } from '../until.ts';

const RECEIPT = customerReceipt(receiptFactsOf());
/** Long enough for a busy machine. */
const PATIENT = {
  ...{ greetingMs: 10_000, silenceMs: 20_000, confirmMs: 20_000 },
  ...{ probeMs: 100, reconnectMs: 20 },
};
/** Where the end of patience is what is tested. */
const IMPATIENT = { ...PATIENT, silenceMs: 800, confirmMs: 1_000 };

type Kind = { readonly model: string; readonly isNetwork: boolean };
const KINDS: readonly (readonly [string, Kind])[] = [
  ['an Epson on the network', { model: 'epson-tm-m30iii', isNetwork: true }],
  ['an Epson on a serial line or a device file', { model: 'epson-tm-t88vi', isNetwork: false }],
  ['a clone on the network', { model: 'compatible-80', isNetwork: true }],
  ['a clone on a serial line or a device file', { model: 'compatible-58', isNetwork: false }],
  ['a Star on the network', { model: 'star-mc-print3', isNetwork: true }],
  ['a Star on a serial line or a device file', { model: 'star-tsp654', isNetwork: false }],
];

let virtual: VirtualPrinter;
const printers: ReceiptPrinter[] = [];
afterEach(async () => {
  await Promise.all(printers.splice(0).map((printer) => printer.close()));
  await virtual.close();
});

function known(model: string): PrinterProfile {
  const profile = profileOf(model);
  if (profile === undefined) throw new Error(`no profile ${model}`);
  return profile;
}

describe.each(KINDS)('%s', (_name, { model, isNetwork }) => {
  const profile = known(model);

  beforeEach(async () => {
    virtual = await startVirtualPrinter({
      ...{ name: 'Essai', port: 0, pagePort: 0, columns: profile.columns },
      language: profile.language === 'esc-pos' ? 'esc-pos' : 'star-prnt',
      knowsJobs: profile.jobId,
    });
  });

  function line(): Transport {
    if (isNetwork) return tcpTransport({ host: '127.0.0.1', port: virtual.port });
    return memoryTransport((far) => virtual.attach(far), '/dev/ttyUSB0');
  }

  function connect(changed: Partial<PrinterOptions> = {}): ReceiptPrinter {
    const now = () => new Date().toISOString();
    const printer = printerOver(line(), { profile, now, times: PATIENT, ...changed });
    printers.push(printer);
    return printer;
  }

  function complete(): number {
    return virtual.receipts().filter(({ isComplete }) => isComplete).length;
  }

  test('prints one receipt after the other and confirms each', async () => {
    const printer = connect();
    for (const jobId of [1, 2, 3]) {
      expect(await printer.print({ jobId, blocks: RECEIPT })).toEqual({ status: 'printed' });
    }
    expect(virtual.receipts()).toHaveLength(3);
    expect(virtual.receipts()[0]?.text).toContain('Bœuf épicé');
  });

  test.each([
    ['paper-end', 'Plus de papier', 'Remettre du papier'],
    ['cover-open', 'Capot ouvert', 'Refermer le capot'],
  ] as const)(
    'with %s before waits, says why, and prints once when healed',
    async (kind, ...said) => {
      await virtual.setFault({ kind });
      const printer = connect();
      const outcome = printer.print({ jobId: 1, blocks: RECEIPT });
      await until(printer.onStatus, () => printer.status().condition === kind);
      expect([printer.status().detail, printer.status().action]).toEqual(said);
      await virtual.setFault({ kind: 'none' });
      expect(await outcome).toEqual({ status: 'printed' });
      expect(virtual.receipts()).toHaveLength(1);
    },
  );

  test('that runs out of paper during a receipt prints it once with the new roll', async () => {
    await virtual.setFault({ kind: 'slow', lineMs: 15 });
    const printer = connect({ times: { ...PATIENT, probeMs: 50 } });
    const outcome = printer.print({ jobId: 1, blocks: RECEIPT });
    await until(printer.onStatus, () => printer.status().status === 'busy');
    await virtual.setFault({ kind: 'paper-end' });
    await until(printer.onStatus, () => printer.status().condition === 'paper-end');
    expect(virtual.receipts()).toHaveLength(0);
    await virtual.setFault({ kind: 'none' });
    expect(await outcome).toEqual({ status: 'printed' });
    expect(virtual.receipts()).toHaveLength(1);
  });

  test('with little paper left prints, and warns', async () => {
    await virtual.setFault({ kind: 'near-end' });
    const printer = connect();
    expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({ status: 'printed' });
    expect(printer.status()).toMatchObject({ status: 'ready', detail: 'Bientôt plus de papier' });
  });

  test.each(['paper-end', 'cover-open', 'cutter', 'offline'] as const)(
    'left with %s leaves the receipt unknown, for that reason',
    async (kind) => {
      await virtual.setFault({ kind });
      const printer = connect({ times: IMPATIENT });
      expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({
        status: 'unknown',
        reason: kind,
      });
    },
  );

  test('that broke before is given nothing, and prints once it has recovered', async () => {
    await virtual.setFault({ kind: 'error' });
    const printer = connect();
    await until(printer.onStatus, () => printer.status().condition === 'error');
    expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({
      status: 'not-sent',
      reason: 'printer-error',
    });
    await virtual.setFault({ kind: 'none' });
    await until(printer.onStatus, () => printer.status().condition === 'online');
    expect(virtual.receipts()).toHaveLength(0);
    expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({ status: 'printed' });
    expect(complete()).toBe(1);
  });

  test.each(['cut-cable', 'power-cut'] as const)(
    'whose receipt ends in a %s leaves it unknown, and the next one is whole',
    async (kind) => {
      await virtual.setFault({ kind, afterBytes: 400 });
      const printer = connect();
      const outcome = await printer.print({ jobId: 1, blocks: RECEIPT });
      expect(outcome).toEqual({ status: 'unknown', reason: 'connection-lost' });
      await virtual.setFault({ kind: 'none' });
      expect(await printer.print({ jobId: 2, blocks: RECEIPT })).toEqual({ status: 'printed' });
      expect(complete()).toBe(1);
    },
  );

  test('that falls silent in mid-receipt leaves it unknown at the deadline', async () => {
    await virtual.setFault({ kind: 'half-open', afterBytes: 400 });
    const printer = connect({ times: IMPATIENT });
    const outcome = await printer.print({ jobId: 1, blocks: RECEIPT });
    expect(outcome.status).toBe('unknown');
  });

  test('that is slow is waited for, however long its receipt', async () => {
    await virtual.setFault({ kind: 'slow', lineMs: 25 });
    const printer = connect({ times: { ...IMPATIENT, confirmMs: 20_000 } });
    expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({ status: 'printed' });
  });

  test('prints a receipt given up before, but does not take it for the next one', async () => {
    await virtual.setFault({ kind: 'offline' });
    const printer = connect({ times: IMPATIENT });
    const first = [{ type: 'text', text: 'premier' } as const, { type: 'cut' } as const];
    const given = await printer.print({ jobId: 1, blocks: first });
    expect(given).toEqual({ status: 'unknown', reason: 'offline' });
    const second = printer.print({ jobId: 2, blocks: RECEIPT });
    await until(printer.onStatus, () => printer.status().condition === 'offline');
    await virtual.setFault({ kind: 'none' });
    await second;
    await expect.poll(() => virtual.receipts().length).toBe(2);
    expect(virtual.receipts()[1]?.text).toContain('premier');
  });

  test('opens its drawer once when asked and tells that it is open', async () => {
    const printer = connect();
    expect(await printer.openDrawer('drawer-1')).toEqual({ status: 'printed' });
    expect(virtual.drawerOpenings()).toBe(1);
    await until(printer.onStatus, () => printer.status().drawer === 'open');
    virtual.setDrawer('shut');
    await until(printer.onStatus, () => printer.status().drawer === 'shut');
    expect(virtual.receipts()).toHaveLength(0);
  });

  test('whose drawer did not answer is not asked again by itself', async () => {
    await virtual.setFault({ kind: 'offline' });
    const printer = connect({ times: IMPATIENT });
    const outcome = await printer.openDrawer('drawer-1');
    expect(outcome).toEqual({ status: 'unknown', reason: 'offline' });
    await virtual.setFault({ kind: 'none' });
    await until(printer.onStatus, () => printer.status().condition === 'online');
    expect(virtual.drawerOpenings()).toBeLessThanOrEqual(1);
  });
});

describe('two tills with one printer', () => {
  const now = () => new Date().toISOString();

  function till(isShared: boolean): ReceiptPrinter {
    const transport = tcpTransport({ host: '127.0.0.1', port: virtual.port });
    const printer = printerOver(transport, {
      ...{ profile: known('epson-tm-m30iii'), now, times: PATIENT, isShared },
    });
    printers.push(printer);
    return printer;
  }

  beforeEach(async () => {
    virtual = await startVirtualPrinter({ name: 'Essai', port: 0, pagePort: 0 });
  });

  test('the second reads that it is occupied while the first holds it', async () => {
    const first = till(false);
    expect(await first.print({ jobId: 1, blocks: RECEIPT })).toEqual({ status: 'printed' });
    const second = till(false);
    expect(await second.print({ jobId: 2, blocks: RECEIPT })).toEqual({
      status: 'not-sent',
      reason: 'occupied',
    });
    expect(second.status()).toMatchObject({ status: 'busy', detail: 'Occupée par un autre poste' });
    await first.close();
    await until(second.onStatus, () => second.status().condition === 'online');
    expect(await second.print({ jobId: 2, blocks: RECEIPT })).toEqual({ status: 'printed' });
    expect(virtual.receipts()).toHaveLength(2);
  });

  test('both print in turn where the settings say that they share it', async () => {
    const tills = [till(true), till(true)];
    let printed = 0;
    for (let round = 0; round < 3; round += 1) {
      for (const printer of tills) {
        await expect
          .poll(async () => (await printer.print({ jobId: 1, blocks: RECEIPT })).status)
          .toBe('printed');
        printed += 1;
      }
    }
    expect(virtual.receipts()).toHaveLength(printed);
  });
});

test('a cutter cleared by hand is told so, and the printer forgets what waited', async () => {
  virtual = await startVirtualPrinter({ name: 'Essai', port: 0, pagePort: 0 });
  await virtual.setFault({ kind: 'cutter' });
  const printer = printerOver(tcpTransport({ host: '127.0.0.1', port: virtual.port }), {
    ...{ profile: known('epson-tm-m30iii'), now: () => new Date().toISOString(), times: IMPATIENT },
  });
  printers.push(printer);
  const outcome = await printer.print({ jobId: 1, blocks: RECEIPT });
  expect(outcome).toEqual({ status: 'unknown', reason: 'cutter' });
  expect(await printer.recover()).toBe(true);
  await until(printer.onStatus, () => printer.status().condition === 'online');
  expect(virtual.receipts()).toHaveLength(0);
});
