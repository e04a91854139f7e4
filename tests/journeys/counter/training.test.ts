import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';
import { tillOf } from '#tests/world/till.ts';

import { hasNoBarrier } from '../pages/barriers.ts';
import { type CounterPage, openCounter, textsOf } from '../pages/counter.ts';
import { openKitchen } from '../pages/kitchen.ts';
import { aShop, plainText, type Shop } from '../shop.ts';

let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), aShop()]);
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

test('the exercises are passed at the till, made in a kitchen in training, and nothing of it is real', async () => {
  const { store, terminal, printer } = shop;
  const counter = await openCounter(browser, store);
  const kitchen = await openKitchen(browser, store);
  const realKitchen = await openKitchen(browser, store);
  // A customer's order on the screen stays in the shop while somebody practises.
  await counter.tile('Napolitaine').tap();
  await expect.poll(() => counter.lines.count()).toBe(1);
  await startTraining(counter);
  expect(await counter.lines.count()).toBe(0);
  await kitchen.page.getByRole('button', { name: 'Réglages' }).tap();
  await kitchen.page.getByRole('group', { name: 'Formation' }).getByText('oui').tap();
  await kitchen.page.getByText('FORMATION', { exact: true }).waitFor();
  await kitchen.page.keyboard.press('Escape');
  await hasNoBarrier(counter.page);

  await begin(counter, 'Vente par carte');
  await counter.tile('Reine').tap();
  await counter.payKey.tap();
  await counter.cardKey.tap();
  await passed(counter, 'Vente par carte');
  await kitchen.ticket(1).waitFor();
  await hasNoBarrier(kitchen.page);

  await begin(counter, 'Moitié-moitié');
  await counter.page.getByRole('button', { name: /^Moitié-moitié/ }).tap();
  await half(counter, 'Reine');
  await half(counter, 'Diavola');
  await counter.payKey.tap();
  await counter.laterKey.tap();
  await passed(counter, 'Moitié-moitié');
  await kitchen.ticket(2).waitFor();
  expect(await kitchen.ticketText(2)).toMatch(/½ Reine ½ Diavola/i);

  await begin(counter, 'Appel d’un habitué');
  const answerKey = counter.page.getByRole('button', { name: /Répondre$/ });
  await answerKey.waitFor();
  expect(await said(counter)).toMatch(/0\/2$/);
  await answerKey.tap();
  await counter.page.getByRole('button', { name: /^Refaire la dernière/ }).tap();
  expect(await said(counter)).toMatch(/0\/2$/);
  await counter.validateKey.tap();
  await passed(counter, 'Appel d’un habitué');

  await begin(counter, 'Livraison');
  await deliverToSomebodyKnown(counter);
  await counter.tile('Calzone').tap();
  await counter.tile('Reine').tap();
  await counter.payKey.tap();
  await counter.payment.getByRole('button', { name: /^Payer à la livraison/ }).tap();
  await passed(counter, 'Livraison');

  await begin(counter, 'Annulation');
  await counter.tile('Margherita').tap();
  await counter.payKey.tap();
  await counter.laterKey.tap();
  const number = await counter.lastNumber();
  await cancel(counter, number);
  await passed(counter, 'Annulation');
  await kitchen.ticket(number).getByText('ANNULÉE').waitFor();
  await kitchen.seen(number);

  await begin(counter, 'Coupure réseau');
  await expect.poll(() => counter.pillText()).toMatch(/^Hors ligne/);
  await counter.tile('Reine').tap();
  await counter.payKey.tap();
  await counter.laterKey.tap();
  await passed(counter, 'Coupure réseau');

  await exercises(counter);
  const sheet = counter.page.getByRole('dialog', { name: 'Exercices' });
  await expect.poll(() => sheet.getByText(/réussi en/).count()).toBe(6);
  await sheet.getByText('Les six exercices sont réussis').waitFor();
  await hasNoBarrier(counter.page);
  await counter.page.keyboard.press('Escape');

  // Nothing of it in the shop: no order, no card, no paper, nothing in the other kitchen.
  expect(await tillOf(store).ask('order.board', {})).toEqual([]);
  expect(await realKitchen.numbers()).toEqual([]);
  expect(terminal.transactions()).toEqual([]);
  expect(printer.receipts()).toEqual([]);
  await counter.page.getByRole('button', { name: 'Quitter la formation' }).tap();
  await counter.page.getByText('FORMATION', { exact: true }).waitFor({ state: 'hidden' });
  await expect
    .poll(() => textsOf(counter.lines))
    .toEqual([expect.stringMatching(/^1 ?Napolitaine/)]);
  expect([...counter.faults, ...kitchen.faults]).toEqual([]);
});

async function startTraining({ page }: CounterPage): Promise<void> {
  await page.getByRole('button', { name: /Réglages de cet écran/ }).tap();
  await page.getByRole('button', { name: 'S’entraîner' }).tap();
  await page.getByText('FORMATION', { exact: true }).waitFor();
}

async function exercises({ page }: CounterPage): Promise<void> {
  await page.getByRole('button', { name: 'Exercices' }).tap();
}

async function begin(counter: CounterPage, title: string): Promise<void> {
  await exercises(counter);
  const sheet = counter.page.getByRole('dialog', { name: 'Exercices' });
  await sheet.getByRole('button', { name: `Commencer, ${title}` }).tap();
  await sheet.waitFor({ state: 'hidden' });
}

async function passed(counter: CounterPage, title: string): Promise<void> {
  await expect
    .poll(() => said(counter))
    .toMatch(new RegExp(`^${title} : réussi en \\d+ s · 0 erreur$`));
}

/** The banner of training: the exercise under way, or the one just passed. */
async function said({ page }: CounterPage): Promise<string> {
  const words = page.getByRole('status').filter({ hasText: /\d\/\d|réussi/ });
  return plainText((await words.allInnerTexts()).join(' '));
}

/** A pizza of the panel of halves. */
async function half({ page }: CounterPage, name: string): Promise<void> {
  const tiles = page.getByRole('group', { name: 'Pizzas à partager' });
  await tiles.getByRole('button', { name: new RegExp(`^${name}\\b`) }).tap();
}

/** The first customer with an address that the search proposes. */
async function deliverToSomebodyKnown({ ticket, page, mode }: CounterPage): Promise<void> {
  await mode('Livraison').tap();
  await ticket.getByRole('button', { name: /^Client/ }).tap();
  await page.keyboard.type('rue');
  await ticket.getByRole('group', { name: 'Clients trouvés' }).getByRole('button').first().tap();
}

async function cancel(counter: CounterPage, number: number): Promise<void> {
  await counter.ordersKey.tap();
  const orders = counter.page.getByRole('dialog', { name: 'Commandes du jour' });
  await orders.getByRole('button', { name: new RegExp(`^${number} `) }).tap();
  await orders.getByRole('button', { name: 'Annuler la commande' }).first().tap();
  await orders.getByRole('button', { name: 'Client parti' }).tap();
  await orders.getByRole('button', { name: 'Annuler la commande', exact: true }).last().tap();
  await counter.page.keyboard.press('Escape');
}
