import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';
import { COUNTER } from '#tests/world/store.ts';

import { openCounter } from '../pages/counter.ts';
import { openKitchen } from '../pages/kitchen.ts';
import { aShop, type Shop } from '../shop.ts';

let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), aShop()]);
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

test('a double tap on a pay key places one order and takes the money once', async () => {
  const { store, terminal } = shop;
  const counter = await openCounter(browser, store);
  const kitchen = await openKitchen(browser, store);

  await counter.tile('Reine').click();
  await counter.payKey.click();
  await counter.cardKey.dblclick();
  const byCard = await counter.lastNumber();
  await counter.lastSale.getByText('Payé par carte').waitFor();

  await counter.tile('Calzone').click();
  await counter.payKey.click();
  await counter.cashKey.dblclick();
  await counter.lastSale.getByRole('heading', { name: `Commande ${byCard + 1}` }).waitFor();
  await counter.lastSale.getByText('Payé en espèces').waitFor();

  await expect.poll(() => kitchen.numbers()).toEqual([byCard, byCard + 1]);
  expect(await store.request('order.board', {}, COUNTER)).toMatchObject({
    value: [
      { number: byCard, totalCents: 1190, dueCents: 0 },
      { number: byCard + 1, totalCents: 1290, dueCents: 0 },
    ],
  });
  expect(terminal.transactions()).toMatchObject([{ amountCents: 1190, result: 'paid' }]);
});

test('a double tap on the key of a ticket moves the order on by one step', async () => {
  const { store } = shop;
  const kitchen = await openKitchen(browser, store);
  const [number] = await kitchen.numbers();
  if (number === undefined) throw new Error('the board is empty');
  await kitchen.startKey(number).dblclick();
  await kitchen.finishKey(number).waitFor();
  expect(await store.request('order.board', {}, COUNTER)).toMatchObject({
    value: [{ number, status: 'preparing' }, { status: 'placed' }],
  });
});
