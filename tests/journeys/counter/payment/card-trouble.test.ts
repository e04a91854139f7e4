import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';
import { COUNTER } from '#tests/world/store.ts';

import { type CounterPage, openCounter } from '../../pages/counter.ts';
import { openKitchen } from '../../pages/kitchen.ts';
import { aShop, decidedAtOnce, type Shop } from '../../shop.ts';

/** The patience of the till with its terminal in these tests; 150 s in a shop. */
const ANSWER_MS = 1_500;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

let shop: Shop;
let counter: CounterPage;
beforeEach(async () => {
  shop = await aShop({ terminalTimes: { answerMs: ANSWER_MS } });
  counter = await openCounter(browser, shop.store);
});
afterEach(async () => {
  if (counter.faults.length > 0) throw new Error(counter.faults.join(', '));
  await counter.page.close();
  await shop.close();
});

describe('an order paid by card', () => {
  test('that is declined stays in the kitchen, says that nothing was charged, and is paid at the second try', async () => {
    shop.terminal.setMode(decidedAtOnce('refuse'));
    await sellByCard();
    await counter.payment.getByText('Carte refusée').waitFor();
    await isOwed(1190);
    await isInTheKitchen();

    shop.terminal.setMode(decidedAtOnce('accept'));
    await counter.cardKey.click();
    await counter.lastSale.getByText('Payé par carte').waitFor();
    await isOwed(0);
    expect(shop.terminal.transactions().map(({ result }) => result)).toEqual(['paid', 'refused']);
  });

  test('whose terminal never answers is in doubt until the cashier reads the slip: paid, and not asked again', async () => {
    shop.terminal.setMode(decidedAtOnce('silent'));
    await sellByCard();
    await counter.payment.getByText('Paiement en doute').waitFor();
    await isOwed(1190);
    await isInTheKitchen();

    await counter.page.reload();
    await counter.ordersKey.click();
    const orders = counter.page.getByRole('dialog', { name: 'Commandes du jour' });
    await orders.getByRole('button', { name: /^1 / }).click();
    await orders.getByRole('button', { name: /^Encaisser/ }).click();
    await counter.payment.getByRole('button', { name: 'Payé d’après le ticket' }).click();
    await isOwed(0);
    expect(shop.terminal.transactions()).toHaveLength(1);
  });

  test('whose line breaks in the answer is in doubt; not paid says the cashier, and cash settles it once', async () => {
    shop.terminal.setMode(decidedAtOnce('cut'));
    await sellByCard();
    await counter.payment.getByText('Paiement en doute').waitFor();
    await counter.payment.getByRole('button', { name: 'Pas payé' }).click();
    await counter.cashKey.waitFor();
    await isOwed(1190);
    await counter.cashKey.click();
    await isOwed(0);
    expect(shop.terminal.transactions()).toHaveLength(1);
    expect(await payments()).toMatchObject([
      { method: 'card', status: 'declined' },
      { method: 'cash', status: 'paid', amountCents: 1190 },
    ]);
  });

  test('while the terminal cannot be reached is placed all the same, and paid in cash', async () => {
    await shop.terminal.close();
    await sellByCard();
    await counter.payment.getByRole('alert').getByText('TPE', { exact: false }).waitFor();
    await isOwed(1190);
    await isInTheKitchen();
    await counter.cashKey.click();
    await counter.lastSale.getByText('Payé en espèces').waitFor();
    await isOwed(0);
  });
});

async function sellByCard(): Promise<void> {
  await counter.tile('Reine').click();
  await counter.payKey.click();
  await counter.cardKey.click();
}

async function isOwed(dueCents: number): Promise<void> {
  const due = async () => {
    const board = await shop.store.request('order.board', {}, COUNTER);
    return board.ok ? (board.value as { dueCents: number }[]).map((order) => order.dueCents) : [];
  };
  await expect.poll(due).toEqual([dueCents]);
}

async function isInTheKitchen(): Promise<void> {
  const kitchen = await openKitchen(browser, shop.store);
  await kitchen.ticket(1).waitFor();
  await kitchen.page.close();
}

async function payments(): Promise<unknown> {
  const board = await shop.store.request('order.board', {}, COUNTER);
  if (!board.ok) throw new Error(board.refusal.code);
  const [order] = board.value as { orderId: string }[];
  const detail = await shop.store.request('order.detail', { orderId: order?.orderId }, COUNTER);
  if (!detail.ok) throw new Error(detail.refusal.code);
  return (detail.value as { payments: unknown }).payments;
}
