import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { CartLine } from '#app/domain/order/events.ts';
import { launchBrowser } from '#tests/world/browser.ts';
import { anOrderInput } from '#tests/world/order-input.ts';
import { COUNTER } from '#tests/world/store.ts';

import { approveAs } from '../../pages/approval.ts';
import { type CounterPage, openCounter } from '../../pages/counter.ts';
import { ordersOn } from '../../pages/orders.ts';
import { paymentOn } from '../../pages/payment.ts';
import { NADIA } from '../../pages/sign-in.ts';
import { aShop, decidedAtOnce, plainText, type Shop } from '../../shop.ts';

/** The patience of the till with its terminal in these tests; 150 s in a shop. */
const ANSWER_MS = 1_500;

let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

let counter: CounterPage;
let payment: ReturnType<typeof paymentOn>;
beforeEach(async () => {
  shop = await aShop({ terminalTimes: { answerMs: ANSWER_MS } });
  counter = await openCounter(browser, shop.store);
  payment = paymentOn(counter.page);
});
afterEach(async () => {
  const { faults } = counter;
  await counter.page.close();
  await shop.close();
  if (faults.length > 0) throw new Error(faults.join(', '));
});

describe('a bill', () => {
  test('split between three is paid in three ways, and what was pressed by mistake is taken back', async () => {
    for (const name of ['Reine', '4 Fromages', 'Diavola']) await counter.tile(name).click();
    await counter.payKey.click();
    await payment.splitIn(3).click();
    expect(await payment.due()).toMatch(/^Part 1 sur 3.*12,57/);
    await payment.button(/^20 € Reçu/).click();
    await expect.poll(() => payment.due()).toMatch(/^Part 2 sur 3.*25,13.*12,57/);
    await payment.sheet.getByRole('status').getByText('À rendre').waitFor();

    await payment.cheque.click();
    await payment.button(/^Encaisser le chèque de 12,57/).click();
    await expect.poll(() => payment.due()).toMatch(/^Part 3 sur 3.*12,56/);
    await payment.reverse('Chèque').click();
    await payment.button('Mauvais moyen de paiement').click();
    await payment.button('Annuler ce paiement').click();
    await approveAs(counter.page, NADIA);
    await expect.poll(() => payment.due()).toMatch(/^Part 2 sur 3.*12,57/);

    await payment.card.click();
    await expect.poll(() => payment.due()).toMatch(/^Part 3 sur 3.*12,56/);
    await payment.card.click();
    await counter.lastSale.getByText('Payé').waitFor();
    expect(await payments()).toMatchObject([
      { method: 'cash', amountCents: 1257, changeCents: 743, status: 'paid' },
      { method: 'cheque', amountCents: 1257, status: 'reversed' },
      { method: 'card', amountCents: 1257, status: 'paid' },
      { method: 'card', amountCents: 1256, status: 'paid' },
    ]);
    expect(shop.terminal.chargedCents()).toBe(2513);
  });

  test('split in two is paid by keyboard alone, after a refused card as well', async () => {
    shop.terminal.setMode(decidedAtOnce('refuse'));
    await counter.tile('Reine').click();
    await counter.payKey.click();
    await payment.splitIn(2).click();
    await counter.page.keyboard.press('e');
    await expect.poll(() => payment.due()).toMatch(/^Part 2 sur 2.*5,95/);
    await counter.page.keyboard.press('c');
    await payment.sheet.getByText('Carte refusée').waitFor();
    await counter.page.keyboard.press('e');
    await counter.lastSale.getByText('Payé').waitFor();
    expect(await payments()).toMatchObject([
      { method: 'cash', amountCents: 595, status: 'paid' },
      { method: 'card', amountCents: 595, status: 'declined' },
      { method: 'cash', amountCents: 595, status: 'paid' },
    ]);
  });

  test('with a beer on it is paid by titre-restaurant up to 25 €, the rest another way (E12)', async () => {
    await openToPay([
      { productId: 'reine', sizeId: 'g' },
      { productId: 'salade-italienne', sizeId: 'unit' },
      { productId: 'tiramisu', sizeId: 'unit' },
      { productId: '1664-33', sizeId: 'unit' },
    ]);
    expect(await payment.due()).toMatch(/33,40 €$/);
    await payment.titleCard.getByText('25,00', { exact: false }).waitFor();
    await payment.titleCard.click();
    await expect.poll(() => payment.due()).toMatch(/8,40 €$/);
    // The limit of the day is used up.
    expect(await payment.titleCard.isDisabled()).toBe(true);
    await payment.cash.click();
    await payment.sheet.getByText('Payé', { exact: true }).waitFor();
    expect(await payments()).toMatchObject([
      { method: 'meal-voucher-card', amountCents: 2500, status: 'paid' },
      { method: 'cash', amountCents: 840, status: 'paid' },
    ]);
  });

  test('is paid for some of its lines only, each once', async () => {
    for (const name of ['Reine', 'Diavola']) await counter.tile(name).click();
    await counter.payKey.click();
    await payment.line('Diavola').click();
    expect(await payment.due()).toMatch(/^Lignes choisies.*12,90/);
    await payment.card.click();
    await expect.poll(() => payment.due()).toMatch(/11,90 €$/);
    expect(await payment.line('Diavola').isDisabled()).toBe(true);
    await payment.cash.click();
    await counter.lastSale.getByText('Payé').waitFor();
    expect(await payments()).toMatchObject([
      { method: 'card', amountCents: 1290, lineIds: ['2'] },
      { method: 'cash', amountCents: 1190 },
    ]);
  });
});

test('a gift voucher is sold by itself, its code is shown large, and it pays for a pizza', async () => {
  await counter.page.getByRole('button', { name: 'Vendre un bon d’achat' }).click();
  const sale = counter.page.getByRole('dialog', { name: 'Vendre un bon d’achat' });
  await sale.getByRole('button', { name: /^20,00/ }).click();
  await sale.getByRole('button', { name: /^Ajouter un bon de 20,00/ }).click();
  await counter.payKey.click();
  await payment.cash.click();
  const sold = counter.lastSale.getByRole('region', { name: 'Bon d’achat vendu' });
  const [code = ''] = plainText(await sold.innerText()).match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/) ?? [];
  expect(code).not.toBe('');

  await counter.tile('Reine').click();
  await counter.payKey.click();
  await payment.voucher.click();
  const field = payment.sheet.getByRole('textbox', { name: 'Code du bon' });
  await field.fill(code.replaceAll('-', '').toLowerCase());
  await field.press('Enter');
  await payment.button(/^Payer 11,90 € avec ce bon il restera 8,10/).waitFor();
  await field.press('Enter');
  await counter.lastSale.getByText('Bon d’achat', { exact: false }).first().waitFor();
  const found = await shop.store.request('voucher.find', { code }, COUNTER);
  expect(found).toMatchObject({ value: { soldCents: 2000, balanceCents: 810 } });
});

test('a card in doubt is looked up on the slip of the terminal, and settled without a second charge', async () => {
  shop.terminal.setMode(decidedAtOnce('silent'));
  await counter.tile('Reine').click();
  await counter.payKey.click();
  await payment.card.click();
  await payment.sheet.getByText('Paiement en doute').waitFor();
  expect(plainText(await payment.sheet.innerText())).toMatch(
    /une opération de 11,90 € vers \d\d:\d\d/,
  );
  shop.terminal.setMode(decidedAtOnce('accept'));
  await payment.button('Réimprimer le ticket du terminal').click();
  await expect.poll(() => payment.sheet.getByRole('status').last().innerText()).toMatch(/ticket/);
  await payment.button('Payé d’après le ticket').click();
  await counter.lastSale.getByText('Payé par carte').waitFor();
  expect(shop.terminal.transactions()).toHaveLength(1);
});

/** An order placed before, its payment open on the screen. */
async function openToPay(lines: readonly Pick<CartLine, 'productId' | 'sizeId'>[]): Promise<void> {
  const cart = lines.map((line) => ({ ...line, quantity: 1, changes: [] }));
  const input = anOrderInput({ lines: cart, payment: 'later', mode: 'on-site' });
  const placed = await shop.store.request('order.place', input, COUNTER);
  if (!placed.ok) throw new Error(placed.refusal.code);
  const orders = ordersOn(counter.page);
  await orders.open(1);
  await orders.button(/^Encaisser/).click();
  await payment.sheet.waitFor();
}

/** The payments of the newest order. */
async function payments(): Promise<unknown> {
  const board = await shop.store.request('order.board', {}, COUNTER);
  if (!board.ok) throw new Error(board.refusal.code);
  const order = (board.value as { orderId: string }[]).at(-1);
  const detail = await shop.store.request('order.detail', { orderId: order?.orderId }, COUNTER);
  if (!detail.ok) throw new Error(detail.refusal.code);
  return (detail.value as { payments: unknown }).payments;
}
