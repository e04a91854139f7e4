import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';

import { hasNoBarrier } from './pages/barriers.ts';
import { aShop, openWindow, type Shop } from './shop.ts';

let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), aShop()]);
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

test.each(['counter', 'kitchen', 'customer-display', 'setup'])(
  'a screen of %s without its key says what is missing',
  async (surface) => {
    const { page, faults } = await openWindow(browser, `${shop.store.url}/${surface}/`);
    await page.getByRole('heading', { name: 'Écran à associer' }).waitFor();
    await hasNoBarrier(page);
    expect(faults).toEqual([]);
  },
);

test('a screen with a wrong key is paired by the right address, in the window that is open', async () => {
  const { url, keys } = shop.store;
  const { page, faults } = await openWindow(browser, `${url}/counter/#key=${'x'.repeat(32)}`);
  await page.getByRole('heading', { name: 'Écran à associer' }).waitFor();
  const address = `${url}/counter/#key=${keys.counter}`;
  await page.evaluate((to) => window.location.assign(to), address);
  await page.getByRole('button', { name: /Sofia/ }).waitFor();
  expect(page.url()).toBe(`${url}/counter/`);
  expect(faults).toEqual([]);
});
