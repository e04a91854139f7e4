import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';

import { countTaps, openCounter } from './pages/counter.ts';
import { openKitchen } from './pages/kitchen.ts';
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

test('a pizza is sold by card in three taps, made in the kitchen, and both screens agree after a reload', async () => {
  const { store, terminal } = shop;
  const counter = await openCounter(browser, store);
  const kitchen = await openKitchen(browser, store);
  await kitchen.nothingToMake.waitFor();

  const taps = await countTaps(counter.page);
  await counter.tile('Reine').tap();
  await counter.payKey.tap();
  await counter.cardKey.tap();
  const number = await counter.lastNumber();
  expect(await taps()).toBe(3);

  await counter.lastSale.getByText('Payé par carte').waitFor();
  expect(terminal.transactions()).toMatchObject([{ amountCents: 1190, result: 'paid' }]);
  await counter.payment.waitFor({ state: 'hidden' });

  await kitchen.ticket(number).waitFor();
  expect(await kitchen.ticketText(number)).toMatch(/1 Reine M/i);
  await kitchen.start(number);
  await kitchen.finish(number);
  await kitchen.nothingToMake.waitFor();
  await orderIs('ready', number);

  await kitchen.openRecallList();
  await kitchen.recallKey(number).tap();
  await kitchen.finishKey(number).waitFor();
  await orderIs('preparing', number);

  await Promise.all([counter.page.reload(), kitchen.page.reload()]);
  await kitchen.finishKey(number).waitFor();
  await counter.ordersKey.tap();
  const orders = counter.page.getByRole('dialog', { name: 'Commandes du jour' });
  const preparing = orders.getByRole('region', { name: /^En préparation/ });
  await preparing.getByRole('button', { name: new RegExp(`^${number} `) }).waitFor();
  expect(counter.faults).toEqual([]);
  expect(kitchen.faults).toEqual([]);
});

async function orderIs(status: string, number: number): Promise<void> {
  const board = await shop.store.request('order.board', {}, { role: 'counter', name: 'counter' });
  expect(board).toMatchObject({ ok: true, value: [{ number, status }] });
}
