import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';
import { COUNTER } from '#tests/world/store.ts';

import { countTaps, openCounter, textsOf } from '../pages/counter.ts';
import { barriersOn, clippedOn, smallKeysOn } from '../pages/counter-checks.ts';
import { aShop, type Shop } from '../shop.ts';

const SCREENS = [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
];

let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), aShop()]);
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

describe('few taps', () => {
  test('one pizza to take away, paid by card, is three taps', async () => {
    const counter = await openCounter(browser, shop.store);
    const taps = await countTaps(counter.page);
    await counter.tile('Reine').click();
    await counter.payKey.click();
    await counter.cardKey.click();
    const number = await counter.lastNumber();
    expect(await taps()).toBe(3);
    await expect.poll(() => dueOf(number)).toBe(0);
    expect(counter.faults).toEqual([]);
  });

  test('a pizza of two halves is three taps, and the price rule is said in words', async () => {
    const counter = await openCounter(browser, shop.store);
    const taps = await countTaps(counter.page);
    await counter.halfKey.click();
    await counter.page.getByText('Prix de la plus chère des deux.').waitFor();
    await counter.halves.getByRole('button', { name: /^Reine/ }).click();
    await counter.halves.getByRole('button', { name: /^4 Fromages/ }).click();
    await expect.poll(() => textsOf(counter.lines)).toHaveLength(1);
    expect(await taps()).toBe(3);
    expect((await textsOf(counter.lines))[0]).toMatch(/1 ?½ Reine ?M ½ 4 Fromages ?12,90/);
  });

  test('an ingredient is left out in two taps, and of one half only when that half is chosen', async () => {
    const counter = await openCounter(browser, shop.store);
    await counter.tile('Reine').click();
    const taps = await countTaps(counter.page);
    await counter.lines.first().getByRole('button').click();
    await counter.page.getByRole('button', { name: 'Retirer Oignons' }).click();
    expect(await taps()).toBe(2);
    await expect.poll(() => textsOf(counter.lines)).toHaveLength(1);
    expect((await textsOf(counter.lines))[0]).toMatch(/sans oignons/);
  });
});

test('a whole sale by keyboard alone: halves, a customer, delivery, a note, payment', async () => {
  await aCustomer('Zoé Keyboard', '07 11 22 33 44');
  const counter = await openCounter(browser, shop.store);
  const { keyboard } = counter.page;
  await keyboard.type('½ rei/4fr g');
  await keyboard.press('Enter');
  await expect.poll(() => textsOf(counter.lines)).toHaveLength(1);
  await keyboard.type('2coc');
  await keyboard.press('Enter');
  await expect.poll(() => textsOf(counter.lines)).toHaveLength(2);

  await keyboard.type('0711223344');
  await counter.page.getByRole('option', { name: /Zoé Keyboard/ }).waitFor();
  await keyboard.press('Enter');
  await counter.ticket.getByRole('heading', { name: 'Zoé Keyboard' }).waitFor();
  await keyboard.press('Escape');
  await keyboard.press('F3');
  await counter.ticket.getByText('12 Rue de la Part-Dieu', { exact: false }).first().waitFor();
  await keyboard.press('F7');
  await keyboard.type('sonner deux fois');
  await keyboard.press('Enter');
  await counter.page.getByRole('button', { name: /Note cuisine « sonner/ }).waitFor();
  await keyboard.press('F12');
  await counter.payment.waitFor();
  await keyboard.press('c');

  const number = await counter.lastNumber();
  await expect.poll(() => dueOf(number)).toBe(0);
  const order = await orderOf(number);
  expect(order).toMatchObject({ mode: 'delivery', customerName: 'Zoé Keyboard' });
  expect(order?.lines.map(({ quantity, parts }) => [quantity, parts?.length])).toEqual([
    [1, 2],
    [2, undefined],
  ]);
  expect(counter.faults).toEqual([]);
});

describe('what a sale needs now and then', () => {
  test('an order parked at this till is taken back as it was', async () => {
    const counter = await openCounter(browser, shop.store);
    await counter.tile('Reine').click();
    await counter.page.keyboard.press('F8');
    await expect.poll(() => textsOf(counter.lines)).toHaveLength(0);
    await counter.page.keyboard.press('F9');
    const parked = counter.page.getByRole('dialog', { name: 'Commandes en attente' });
    await parked.getByRole('button', { name: /Sofia.*11,90/ }).click();
    await expect.poll(() => textsOf(counter.lines)).toHaveLength(1);
  });

  test('an order is asked for at a time of its own, and as soon as possible again', async () => {
    const counter = await openCounter(browser, shop.store);
    await counter.tile('Reine').click();
    await counter.page.getByRole('button', { name: /^Prêt vers/ }).click();
    const sheet = counter.page.getByRole('dialog', { name: /Pour quand/ });
    await sheet.getByRole('button', { name: /^Demain/ }).click();
    await sheet.getByRole('button', { name: '19 h' }).click();
    await sheet.getByRole('button', { name: ':30', exact: true }).click();
    await sheet.getByRole('button', { name: /^Pour .*19:30/ }).click();
    const promise = counter.page.getByRole('button', { name: /^Prêt demain 19:30 heure choisie/ });
    await promise.click();
    await sheet.getByRole('button', { name: 'Dès que possible' }).click();
    await promise.waitFor({ state: 'detached' });
  });

  test('a product that is out stays in its place, and a tap says why', async () => {
    const counter = await openCounter(browser, shop.store);
    const target = { kind: 'ingredient', ingredientId: 'saumon' } as const;
    const mark = await shop.store.request('menu.mark-sold-out', { target }, COUNTER);
    expect(mark.ok).toBe(true);
    await counter.page.getByRole('button', { name: 'Crème' }).click();
    const tile = counter.products.getByRole('button', { name: /^Norvégienne/ });
    await tile.getByText('Rupture').waitFor();
    await tile.click({ force: true });
    await counter.page.getByText(/il n’y a plus de saumon fumé/i).waitFor();
    expect(await textsOf(counter.lines)).toEqual([]);
    await shop.store.request('menu.mark-back', { target }, COUNTER);
    await tile.getByText('Rupture').waitFor({ state: 'detached' });
  });

  test('a discount that the cashier may not give takes the code of somebody who may', async () => {
    const counter = await openCounter(browser, shop.store);
    const { page } = counter;
    await counter.tile('Reine').click();
    await page.keyboard.press('F10');
    const sheet = page.getByRole('dialog', { name: 'Remise, code et prix' });
    await sheet.getByRole('button', { name: '10 %' }).click();
    await sheet.getByRole('button', { name: 'Geste commercial' }).click();
    await sheet.getByRole('button', { name: 'Appliquer' }).click();
    const approval = page.getByRole('dialog', { name: /Accord d’un responsable/ });
    await approval.getByRole('button', { name: /^Nadia/ }).click();
    await page.keyboard.type('9999');
    await page.keyboard.press('Enter');
    await expect.poll(() => counter.totalText()).toMatch(/10,71 €$/);
    await page.getByRole('button', { name: 'Pourquoi ce total' }).click();
    await page
      .getByRole('dialog', { name: /Pourquoi ce total/ })
      .getByText('Geste commercial')
      .waitFor();
    await page.keyboard.press('Escape');
    await counter.payKey.click();
    await counter.cardKey.click();
    const number = await counter.lastNumber();
    expect(await orderOf(number)).toMatchObject({ totalCents: 1071 });
  });
});

describe.each(SCREENS)('on a screen of $width × $height', (viewport) => {
  test('every key is as large as a finger, holds its words, and nothing bars the way', async () => {
    const counter = await openCounter(browser, shop.store, { viewport });
    const { page } = counter;
    const isFine = async (state: string) => {
      expect(await smallKeysOn(page), state).toEqual([]);
      expect(await clippedOn(page), state).toEqual([]);
      expect(await barriersOn(page), state).toEqual([]);
    };
    await isFine('empty');
    await counter.tile('Reine').click();
    await isFine('one pizza');
    await counter.lines.first().getByRole('button').click();
    await isFine('its recipe');
    await page.keyboard.press('F6');
    await isFine('two halves');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Menus' }).click();
    await page.getByRole('button', { name: /^Menu duo/ }).click();
    await isFine('a deal');
    await page.keyboard.press('Escape');
    for (const key of ['F7', 'F10', 'F11', '?']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await isFine(key);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.keyboard.press('F2');
    await counter.ticket.getByRole('button', { name: 'Nouveau client' }).click();
    await isFine('a new customer');
    expect(counter.faults).toEqual([]);
  });
});

async function orderOf(number: number) {
  const board = await shop.store.request('order.board', {}, COUNTER);
  if (!board.ok) throw new Error(board.refusal.code);
  const orders = board.value as readonly {
    readonly number: number;
    readonly dueCents: number;
    readonly lines: readonly { readonly quantity: number; readonly parts?: readonly unknown[] }[];
  }[];
  return orders.find((order) => order.number === number);
}

async function dueOf(number: number): Promise<number | undefined> {
  return (await orderOf(number))?.dueCents;
}

async function aCustomer(name: string, phone: string): Promise<void> {
  const saved = await shop.store.request(
    'customer.save',
    {
      customerId: '019aab00-0000-7000-8000-000000000001',
      name,
      phones: [phone],
      addresses: [
        {
          addressId: '019aab00-0000-7000-8000-000000000002',
          street: '12 Rue de la Part-Dieu',
          postcode: '69003',
          city: 'Lyon',
          latitude: 45_759_000,
          longitude: 4_850_000,
        },
      ],
    },
    COUNTER,
  );
  if (!saved.ok) throw new Error(saved.refusal.code);
}
