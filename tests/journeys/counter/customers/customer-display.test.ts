import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { deviceName } from '#main/gateway/device-name.ts';
import { launchBrowser } from '#tests/world/browser.ts';
import { tillOf } from '#tests/world/till.ts';

import { hasNoBarrier } from '../../pages/barriers.ts';
import { type CounterPage, openCounter, textsOf } from '../../pages/counter.ts';
import { aShop, openWindow, plainText, type Shop } from '../../shop.ts';

/** The address of a centre that does not answer: its receipts have an address all the same. */
const NOBODY = 'http://127.0.0.1:9';
const BEHIND_THE_TILL = { width: 1024, height: 768 };

let browser: Browser;
let shop: Shop;
let counter: CounterPage;
let display: Page;
let faults: readonly string[];
/** As the QR code of the first sale says it. */
let receiptUrl: string;
beforeAll(async () => {
  [browser, shop] = await Promise.all([
    launchBrowser(),
    aShop({ centre: { url: NOBODY, enrolmentCode: undefined } }),
  ]);
  counter = await openCounter(browser, shop.store);
  const secret = await counter.page.evaluate(() =>
    window.localStorage.getItem('oc-pizza.device-secret.counter'),
  );
  const till = deviceName('counter', secret);
  const { store } = shop;
  const url = `${store.url}/customer-display/?till=${till ?? ''}#key=${store.keys.display}`;
  ({ page: display, faults } = await openWindow(browser, url, { viewport: BEHIND_THE_TILL }));
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

const lines = () => display.getByRole('list', { name: 'Votre commande' }).getByRole('listitem');
const shownText = async () => plainText(await display.getByRole('main').innerText());

test('the customer sees the order as it is typed, what to pay, their change and their receipt', async () => {
  await display.getByText('Bienvenue').waitFor();
  await hasNoBarrier(display);

  await counter.tile('Reine').tap();
  await counter.tile('Calzone').tap();
  await expect.poll(() => textsOf(lines())).toEqual(['1 Reine M 11,90', '1 Calzone M 12,90']);
  expect(await shownText()).toMatch(/Total 24,80 €/);
  await hasNoBarrier(display);

  await counter.payKey.tap();
  await display.getByText('À payer').waitFor();
  expect(await shownText()).toMatch(/À payer 24,80 €/);

  await counter.cash(/^30/).tap();
  await display.getByText('Votre monnaie').waitFor();
  expect(await shownText()).toMatch(/Votre monnaie 5,20 €/);
  await display.getByRole('img', { name: 'Votre ticket, sans papier' }).waitFor();
  await hasNoBarrier(display);

  const [order] = await tillOf(shop.store).ask('order.board', {});
  receiptUrl = `${NOBODY}/r/lyon-3/${order?.orderId ?? ''}`;
  await counter.tile('Reine').tap();
  await expect.poll(() => textsOf(lines())).toEqual(['1 Reine M 11,90']);
  expect([...counter.faults, ...faults]).toEqual([]);
});

test('a code that the scanner types goes to the order, and the customer sees what it gives', async () => {
  await scan(counter.page, 'ETUDIANT');
  await expect.poll(shownText).toMatch(/Vos avantages .* −\d/);
  expect(await counter.codeLine.inputValue()).toBe('');
  await hasNoBarrier(display);
});

test('the code of a receipt opens its order, and nothing of it is left in the code line', async () => {
  await scan(counter.page, receiptUrl);
  await counter.page.getByRole('dialog', { name: 'Commandes du jour' }).waitFor();
  await counter.page.keyboard.press('Escape');
  expect(await counter.codeLine.inputValue()).toBe('');
});

test('what a quick hand types in the code line is no scan', async () => {
  await scan(counter.page, 'calzone');
  await expect.poll(() => counter.lines.count()).toBe(2);
});

test('when the cashier leaves, nobody’s order stays on the screen', async () => {
  await counter.page.reload();
  await counter.page.getByRole('button', { name: /Réglages de cet écran/ }).tap();
  await counter.page.getByRole('button', { name: 'Changer de personne' }).tap();
  await display.getByText('Bienvenue').waitFor();
});

/** Between two keys of a scanner, in seconds: what the page is told, however slow the machine is. */
const GAP_S = 0.008;

/** Presses the keys of a code at the pace of a scanner. */
async function scan(page: Page, code: string): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  let timestamp = Date.now() / 1_000;
  for (const key of [...code.split(''), 'Enter']) {
    timestamp += GAP_S;
    const text = key === 'Enter' ? '\r' : key;
    const pressed = { key, code: codeOf(key), timestamp };
    await devTools.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...pressed });
    await devTools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...pressed });
  }
  await devTools.detach();
}

/** The place of a key on the keyboard, as far as codes use it. */
function codeOf(key: string): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  return /^\d$/.test(key) ? `Digit${key}` : key;
}
