import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';

import { openCounter } from '../pages/counter.ts';
import { SOFIA } from '../pages/sign-in.ts';
import { aShop, openWindow, plainText, type Shop } from '../shop.ts';

let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  shop = await aShop();
});
afterEach(() => shop.close());

test('in English, the terminal and the way out of two halves are said in English', async () => {
  const { url, keys } = shop.store;
  const { page } = await openWindow(browser, `${url}/counter/#key=${keys.counter}`, {
    beforeOpening: async (opened) => {
      await opened.addInitScript(() => localStorage.setItem('oc-pizza.language', 'en'));
    },
  });
  await page.getByRole('button', { name: /^Sofia/ }).click();
  await page.keyboard.type(SOFIA.pin);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Reine/ }).click();
  await page.keyboard.press('F6');
  const leave = page.getByRole('button', { name: /^Cancel/ }).filter({ hasText: 'Esc' });
  expect(plainText(await leave.innerText())).toMatch(/Esc$/);
  await page.keyboard.press('Escape');
  // The terminal says that it is ready once it has been asked.
  const card = page.getByRole('dialog').getByRole('button', { name: /^Card/ });
  await page.keyboard.press('F12');
  await card.first().click();
  await page.getByText('Paid by card').waitFor();
  await page.getByRole('button', { name: /^Reine/ }).click();
  await page.keyboard.press('F12');
  await expect
    .poll(async () => plainText(await card.first().innerText()))
    .toMatch(/Terminal ready/);
});

test('a note on nuggets is a note on an article, and one sauce of them is offered', async () => {
  const counter = await openCounter(browser, shop.store);
  const { page } = counter;
  await page.getByRole('button', { name: 'Entrées' }).click();
  await counter.products
    .getByRole('button', { name: /nuggets/i })
    .first()
    .click();
  await counter.lines.first().getByRole('button').click();
  await page.getByRole('button', { name: /Note sur cet article/ }).waitFor();
  await page.getByText(/1 offerte/).waitFor();
});
