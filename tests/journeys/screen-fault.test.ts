import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';
import { anOrderInput } from '#tests/world/order-input.ts';
import { COUNTER } from '#tests/world/store.ts';

import { hasNoBarrier } from './pages/barriers.ts';
import { openCounter, textsOf } from './pages/counter.ts';
import { aShop, type Shop } from './shop.ts';

let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), aShop()]);
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

test('a fault of the screen says so, loads it again, and the order being taken is back', async () => {
  const counter = await openCounter(browser, shop.store);
  const { page } = counter;
  await counter.tile('Reine').tap();
  await expect.poll(() => counter.lines.count()).toBe(1);
  // Kept a moment after the paint.
  await expect
    .poll(() => page.evaluate(() => window.localStorage.getItem('oc-pizza.counter.drafts')))
    .toContain('reine');
  await shop.store.request('order.place', anOrderInput(), COUNTER);
  await page.evaluate(() => {
    const { filter } = Array.prototype;
    Array.prototype.filter = function failing(this: unknown[], ...rest: unknown[]) {
      const [first] = this;
      if (typeof first === 'object' && first !== null && 'promisedAt' in first)
        throw new Error('a fault of the screen');
      return Reflect.apply(filter, this, rest) as unknown[];
    };
  });
  await counter.ordersKey.tap();
  await page.getByRole('heading', { name: 'Cet écran a eu un problème' }).waitFor();
  await hasNoBarrier(page);
  await counter.products.waitFor();
  await expect.poll(async () => (await textsOf(counter.lines)).join(' ')).toMatch(/Reine/);
});
