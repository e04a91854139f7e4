import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';
import { COUNTER } from '#tests/world/store.ts';

import { countTaps, openCounter, textsOf } from '../../pages/counter.ts';
import { barriersOn, clippedOn, smallKeysOn } from '../../pages/counter-checks.ts';
import { aShop, plainText, type Shop } from '../../shop.ts';

const DIALLO = {
  customerId: '019aab00-0000-7000-8000-0000000000d1',
  name: 'Mamadou Diallo',
  phones: ['06 12 34 56 78'],
  addresses: [
    {
      addressId: '019aab00-0000-7000-8000-0000000000d2',
      street: '12 Rue de la Part-Dieu',
      postcode: '69003',
      city: 'Lyon',
      latitude: 45_759_000,
      longitude: 4_850_000,
      floor: '3',
      doorCode: '12B4',
    },
  ],
};

let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), aShop()]);
  await asked('customer.save', DIALLO);
  const cart = {
    channel: 'phone',
    mode: 'delivery',
    customerId: DIALLO.customerId,
    addressId: DIALLO.addresses[0]?.addressId,
    lines: [
      { productId: 'reine', sizeId: 'm', quantity: 2, changes: [] },
      { productId: 'norvegienne', sizeId: 'm', quantity: 1, changes: [] },
    ],
  } as const;
  const { totalCents } = (await asked('order.price', cart)) as { readonly totalCents: number };
  await asked('order.place', {
    orderId: '019aab00-0000-7000-8000-0000000000d3',
    ...cart,
    shownTotalCents: totalCents,
    payment: { method: 'later' },
  });
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

test('a known caller has the same as last time in three taps, delivered to the same door', async () => {
  const counter = await openCounter(browser, shop.store);
  const { page } = counter;
  rings('a', '+33612345678');
  const card = page.getByRole('button', { name: /Mamadou Diallo.*Répondre/ });
  await card.waitFor();
  expect(plainText(await card.innerText())).toMatch(
    /06 12 34 56 78 habitué client en attente de la 1 · reçue/,
  );
  const taps = await countTaps(page);
  await card.click();
  await page
    .getByRole('button', { name: /^Refaire la dernière.*2 Reine M, 1 Norvégienne M/ })
    .click();
  await expect.poll(() => textsOf(counter.lines)).toHaveLength(2);
  await counter.validateKey.click();
  const number = await counter.lastNumber();
  expect(await taps()).toBe(3);

  const board = (await asked('order.board', {})) as readonly { readonly number: number }[];
  expect(board.find((order) => order.number === number)).toMatchObject({
    channel: 'phone',
    mode: 'delivery',
    customerName: 'Mamadou Diallo',
    lines: [{ quantity: 2 }, { quantity: 1 }],
  });
  expect(counter.faults).toEqual([]);
});

test('the customer sheet says what they wait for, where they live, and bars nobody’s way', async () => {
  const counter = await openCounter(browser, shop.store);
  const { page, ticket } = counter;
  rings('b', '+33612345678');
  await page.getByRole('button', { name: /Mamadou Diallo.*Répondre/ }).click();
  await ticket.getByRole('heading', { name: 'Mamadou Diallo' }).waitFor();
  await counter.mode('Livraison').click();
  const address = ticket.getByRole('button', { name: /12 Rue de la Part-Dieu/ }).last();
  const said = plainText(await address.innerText());
  expect(said).toContain('étage 3 · code 12B4');
  expect(said).toMatch(/livraison offerte · minimum 15,00 €|\d,\d\d € · minimum/);
  expect(await smallKeysOn(page)).toEqual([]);
  expect(await clippedOn(page)).toEqual([]);
  expect(await barriersOn(page)).toEqual([]);
});

test('what is out is left away and named when the last order is made again', async () => {
  const target = { kind: 'product', productId: 'norvegienne' };
  await asked('menu.mark-sold-out', { target });
  const counter = await openCounter(browser, shop.store);
  rings('c', '+33612345678');
  await counter.page.getByRole('button', { name: /Mamadou Diallo.*Répondre/ }).click();
  await counter.page
    .getByRole('button', { name: /^Refaire la dernière.*Sans Norvégienne.*en rupture/ })
    .click();
  await expect.poll(() => textsOf(counter.lines)).toHaveLength(1);
  await asked('menu.mark-back', { target });
});

test('two calls in the middle of a sale are three orders, and none is lost', async () => {
  const counter = await openCounter(browser, shop.store);
  const { page } = counter;
  await counter.tile('Margherita').click();
  rings('d', '+33612345678');
  rings('e', '+33478000000');
  await page.getByRole('button', { name: '2 appels' }).waitFor();
  await page.getByRole('button', { name: /Mamadou Diallo.*Répondre/ }).click();
  await counter.tile('Reine').click();
  // What is ordered is in sight, although the sheet of the customer was open.
  await expect.poll(async () => (await textsOf(counter.lines)).join()).toMatch(/Reine/);
  await page.getByRole('button', { name: /04 78 00 00 00.*Répondre/ }).click();
  await page.getByRole('form', { name: 'Nouveau client' }).waitFor();
  expect(await page.getByLabel('Téléphone').inputValue()).toMatch(/^04.78.00.00.00$/);
  await page.getByLabel('Nom', { exact: true }).fill('Anne Leroux');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await counter.ticket.getByRole('heading', { name: 'Anne Leroux' }).waitFor();
  // Whose sheet it is does not stay over somebody else's order.
  await page.getByRole('button', { name: 'Passer à la commande de Comptoir' }).click();
  await expect.poll(async () => (await textsOf(counter.lines)).join()).toMatch(/Margherita/);
  await page.getByRole('button', { name: 'Passer à la commande de Mamadou Diallo' }).click();
  await expect.poll(async () => (await textsOf(counter.lines)).join()).toMatch(/Reine/);
  expect(counter.faults).toEqual([]);
});

test.each([
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
])('each of two calls can be answered on a screen of $width × $height', async (viewport) => {
  const counter = await openCounter(browser, shop.store, { viewport });
  const { page } = counter;
  rings(`known-${viewport.width}`, '+33612345678');
  rings(`hidden-${viewport.width}`);
  await page.getByRole('button', { name: '2 appels' }).click();
  const hidden = page.getByRole('button', { name: /Numéro masqué.*Répondre/ });
  expect(plainText(await hidden.innerText())).toBe('Numéro masqué demandez son nom Répondre');
  for (const card of [page.getByRole('button', { name: /Mamadou Diallo.*Répondre/ }), hidden]) {
    const box = await card.boundingBox();
    if (box === null) throw new Error('the card is on the screen');
    // What is seen at the middle of the card is the card.
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const seen = await page.evaluate(
      ({ x, y }) => document.elementFromPoint(x, y)?.closest('button')?.textContent ?? '',
      middle,
    );
    expect(seen).toMatch(/Répondre$/);
  }

  await hidden.click();
  await page.getByRole('button', { name: /Mamadou Diallo.*Répondre/ }).click();
  await counter.ticket.getByRole('heading', { name: 'Mamadou Diallo' }).waitFor();
});

function rings(sourceCallId: string, e164?: string): void {
  shop.store.calls({
    lineId: '1',
    ...(e164 === undefined ? {} : { e164 }),
    isPrivate: e164 === undefined,
    at: new Date().toISOString(),
    kind: 'ringing',
    sourceCallId,
  });
}

async function asked(method: string, input: unknown): Promise<unknown> {
  const answer = await shop.store.request(method, input, COUNTER);
  if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.refusal)}`);
  return answer.value;
}
