import { afterEach, expect, test } from 'vitest';

import { chooseBrowser } from '#scripts/browser.ts';
import { launchBrowser } from '#tests/world/browser.ts';

const before = process.env['OC_PIZZA_BROWSER'];
afterEach(() => {
  if (before === undefined) delete process.env['OC_PIZZA_BROWSER'];
  else process.env['OC_PIZZA_BROWSER'] = before;
});

/** Opens a page as the journeys do, and reads a French amount from it. */
async function firstPage() {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<button>Encaisser</button>');
    await page.getByRole('button', { name: 'Encaisser' }).click();
    return await page.evaluate(() =>
      new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(12.5),
    );
  } finally {
    await browser.close();
  }
}

test('journeys run on the browser of this system, or on the packaged one', async () => {
  expect(await firstPage()).toBe('12,50\u00a0€');
});

// The packaged browser is for Linux on x64; elsewhere the choice refuses with a sentence.
const packagedRuns = process.platform === 'linux' && process.arch === 'x64';

test('journeys run on the packaged browser where the system has none', async () => {
  process.env['OC_PIZZA_BROWSER'] = 'package';
  if (packagedRuns) {
    expect(chooseBrowser().name).toMatch(/^@sparticuz\/chromium/);
    expect(await firstPage()).toBe('12,50\u00a0€');
  } else {
    expect(() => chooseBrowser()).toThrow(/install Chromium/);
  }
});
