import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';
import { anOrderInput } from '#tests/world/order-input.ts';
import { COUNTER } from '#tests/world/store.ts';

import { barriersOn, smallKeysOn } from '../../pages/counter-checks.ts';
import { counterOn } from '../../pages/counter.ts';
import { ordersOn } from '../../pages/orders.ts';
import { paymentOn } from '../../pages/payment.ts';
import { signInAs, SOFIA } from '../../pages/sign-in.ts';
import { aShop, decidedAtOnce, openWindow, type Shop, type Window } from '../../shop.ts';

const SCREENS = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
];
/** The patience of the till with its terminal in these tests; 150 s in a shop. */
const ANSWER_MS = 1_000;

let browser: Browser;
let shop: Shop;
let window: Window;
beforeAll(async () => {
  browser = await launchBrowser();
  shop = await aShop({ terminalTimes: { answerMs: ANSWER_MS } });
  window = await openWindow(browser, `${shop.store.url}/counter/#key=${shop.store.keys.counter}`);
  await signInAs(window.page, SOFIA);
  await counterOn(window.page).products.waitFor();
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

test('every way of paying can be used by hand, by keyboard and with weak eyes', async () => {
  const { page } = window;
  const counter = counterOn(page);
  const payment = paymentOn(page);
  for (const name of ['Reine', 'Diavola']) await counter.tile(name).click();
  await counter.payKey.click();
  await isLargeOnEveryScreen();
  const panels = [
    payment.paperTitles,
    payment.cheque,
    payment.voucher,
    payment.typedCard,
    payment.tip,
    payment.button('Partager en parts égales'),
  ];
  for (const panel of panels) {
    await panel.click();
    await payment.back.waitFor();
    await isReachable();
    await payment.back.click();
  }
  await payment.splitIn(2).click();
  await payment.cash.click();
  await payment.reverse('Espèces').click();
  await isReachable();
  await payment.back.click();
  shop.terminal.setMode(decidedAtOnce('silent'));
  await payment.card.click();
  await payment.sheet.getByText('Paiement en doute').waitFor();
  await isReachable();
  await payment.button('Payé d’après le ticket').click();
  await counter.lastSale.getByText('Payé').waitFor();
  await isReachable();
  await counter.lastSale.getByRole('button', { name: 'Facture' }).click();
  await isReachable();
  await page.keyboard.press('Escape');
});

test('everything that is done to an order can be done by hand, by keyboard and with weak eyes', async () => {
  const { page } = window;
  const orders = ordersOn(page);
  const placed = await shop.store.request(
    'order.place',
    anOrderInput({ payment: 'cash' }),
    COUNTER,
  );
  if (!placed.ok) throw new Error(placed.refusal.code);
  const { number } = placed.value as { number: number };
  await orders.open(number);
  await isLargeOnEveryScreen();
  for (const act of ['Changer de mode', 'Autre caisse', 'Historique', 'Rembourser']) {
    await orders.key(act).click();
    await isReachable();
    await orders.key('Retour à la commande').click();
  }
  await orders.key('Annuler la commande').click();
  await isReachable();
  await orders.key('Garder la commande').click();
  await orders.key('Autre heure').click();
  // Escape leaves the sheet on top only.
  await page.keyboard.press('Escape');
  await orders.key('Modifier').click();
  await orders.line('Reine').click();
  await isReachable();
  expect(window.faults).toEqual([]);
});

/** Ends on the smallest one. */
async function isLargeOnEveryScreen(): Promise<void> {
  for (const viewport of SCREENS) {
    await window.page.setViewportSize(viewport);
    expect(await smallKeysOn(window.page)).toEqual([]);
  }
  expect(await barriersOn(window.page)).toEqual([]);
}

async function isReachable(): Promise<void> {
  expect(await smallKeysOn(window.page)).toEqual([]);
  expect(await barriersOn(window.page)).toEqual([]);
}
