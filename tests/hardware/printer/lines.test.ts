import { afterEach, describe, expect, test } from 'vitest';

import { customerReceipt } from '#app/receipt/customer-receipt.ts';
import type { TransportConfiguration } from '#hardware/configuration.ts';
import { silentLog } from '#hardware/link/log.ts';
import { systemTimers } from '#hardware/link/timers.ts';
import type { ReceiptPrinter } from '#hardware/printer/device.ts';
import { printerOf } from '#hardware/printer/of-configuration.ts';
import type { PrinterEnd } from '#hardware/printer/virtual/plug.ts';
import { startVirtualPrinter, type VirtualPrinter } from '#hardware/printer/virtual/server.ts';

import { receiptFactsOf } from '../../app/receipt/facts.ts';
import { pseudoTerminal } from '../link/pseudo-terminal.ts';
import { until } from '../until.ts';

const RECEIPT = customerReceipt(receiptFactsOf());
const TIMES = { greetingMs: 1_000, silenceMs: 2_000, probeMs: 200, reconnectMs: 50 };

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

type Terminal = Awaited<ReturnType<typeof pseudoTerminal>>;

/** The printer's end of a line without a cable, and how to pull it: nothing is said into it after. */
function endOf(terminal: Terminal): PrinterEnd & { readonly pull: () => Promise<void> } {
  let isPulled = false;
  const pull = (): Promise<void> => {
    isPulled = true;
    return terminal.close();
  };
  return {
    pull,
    listen: (listener) => terminal.listen((bytes) => listener.received(bytes)),
    write: (bytes) => {
      if (!isPulled) terminal.say(Buffer.from(bytes).toString('latin1'));
      return Promise.resolve(true);
    },
    close: () => void pull(),
    tear: () => void pull(),
  };
}

const LINES: readonly (readonly [string, (path: string) => TransportConfiguration])[] = [
  [
    'a serial line',
    (path) => ({
      ...{ kind: 'serial', path, baudRate: 19_200, dataBits: 8, parity: 'none' },
      ...{ stopBits: 1, flow: 'none' },
    }),
  ],
  ['a device file', (path) => ({ kind: 'file', path })],
];

describe.each(LINES)('a printer on %s', (_name, transportOn) => {
  async function plugged(
    profile = 'epson-tm-t88vi',
    confirmMs = 3_000,
  ): Promise<{ virtual: VirtualPrinter; printer: ReceiptPrinter; pull: () => Promise<void> }> {
    const isStar = profile.startsWith('star');
    const virtual = await startVirtualPrinter({
      ...{ name: 'Essai', port: 0, pagePort: 0, columns: 42 },
      language: isStar ? 'star-prnt' : 'esc-pos',
      knowsJobs: !profile.startsWith('compatible'),
    });
    closers.push(virtual.close);
    const terminal = await pseudoTerminal();
    const end = endOf(terminal);
    closers.push(end.pull);
    virtual.attach(end);
    const printer = printerOf(
      {
        ...{ kind: 'printer', id: 'caisse', name: 'Caisse', roles: ['receipt'], profile },
        language: isStar ? 'star-prnt' : 'esc-pos',
        transport: transportOn(terminal.path),
      },
      {
        ...{ now: () => new Date().toISOString(), timers: systemTimers, log: silentLog },
        times: { ...TIMES, confirmMs },
      },
    );
    closers.push(printer.close);
    return { virtual, printer, pull: end.pull };
  }

  test.each(['epson-tm-t88vi', 'star-tsp654', 'compatible-80'])('as a %s prints', async (model) => {
    const { virtual, printer } = await plugged(model);
    for (const jobId of [1, 2]) {
      expect(await printer.print({ jobId, blocks: RECEIPT })).toEqual({ status: 'printed' });
    }
    expect(virtual.receipts()).toHaveLength(2);
    expect(virtual.receipts()[0]?.text).toContain('Bœuf épicé');
  });

  test('without paper waits, says why and prints once when healed', async () => {
    const { virtual, printer } = await plugged('epson-tm-t88vi', 30_000);
    await virtual.setFault({ kind: 'paper-end' });
    const outcome = printer.print({ jobId: 1, blocks: RECEIPT });
    await until(printer.onStatus, () => printer.status().condition === 'paper-end');
    await virtual.setFault({ kind: 'none' });
    expect(await outcome).toEqual({ status: 'printed' });
    expect(virtual.receipts()).toHaveLength(1);
  });

  test('whose cable is pulled in mid-receipt leaves it unknown', async () => {
    const { virtual, printer, pull } = await plugged('epson-tm-t88vi', 30_000);
    await until(printer.onStatus, () => printer.status().condition === 'online');
    await virtual.setFault({ kind: 'cover-open' });
    const outcome = printer.print({ jobId: 1, blocks: RECEIPT });
    await until(printer.onStatus, () => printer.status().condition === 'cover-open');
    await pull();
    expect((await outcome).status).toBe('unknown');
    expect(virtual.receipts()).toHaveLength(0);
  });

  test('that says nothing is given nothing', async () => {
    const { virtual, printer } = await plugged();
    await virtual.setFault({ kind: 'half-open', afterBytes: 0 });
    expect(await printer.print({ jobId: 1, blocks: RECEIPT })).toEqual({
      status: 'not-sent',
      reason: 'no-answer',
    });
  });
});
