import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';
import { COUNTER } from '#tests/world/store.ts';

import { type CounterPage, openCounter } from '../../pages/counter.ts';
import { paymentOn } from '../../pages/payment.ts';
import { aShop, type Shop } from '../../shop.ts';

let browser: Browser;
let shop: Shop;
let counter: CounterPage;
let payment: ReturnType<typeof paymentOn>;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  shop = await aShop();
  counter = await openCounter(browser, shop.store);
  payment = paymentOn(counter.page);
  await counter.tile('Reine').tap();
  await counter.page.keyboard.press('F12');
  await payment.sheet.waitFor();
});
afterEach(async () => {
  const { faults } = counter;
  await counter.page.close();
  await shop.close();
  if (faults.length > 0) throw new Error(faults.join(', '));
});

test('a paper title opened by touch takes the digits and Enter: no card is charged', async () => {
  const { keyboard } = counter.page;
  await payment.paperTitles.tap();
  await keyboard.type('950');
  await payment.button(/^Ajouter ce titre ?9,50/).waitFor();
  await keyboard.press('Enter');
  await payment.button('Retirer le titre de 9,50').waitFor();
  expect(shop.terminal.transactions()).toEqual([]);

  // One step back keeps the title; it is there when the panel is opened again.
  await keyboard.press('Escape');
  await payment.paperTitles.tap();
  await payment.button('Retirer le titre de 9,50').waitFor();
  // On a Sunday or a holiday it asks why.
  const reason = payment.button('Mention sur le titre');
  if (await reason.isVisible()) await reason.tap();
  await keyboard.press('Enter');
  await expect.poll(() => payment.due()).toMatch(/2,40 €$/);
  expect(await payments()).toMatchObject([{ method: 'meal-voucher', amountCents: 950 }]);
  expect(shop.terminal.transactions()).toEqual([]);
});

test('a tip opened by touch takes the digits, and Enter charges the bill with it once', async () => {
  const { keyboard } = counter.page;
  await payment.tip.tap();
  await keyboard.press('Enter');
  await keyboard.type('150');
  await payment.button(/^CB 11,90 € \+ 1,50 €/).waitFor();
  await keyboard.press('Enter');
  await counter.lastSale.getByText('Payé').first().waitFor();
  expect(await payments()).toMatchObject([{ method: 'card', amountCents: 1190, tipCents: 150 }]);
  expect(shop.terminal.transactions()).toHaveLength(1);
});

test('a digit cuts the bill where it asks between how many', async () => {
  await payment.button(/^÷n/).tap();
  await counter.page.keyboard.press('Enter');
  await counter.page.keyboard.press('4');
  await expect.poll(() => payment.due()).toMatch(/^Part 1 sur 4.*2,98/);
  expect(shop.terminal.transactions()).toEqual([]);
});

test('letters typed beside the field of a panel go to it, and Enter does nothing without them', async () => {
  const { keyboard } = counter.page;
  await payment.typedCard.tap();
  await payment.sheet.getByRole('heading', { name: 'Saisie manuelle TPE' }).tap();
  await keyboard.press('Enter');
  await keyboard.type('A12');
  const field = payment.sheet.getByRole('textbox', { name: 'Numéro d’autorisation' });
  await expect.poll(() => field.inputValue()).toBe('A12');
  expect(shop.terminal.transactions()).toEqual([]);
});

test.each(['Titres papier', 'Chèque', 'Bon d’achat', 'Saisie TPE', 'Pourboire'])(
  'Escape in « %s » goes back to the means of payment, a second one to the order',
  async (name) => {
    await payment.sheet.getByRole('button', { name, exact: true }).tap();
    await payment.back.waitFor();
    await counter.page.keyboard.press('Escape');
    await payment.back.waitFor({ state: 'detached' });
    expect(await payment.sheet.isVisible()).toBe(true);
    await counter.page.keyboard.press('Escape');
    await payment.sheet.waitFor({ state: 'detached' });
    expect(shop.terminal.transactions()).toEqual([]);
  },
);

/** The payments of the order that was placed. */
async function payments(): Promise<unknown> {
  const board = await shop.store.request('order.board', {}, COUNTER);
  if (!board.ok) throw new Error(board.refusal.code);
  const order = (board.value as { orderId: string }[]).at(-1);
  const detail = await shop.store.request('order.detail', { orderId: order?.orderId }, COUNTER);
  if (!detail.ok) throw new Error(detail.refusal.code);
  return (detail.value as { payments: unknown }).payments;
}
