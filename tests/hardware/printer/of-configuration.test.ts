import { afterEach, describe, expect, test } from 'vitest';

import type { PrinterConfiguration } from '#hardware/configuration.ts';
import { silentLog } from '#hardware/link/log.ts';
import { systemTimers } from '#hardware/link/timers.ts';
import type { ReceiptPrinter } from '#hardware/printer/device.ts';
import { printerOf } from '#hardware/printer/of-configuration.ts';
import { profileFor } from '#hardware/printer/profiles/of-configuration.ts';
import { startVirtualPrinter, type VirtualPrinter } from '#hardware/printer/virtual/server.ts';

const CONTEXT = { now: () => new Date().toISOString(), timers: systemTimers, log: silentLog };

let virtual: VirtualPrinter | undefined;
let printer: ReceiptPrinter | undefined;
afterEach(async () => {
  await printer?.close();
  await virtual?.close();
});

function configured(changed: Partial<PrinterConfiguration> = {}): PrinterConfiguration {
  return {
    ...({ kind: 'printer', id: 'caisse', name: 'Caisse', language: 'esc-pos' } as const),
    ...({ profile: 'epson-tm-m30iii', roles: ['receipt'] } as const),
    transport: { kind: 'tcp', host: '127.0.0.1', port: virtual?.port ?? 9_100 },
    ...changed,
  };
}

describe('a printer of the settings', () => {
  test.each([
    ['esc-pos', 'epson-tm-m30iii'],
    ['star-prnt', 'star-mc-print3'],
    ['star-prnt', 'star-tsp654'],
    ['star-prnt', 'a model nobody knows'],
  ] as const)('that speaks %s as %s prints', async (language, profile) => {
    virtual = await startVirtualPrinter({ name: 'Essai', port: 0, pagePort: 0, language });
    printer = printerOf(configured({ language, profile }), CONTEXT);
    const blocks = [{ type: 'text', text: 'Bœuf 13,90 €' } as const, { type: 'cut' } as const];
    expect(await printer.print({ jobId: 1, blocks })).toEqual({ status: 'printed' });
    expect(virtual.receipts()[0]?.text.trim()).toBe('Bœuf 13,90 €');
  });

  test('keeps the table that its calibration page found', () => {
    expect(profileFor(configured({ profile: 'epson-tm-t20iii', codeTable: 19 }))).toMatchObject({
      codePage: 'cp858',
      codeTable: 19,
    });
    expect(profileFor(configured({ codeTable: 77 }))).toMatchObject({
      codePage: 'windows1252',
      codeTable: 77,
    });
  });

  test('is never spoken to in another language than the settings say', () => {
    expect(profileFor(configured({ profile: 'star-tsp654' })).language).toBe('esc-pos');
    const star = configured({ profile: 'star-tsp654', language: 'star-prnt' });
    expect(profileFor(star).language).toBe('star-line');
  });
});
