import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';
import { anOrderInput } from '#tests/world/order-input.ts';
import { COUNTER } from '#tests/world/store.ts';

import { clippedOn, smallKeysOn } from '../../pages/counter-checks.ts';
import { type CounterPage, openCounter } from '../../pages/counter.ts';
import { ordersOn } from '../../pages/orders.ts';
import { paymentOn } from '../../pages/payment.ts';
import { aShop, plainText, type Shop } from '../../shop.ts';

let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

let counter: CounterPage;
let payment: ReturnType<typeof paymentOn>;
beforeEach(async () => {
  shop = await aShop();
  counter = await openCounter(browser, shop.store);
  payment = paymentOn(counter.page);
});
afterEach(async () => {
  const { faults } = counter;
  await counter.page.close();
  await shop.close();
  if (faults.length > 0) throw new Error(faults.join(', '));
});

test('a gift voucher joins an order that has begun, is on the bill, and is taken out again', async () => {
  const { page } = counter;
  await counter.tile('Reine').click();
  await page.keyboard.press('F10');
  await page.getByRole('button', { name: 'Vendre un bon d’achat' }).click();
  await addVoucher();
  expect(await counter.totalText()).toMatch(/31,90 €$/);
  await counter.payKey.click();
  const bill = payment.sheet.getByRole('region', { name: 'À payer' });
  expect(plainText(await bill.innerText())).toMatch(/1 Reine M 11,90 Bon d’achat vendu 20,00/);
  await page.keyboard.press('Escape');

  await counter.ticket.getByRole('button', { name: /^Retirer Bon d’achat de 20,00/ }).click();
  await expect.poll(() => counter.totalText()).toMatch(/11,90 €$/);
});

test('a gift voucher by itself is not promised for any time', async () => {
  await counter.page.getByRole('button', { name: 'Vendre un bon d’achat' }).click();
  await addVoucher();
  expect(plainText(await counter.ticket.innerText())).not.toMatch(/Prêt vers/);
  await counter.ticket.getByRole('button', { name: /^Retirer Bon d’achat/ }).click();
  await counter.page.getByRole('heading', { name: 'Nouvelle commande' }).waitFor();
});

test('of a deposit, what was paid is shown, and what is left beside it', async () => {
  const { page } = counter;
  for (let pizzas = 0; pizzas < 2; pizzas += 1) await counter.tile('Reine').click();
  await counter.ticket.getByRole('button', { name: /^Prêt vers/ }).click();
  const schedule = page.getByRole('dialog', { name: 'Pour quand' });
  await schedule.getByRole('button', { name: /^Demain/ }).click();
  await schedule.getByRole('button', { name: /^Pour / }).click();
  await counter.payKey.click();
  await page.keyboard.type('1000');
  await page.keyboard.press('e');
  await expect.poll(() => payment.due()).toMatch(/13,80 €$/);
  await page.keyboard.press('Escape');
  await expect
    .poll(async () => plainText(await counter.lastSale.innerText()))
    .toMatch(/Acompte versé 10,00 € Reste à payer 13,80 €/);
});

test('the delivery fee is on the bill, which adds up', async () => {
  const address = { street: '12 Rue de la Part-Dieu', postcode: '69003', city: 'Lyon' };
  const at = { latitude: 45_759_000, longitude: 4_880_000 };
  const customerId = '019aab00-0000-7000-8000-000000000001';
  const addressId = '019aab00-0000-7000-8000-000000000002';
  const customer = { customerId, name: 'Durand', phones: ['0478000001'] };
  const addresses = [{ addressId, ...address, ...at }];
  await shop.store.request('customer.save', { ...customer, addresses }, COUNTER);
  const { shownTotalCents, ...order } = anOrderInput({ mode: 'delivery', payment: 'later' });
  const lines = [{ productId: 'reine', sizeId: 'm', quantity: 2, changes: [] }];
  const cart = { ...order, lines, customerId, addressId };
  const { orderId: _id, payment: _payment, ...asked } = cart;
  const priced = await shop.store.request('order.price', asked, COUNTER);
  if (!priced.ok) throw new Error(priced.refusal.code);
  const { totalCents } = priced.value as { totalCents: number };
  expect(totalCents).toBeGreaterThan(shownTotalCents * 2);
  const placed = await shop.store.request(
    'order.place',
    { ...cart, shownTotalCents: totalCents },
    COUNTER,
  );
  expect(placed).toMatchObject({ ok: true });
  const orders = ordersOn(counter.page);
  await orders.open(1);
  await orders.button(/^Encaisser/).click();
  const bill = payment.sheet.getByRole('region', { name: 'À payer' });
  await bill.getByText('Livraison').waitFor();
  const amounts = plainText(await bill.innerText()).match(/\d+,\d\d/g) ?? [];
  const sum = amounts.reduce((cents, amount) => cents + Number(amount.replace(',', '')), 0);
  expect(sum).toBe(totalCents);
});

test('the sheets of the papers are closed by a key that is seen', async () => {
  const { page } = counter;
  await counter.tile('Reine').click();
  await counter.payKey.click();
  await counter.cashKey.click();
  await counter.lastSale.getByText('Payé en espèces').waitFor();
  for (const [key, title] of [
    ['QR', 'Ticket numérique'],
    ['E-mail', 'Ticket par e-mail'],
    ['Facture', 'Facture au nom d’une société'],
  ] as const) {
    await counter.lastSale.getByRole('button', { name: key, exact: true }).click();
    const sheet = page.getByRole('dialog', { name: title });
    const cross = sheet.getByRole('button', { name: 'Fermer' });
    expect((await cross.locator('svg').boundingBox())?.width, key).toBeGreaterThan(20);
    await cross.click();
  }
  await counter.lastSale.getByRole('button', { name: 'Facture' }).click();
  await page.getByRole('textbox', { name: 'Nom de la société' }).fill('Sarl Dupont');
  await page.getByRole('textbox', { name: 'Adresse', exact: true }).fill('1 rue de la Gare');
  await page.getByRole('textbox', { name: 'Code postal et ville' }).fill('69003 Lyon');
  await page.getByRole('button', { name: 'Faire la facture et l’imprimer' }).click();
  const made = page.getByRole('dialog', { name: /^Facture / });
  await made.getByText('Fermer', { exact: true }).click();
  await made.waitFor({ state: 'detached' });
});

test('everything is cleared by touch on the smallest screen too', async () => {
  const small = await openCounter(browser, shop.store, { viewport: { width: 1024, height: 768 } });
  for (const name of ['Reine', 'Diavola', 'Calzone']) await small.tile(name).tap();
  await small.page.getByRole('button', { name: 'Annuler ligne' }).tap();
  expect(await small.lines.count()).toBe(2);
  expect(await clippedOn(small.page)).toEqual([]);
  expect(await smallKeysOn(small.page)).toEqual([]);
  await small.page.getByRole('button', { name: 'Tout effacer' }).tap();
  expect(await small.lines.count()).toBe(0);
  await small.page.close();
});

async function addVoucher(): Promise<void> {
  const sale = counter.page.getByRole('dialog', { name: 'Vendre un bon d’achat' });
  await sale.getByRole('button', { name: /^20,00/ }).click();
  await sale.getByRole('button', { name: /^Ajouter un bon de 20,00/ }).click();
}
