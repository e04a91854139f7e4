import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Block } from '#app/receipt/blocks.ts';
import { customerReceipt } from '#app/receipt/customer-receipt.ts';
import { LOGO } from '#app/receipt/logo.ts';
import type { Columns } from '#app/receipt/layout.ts';
import { toSvg } from '#app/receipt/svg.ts';
import { silentLog } from '#hardware/link/log.ts';
import { systemTimers } from '#hardware/link/timers.ts';
import { printerOf } from '#hardware/printer/of-configuration.ts';
import { startVirtualPrinter } from '#hardware/printer/virtual/server.ts';
import { launchBrowser } from '#tests/world/browser.ts';

import { receiptFactsOf } from '../../../app/receipt/facts.ts';

const ADDRESS = 'https://oc-pizza.example/avis?t=lyon-3&n=42&c=7f3a';
const LONGEST = 'https://oc-pizza.example/'.padEnd(200, 'AbC-019.z');

let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'oc-pizza-'));
  if (spawnSync('zbarimg', ['--version']).error !== undefined) {
    throw new Error('zbarimg reads the codes of these tests: apt-get install zbar-tools');
  }
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What zbarimg, which is not ours, reads on the picture of a paper. */
async function readOn(svg: string): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 700, height: 1_800 } });
  await page.setContent(`<body style="margin:0">${svg}</body>`);
  const file = join(folder, 'paper.png');
  writeFileSync(file, await page.screenshot({ fullPage: true }));
  await page.close();
  const { stdout } = spawnSync('zbarimg', [
    '--quiet',
    '--raw',
    '-Sdisable',
    '-Sqrcode.enable',
    file,
  ]);
  return stdout.toString().trim();
}

function receiptWith(qr: string): Block[] {
  const { store } = receiptFactsOf();
  return customerReceipt(receiptFactsOf({ qr, store: { ...store, logo: LOGO } }));
}

describe('the code of a receipt is read by a reader written by others', () => {
  test.each<readonly [Columns, string]>([
    [32, ADDRESS],
    [42, ADDRESS],
    [48, ADDRESS],
    [32, LONGEST],
  ])('as an image of %i characters, saying %s', async (columns, address) => {
    expect(await readOn(toSvg(receiptWith(address), columns))).toBe(address);
  });

  test.each([
    ['esc-pos', 'epson-tm-m30iii', ADDRESS],
    ['esc-pos', 'epson-tm-m30iii', LONGEST],
    ['star-prnt', 'star-mc-print3', ADDRESS],
  ] as const)(
    'as drawn by a virtual printer that speaks %s',
    async (language, profile, address) => {
      const virtual = await startVirtualPrinter({ name: 'Essai', port: 0, pagePort: 0, language });
      const driver = printerOf(
        {
          ...{
            kind: 'printer',
            id: 'caisse',
            name: 'Caisse',
            language,
            profile,
            roles: ['receipt'],
          },
          transport: { kind: 'tcp', host: '127.0.0.1', port: virtual.port },
        },
        { now: () => new Date().toISOString(), timers: systemTimers, log: silentLog },
      );
      expect(await driver.print({ jobId: 1, blocks: receiptWith(address) })).toEqual({
        status: 'printed',
      });
      expect(await readOn(virtual.receipts()[0]?.svg ?? '')).toBe(address);
      await driver.close();
      await virtual.close();
    },
  );
});
