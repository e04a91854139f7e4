import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';
import { COUNTER } from '#tests/world/store.ts';

import { type CounterPage, openCounter, textsOf } from '../../pages/counter.ts';
import { aShop, plainText, type Shop } from '../../shop.ts';

let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), aShop()]);
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

test('a whole sale is made by keyboard alone, VAT follows the mode, and the receipt comes only when asked for', async () => {
  const counter = await openCounter(browser, shop.store);
  const { keyboard } = counter.page;

  await keyboard.type('2rei m -oig +oli');
  await counter.page
    .getByText('2 × Reine moyenne, sans oignons, + olives noires')
    .first()
    .waitFor();
  await keyboard.press('Enter');
  await keyboard.type('coc');
  await keyboard.press('Enter');
  await expect.poll(() => textsOf(counter.lines)).toHaveLength(2);
  const [pizzas, drink] = await textsOf(counter.lines);
  expect(pizzas).toMatch(/2 ?Reine ?M.*25,80.*olives noires/);
  expect(pizzas).toMatch(/sans ?oignons/i);
  expect(drink).toMatch(/1 ?Coca-Cola canette 33 cl.*2,00/);

  // A closed can bears 5.5 % when it leaves the premises and 10 % on site (R-VAT-02).
  expect(await counter.totalText()).toBe('3 articles · dont TVA 2,45 27,80 €');
  await keyboard.press('F3');
  await isPressed(counter, 'Livraison');
  await keyboard.press('F3');
  await isPressed(counter, 'Sur place');
  expect(await counter.totalText()).toBe('3 articles · dont TVA 2,53 27,80 €');
  await keyboard.press('F3');
  await isPressed(counter, 'À emporter');
  expect(await counter.totalText()).toBe('3 articles · dont TVA 2,45 27,80 €');

  await keyboard.press('F12');
  await counter.payment.waitFor();
  await keyboard.type('3000');
  await counter.payment.getByText('À rendre').first().waitFor();
  await keyboard.press('Enter');

  const number = await counter.lastNumber();
  const said = plainText(await counter.lastSale.innerText());
  expect(said).toMatch(/À rendre ?2,20 €/);
  expect(await counter.payment.isVisible()).toBe(false);
  // Whoever gives back the change still reads it when the browser was started again in between.
  await counter.page.reload();
  await counter.lastSale.getByText('À rendre').waitFor();
  expect(await counter.lastNumber()).toBe(number);
  const board = await shop.store.request('order.board', {}, COUNTER);
  expect(board).toMatchObject({ value: [{ number, totalCents: 2780, dueCents: 0 }] });

  expect(shop.printer.receipts()).toEqual([]);
  await tabTo(counter, 'Ticket');
  await keyboard.press('Enter');
  await expect.poll(() => shop.printer.receipts().length).toBe(1);
  const [receipt] = shop.printer.receipts();
  expect(receipt).toMatchObject({ isComplete: true });
  const printed = plainText(receipt?.text ?? '');
  expect(printed).toContain('Reine');
  expect(printed).toContain('27,80');
  expect(printed).toMatch(/2,35.*0,10|0,10.*2,35/);
  await counter.receiptKey.getByText('imprimé', { exact: false }).waitFor();
  expect(counter.faults).toEqual([]);
});

async function isPressed(counter: CounterPage, mode: string): Promise<void> {
  await expect.poll(() => counter.mode(mode).getAttribute('aria-pressed')).toBe('true');
}

/** Moves the focus with the tabulator until it is on the key that begins with this word. */
async function tabTo(counter: CounterPage, word: string): Promise<void> {
  const { page } = counter;
  const focused = () => page.locator(':focus').first().textContent();
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').count()) > 0 && (await focused())?.startsWith(word)) return;
  }
  throw new Error(`no key « ${word} » within 40 steps of the tabulator`);
}
