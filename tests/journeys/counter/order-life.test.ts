import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';
import { anOrderInput, newId } from '#tests/world/order-input.ts';
import { COUNTER } from '#tests/world/store.ts';

import { approvalOn, approveAs } from '../pages/approval.ts';
import { type CounterPage, openCounter } from '../pages/counter.ts';
import { openKitchen } from '../pages/kitchen.ts';
import { ordersOn } from '../pages/orders.ts';
import { NADIA } from '../pages/sign-in.ts';
import { aShop, plainText, type Shop } from '../shop.ts';

const REINE = { lineId: '1', productId: 'reine', sizeId: 'm', quantity: 1, changes: [] } as const;
const DIAVOLA = { ...REINE, lineId: '2', productId: 'diavola' } as const;

let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

let counter: CounterPage;
let orders: ReturnType<typeof ordersOn>;
beforeEach(async () => {
  shop = await aShop();
  counter = await openCounter(browser, shop.store);
  orders = ordersOn(counter.page);
});
afterEach(async () => {
  const { faults } = counter;
  await counter.page.close();
  await shop.close();
  if (faults.length > 0) throw new Error(faults.join(', '));
});

test('a pizza given back is refunded to the card it was paid with, once a manager agreed', async () => {
  await counter.tile('Reine').click();
  await counter.tile('Diavola').click();
  await counter.payKey.click();
  await counter.cardKey.click();
  await counter.lastSale.getByText('Payé par carte').waitFor();
  expect(shop.terminal.chargedCents()).toBe(2480);

  // Slow enough to see the order change behind the panel, while the card is still to be presented.
  shop.terminal.setMode({ kind: 'accept', delayMs: 800 });
  await orders.open(1);
  await orders.key('Rembourser').click();
  await orders.button(/^Un de plus à rendre.*Diavola/).click();
  await orders.key('Froid ou abîmé').click();
  await orders.sheet.getByText('À rembourser 12,90 €').waitFor();
  await orders.button(/^Rembourser 12,90/).click();
  await approvalOn(counter.page).sheet.getByText('12,90 € sur la commande 1').waitFor();
  await approveAs(counter.page, NADIA);
  await expect.poll(() => shop.terminal.chargedCents()).toBe(1190);
  await orders.sheet.getByText('1 remboursé', { exact: true }).waitFor();
  await orders.key('Historique').click();
  await orders.sheet.getByText('« Froid ou abîmé »').first().waitFor();
  expect(plainText(await orders.sheet.innerText())).toMatch(/accord de Nadia/);
});

test('a pizza added after the order was sent reaches the kitchen as a difference', async () => {
  await placed();
  const kitchen = await openKitchen(browser, shop.store);
  await kitchen.ticket(1).waitFor();

  await orders.open(1);
  await orders.key('Modifier').click();
  await orders.tile('Pepperoni').click();
  expect(plainText(await orders.line('Pepperoni').innerText())).toContain('Pepperoni M ajouté');
  await orders.line('Reine').click();
  await orders.more('Reine').click();
  await orders.save.click();
  await orders.sheet.waitFor();

  await expect.poll(() => kitchen.ticketText(1)).toMatch(/MODIFIÉ.*AJOUT 1 PEPPERONI/i);
  expect(await kitchen.numbers()).toEqual([1]);
  expect(await kitchen.ticketText(1)).toMatch(/2 REINE M 1 DIAVOLA M/i);
  await kitchen.page.close();
});

describe('two tills that change the same order', () => {
  test('on different lines: both changes stand', async () => {
    const orderId = await placed();
    await orders.open(1);
    await orders.key('Modifier').click();
    await orders.line('Reine').click();
    await orders.more('Reine').click();
    await elsewhere(orderId, { ...DIAVOLA, quantity: 3 });
    await orders.save.click();
    await orders.sheet.waitFor();
    await expect.poll(() => quantities(orderId)).toEqual({ reine: 2, diavola: 3 });
    await orders.sheet
      .getByText(/Une autre caisse a aussi changé cette commande.*maintenant de 62,50\s€/)
      .waitFor();
  });

  test('on the same line: the second one is told what changed, and goes on from there', async () => {
    const orderId = await placed();
    await orders.open(1);
    await orders.key('Modifier').click();
    await orders.line('Reine').click();
    await orders.more('Reine').click();
    await elsewhere(orderId, { ...REINE, quantity: 4 });
    await orders.save.click();
    const refusal = orders.editor.getByRole('alert');
    await expect
      .poll(async () => plainText(await refusal.innerText()))
      .toMatch(/a changé sur une autre caisse.*4 × Reine M/);
    expect(await quantities(orderId)).toEqual({ reine: 4, diavola: 1 });

    await orders.editor.getByRole('button', { name: 'Reprendre sur la commande à jour' }).click();
    await orders.line('Diavola').click();
    await orders.more('Diavola').click();
    await orders.save.click();
    await orders.sheet.waitFor();
    await expect.poll(() => quantities(orderId)).toEqual({ reine: 4, diavola: 2 });
  });
});

test('an order that the kitchen has begun is cancelled with a reason and a manager', async () => {
  const orderId = await placed();
  await shop.store.request('order.start', { orderId }, COUNTER);
  await orders.open(1);
  await orders.key('Annuler la commande').click();
  await orders.key('Client parti').click();
  await orders.key('Annuler la commande').click();
  await approveAs(counter.page, NADIA);
  await orders.view('Remises au client').click();
  await orders.lane('Remises au client').getByText('Annulée').waitFor();
});

/** One Reine and one Diavola, to be paid later. */
async function placed(): Promise<string> {
  const input = anOrderInput({ lines: [REINE, DIAVOLA], payment: 'later' });
  const answer = await shop.store.request('order.place', input, COUNTER);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return input.orderId;
}

/** What another till does to a line meanwhile. */
async function elsewhere(orderId: string, line: object): Promise<void> {
  const operations = [{ kind: 'replace', line }];
  const input = { orderId, baseRevision: 1, operations, editId: newId() };
  const answer = await shop.store.request('order.edit', input, COUNTER);
  if (!answer.ok) throw new Error(answer.refusal.code);
}

async function quantities(orderId: string): Promise<Record<string, number>> {
  const detail = await shop.store.request('order.detail', { orderId }, COUNTER);
  if (!detail.ok) throw new Error(detail.refusal.code);
  const { lines } = detail.value as { lines: { productId: string; quantity: number }[] };
  return Object.fromEntries(lines.map(({ productId, quantity }) => [productId, quantity]));
}
