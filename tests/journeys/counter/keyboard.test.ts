import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';

import { type CounterPage, openCounter, textsOf } from '../pages/counter.ts';
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
    expect(counter.faults).toEqual([]);
    await counter.page.context().close();
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
