import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';

import { openCounter } from '../pages/counter.ts';
import { openKitchen } from '../pages/kitchen.ts';
import { ordersOn } from '../pages/orders.ts';
import { aShop, plainText, type Shop } from '../shop.ts';

let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), aShop()]);
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

test('an order for tomorrow says so on the ticket, the card, the board and in the kitchen', async () => {
  const counter = await openCounter(browser, shop.store);
  const { page, ticket } = counter;
  await counter.tile('Reine').click();
  await ticket.getByRole('button', { name: /Prêt vers/ }).click();
  const sheet = page.getByRole('dialog', { name: /Pour quand/ });
  await sheet.getByRole('button', { name: /^Demain/ }).click();
  await sheet.getByRole('button', { name: /^12.h/ }).click();
  await sheet.getByRole('button', { name: ':30', exact: true }).click();
  await sheet.getByRole('button', { name: /^Pour/ }).click();
  const promise = ticket.getByRole('button', { name: /Prêt/ });
  expect(plainText(await promise.innerText())).toMatch(/^Prêt demain 12:30/);

  await counter.payKey.click();
  await counter.laterKey.click();
  await counter.lastSale.getByText('demain 12:30').waitFor();

  const orders = ordersOn(page);
  await counter.ordersKey.click();
  await orders.view('Plus tard').click();
  await orders.lane('Plus tard').getByText('demain 12:30').waitFor();
  await orders.lane('Plus tard').getByRole('button').click();
  await orders.sheet.getByText(/pour demain 12:30/).waitFor();

  const kitchen = await openKitchen(browser, shop.store);
  await kitchen.page.getByRole('button', { name: /^Plus tard/ }).click();
  await kitchen.page
    .getByRole('dialog')
    .getByText(/promise demain 12:30/)
    .waitFor();
  expect([...counter.faults, ...kitchen.faults]).toEqual([]);
});
