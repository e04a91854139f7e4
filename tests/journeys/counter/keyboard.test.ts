import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';
import { anOrderInput } from '#tests/world/order-input.ts';
import { COUNTER } from '#tests/world/store.ts';

import { type CounterPage, openCounter, textsOf } from '../pages/counter.ts';
import { ordersOn } from '../pages/orders.ts';
import { paymentOn } from '../pages/payment.ts';
import { SOFIA } from '../pages/sign-in.ts';
import { aShop, type Shop } from '../shop.ts';

let browser: Browser;
let shop: Shop;
let counter: CounterPage;
beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), aShop()]);
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});
beforeEach(async () => {
  counter = await openCounter(browser, shop.store);
  return async () => {
    await counter.page.context().close();
    if (counter.faults.length > 0) throw new Error(counter.faults.join(', '));
  };
});

describe('letters go to the code line again', () => {
  test.each([
    ['a note that was given up', 'F7', 'bien cuite', 'Escape'],
    ['a note that was saved', 'F7', 'bien cuite', 'Enter'],
    ['what is sold out', 'F11', 'rei', 'Escape'],
    ['a coupon that was given up', 'F10', 'ete', 'Escape'],
  ])('after %s', async (_what, key, typed, last) => {
    const { page } = counter;
    await page.keyboard.press(key);
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('textbox').or(sheet.getByRole('searchbox')).first().focus();
    await page.keyboard.type(typed);
    await page.keyboard.press(last);
    await sheet.waitFor({ state: 'detached' });
    await page.keyboard.type('rei');
    await expect.poll(() => counter.codeLine.inputValue()).toBe('rei');
  });

  test('after a cheque', async () => {
    const { page } = counter;
    await counter.tile('Reine').click();
    await page.keyboard.press('F12');
    await paymentOn(page).cheque.click();
    await page.keyboard.type('123');
    await page.keyboard.press('Enter');
    await counter.lastSale.getByText('Payé').first().waitFor();
    await page.keyboard.type('rei');
    await expect.poll(() => counter.codeLine.inputValue()).toBe('rei');
  });

  test('with the caret behind what was typed before', async () => {
    const { page } = counter;
    await page.keyboard.type('re');
    await page.keyboard.press('F7');
    await page.keyboard.type('bien cuite');
    await page.keyboard.press('Escape');
    await page.keyboard.type('i');
    await expect.poll(() => counter.codeLine.inputValue()).toBe('rei');
  });
});

test('while the till is locked no key changes the order behind the lock', async () => {
  const { page } = counter;
  const { keyboard } = page;
  await counter.tile('Reine').click();
  await page.getByRole('button', { name: /Réglages de cet écran/ }).tap();
  await page.getByRole('button', { name: 'Verrouiller la caisse' }).tap();
  await page.getByRole('heading', { name: 'Caisse verrouillée' }).waitFor();
  for (const key of ['NumpadMultiply', 'F3', 'F6', 'Delete', 'F12']) await keyboard.press(key);
  await keyboard.type(SOFIA.pin);
  await keyboard.press('Enter');
  await counter.ticket.waitFor();
  expect((await textsOf(counter.lines)).join()).toMatch(/^1 ?Reine/);
  expect(await counter.mode('À emporter').getAttribute('aria-pressed')).toBe('true');
  expect(await counter.tile('Reine').isVisible()).toBe(true);
  expect(await counter.payment.isVisible()).toBe(false);
  await keyboard.type('coc');
  await expect.poll(() => counter.codeLine.inputValue()).toBe('coc');
});

test('F4 shows the orders to deliver, and one key shows all of them', async () => {
  const { page } = counter;
  for (const mode of ['delivery', 'take-away'] as const) {
    const input = anOrderInput({ mode, payment: 'later' });
    const placed = await shop.store.request('order.place', input, COUNTER);
    expect(placed.ok, JSON.stringify(placed)).toBe(true);
  }
  await page.keyboard.press('F4');
  const deliveries = page.getByRole('dialog', { name: 'Commandes à livrer' });
  const cards = page.getByRole('dialog').getByRole('button', { name: /\d articles?/ });
  await expect.poll(() => cards.count()).toBe(1);
  await deliveries.getByRole('button', { name: 'Toutes les commandes' }).tap();
  await page.getByRole('dialog', { name: 'Commandes du jour' }).waitFor();
  await expect.poll(() => cards.count()).toBeGreaterThan(1);
});

test('an order being changed promises no key of the counter', async () => {
  const { page } = counter;
  const placed = await shop.store.request('order.place', anOrderInput(), COUNTER);
  if (!placed.ok) throw new Error(placed.refusal.code);
  expect(await counter.halfKey.innerText()).toMatch(/F6/);
  const orders = ordersOn(page);
  await orders.open((placed.value as { number: number }).number);
  await orders.key('Modifier').click();
  const half = orders.editor.getByRole('button', { name: /^Moitié-moitié/ });
  expect(await half.innerText()).not.toMatch(/F6/);
});
