import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';
import { newId } from '#tests/world/order-input.ts';
import { KITCHEN, MANAGER } from '#tests/world/store.ts';
import { type Till, tillOf } from '#tests/world/till.ts';

import { hasNoBarrier } from './pages/barriers.ts';
import { textsOf } from './pages/counter.ts';
import { type KitchenPage, openKitchen } from './pages/kitchen.ts';
import { aShop, type Shop } from './shop.ts';

const MAKING = { width: 1280, height: 800 };
const pizza = (productId: string, more: object = {}) => ({
  ...{ productId, sizeId: 'm', quantity: 1, changes: [] },
  ...more,
});
const WITHOUT_ONIONS = [{ ingredientId: 'oignons', action: 'remove' as const }];
const WITH_OLIVES = [{ ingredientId: 'olives', action: 'add' as const }];
/** Half Reine without onions, half Margherita with olives, on thin dough. */
const HALVES = pizza('reine', {
  doughId: 'fine',
  parts: [
    { productId: 'reine', quarters: 2, changes: WITHOUT_ONIONS },
    { productId: 'margherita', quarters: 2, changes: WITH_OLIVES },
  ],
});

let browser: Browser;
let shop: Shop;
let till: Till;
let kitchen: KitchenPage;
beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), aShop()]);
  till = tillOf(shop.store, MANAGER);
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});
beforeEach(async () => {
  kitchen = await openKitchen(browser, shop.store, { viewport: MAKING });
});

async function numberOf(orderId: string): Promise<number> {
  return (await till.detail(orderId)).number;
}

describe('an order edited after it was sent', () => {
  test('is shown as a difference, to be seen before it goes on: nothing is made twice', async () => {
    const orderId = await till.place({ lines: [pizza('reine'), pizza('calzone'), pizza('thon')] });
    const number = await numberOf(orderId);
    await kitchen.start(number);
    const [added, changed] = [pizza('diavola'), pizza('calzone', { quantity: 2 })];
    await till.ask('order.edit', {
      orderId,
      baseRevision: 1,
      editId: newId(),
      operations: [
        { kind: 'add', line: { ...added, lineId: 'x1' } },
        { kind: 'replace', line: { ...changed, lineId: '2' } },
        { kind: 'remove', lineId: '3' },
      ],
    });

    const lines = kitchen.ticket(number).getByRole('listitem');
    await expect.poll(() => lines.count()).toBe(4);
    const said = await textsOf(lines);
    expect(said).toEqual([
      expect.stringMatching(/^1 Reine/i),
      expect.stringMatching(/^Modifié 2 Calzone/i),
      expect.stringMatching(/^Ajout 1 Diavola/i),
      expect.stringMatching(/^Retiré 1 Thon/i),
    ]);
    await hasNoBarrier(kitchen.page);

    await kitchen.seen(number);
    await kitchen.finishKey(number).waitFor();
    expect(await textsOf(lines)).toEqual([
      expect.stringMatching(/^1 Reine/i),
      expect.stringMatching(/^2 Calzone/i),
      expect.stringMatching(/^1 Diavola/i),
    ]);
    await kitchen.finish(number);
    expect(kitchen.faults).toEqual([]);
  });

  test('flashes, unless the screen is asked to hold still', async () => {
    const orderId = await till.place({ lines: [pizza('reine')] });
    const number = await numberOf(orderId);
    await kitchen.ticket(number).waitFor();
    await kitchen.page.emulateMedia({ reducedMotion: 'no-preference' });
    await till.ask('order.edit', {
      orderId,
      baseRevision: 1,
      editId: newId(),
      operations: [{ kind: 'replace', line: { ...pizza('reine', { quantity: 2 }), lineId: '1' } }],
    });
    const changed = kitchen.ticket(number).getByRole('listitem').filter({ hasText: 'Modifié' });
    await changed.waitFor();
    const flashes = () =>
      changed.evaluate((line) => {
        const { animationIterationCount, animationName } = getComputedStyle(line);
        return animationName === 'none' ? 0 : Number(animationIterationCount);
      });
    expect(await flashes()).toBe(3);
    await kitchen.page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await flashes()).toBe(0);
    await kitchen.seen(number);
    await kitchen.start(number);
    await kitchen.finish(number);
  });

  test('that was cancelled stays, black, until somebody has seen it', async () => {
    const orderId = await till.place();
    const number = await numberOf(orderId);
    await kitchen.start(number);
    await till.ask('order.cancel', { orderId, reason: 'Le client est parti' });
    await kitchen.ticket(number).getByText('ANNULÉE').waitFor();
    // What is cancelled is not to be produced.
    await kitchen.page.getByText('Rien en attente.').waitFor();
    await hasNoBarrier(kitchen.page);
    await kitchen.seen(number);
    await kitchen.nothingToMake.waitFor();
  });
});

test('a pizza of two halves is two rows, each with its own signs, and its dough below', async () => {
  const number = await numberOf(await till.place({ lines: [HALVES] }));
  await kitchen.ticket(number).waitFor();
  expect(await kitchen.ticketText(number)).toMatch(
    /1 ½ Reine SANS Oignons ½ Margherita \+ Olives noires M pâte fine/i,
  );
  const [left, right] = await kitchen
    .ticket(number)
    .locator('.line-part')
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top));
  expect(right).toBeGreaterThan(left ?? Number.POSITIVE_INFINITY);
  await kitchen.start(number);
  await kitchen.finish(number);
});

test('however much is in an order, nothing of it is cut off', async () => {
  const lines = [
    HALVES,
    pizza('vegetarienne', { changes: WITH_OLIVES, note: 'bien cuite, coupée en huit parts' }),
    { ...HALVES, quantity: 2, note: 'allergique aux fruits à coque, ne pas poser à côté' },
    pizza('fruits-de-mer'),
  ];
  const orderId = await till.place({ lines, note: 'Anniversaire, tout servir en même temps' });
  const number = await numberOf(orderId);
  await till.ask('order.edit', {
    orderId,
    baseRevision: 1,
    editId: newId(),
    operations: [
      { kind: 'add', line: { ...HALVES, lineId: 'x1' } },
      { kind: 'remove', lineId: '2' },
    ],
  });
  for (const viewport of [MAKING, { width: 1920, height: 1080 }]) {
    await kitchen.page.setViewportSize(viewport);
    await expect.poll(() => cutOff(kitchen.page, number)).toBe(0);
  }
  await kitchen.seen(number);
  await kitchen.start(number);
  await kitchen.finish(number);
});

test('an order for later waits in a list of its own, and can be begun early', async () => {
  const scheduledFor = new Date(Date.now() + 3 * 3_600_000).toISOString();
  const orderId = await till.place({ lines: [HALVES], scheduledFor });
  const number = await numberOf(orderId);
  await kitchen.page.getByRole('button', { name: 'Plus tard (1)' }).tap();
  const sheet = kitchen.page.getByRole('dialog', { name: 'Commandes pour plus tard' });
  await sheet.getByText('½ Reine ▏ ½ Margherita M').waitFor();
  expect(await kitchen.numbers()).toEqual([]);
  await hasNoBarrier(kitchen.page);
  await sheet.getByRole('button', { name: `Commencer maintenant la commande ${number}` }).tap();
  await kitchen.page.keyboard.press('Escape');
  await kitchen.finish(number);
  const { recent } = await tillOf(shop.store, KITCHEN).ask('kitchen.board', {});
  expect(recent[0]?.number).toBe(number);
});

/** Pixels of the lines of a ticket that do not show. */
function cutOff(page: Page, number: number): Promise<number> {
  return page
    .getByRole('article', { name: `Commande ${number}`, exact: true })
    .getByRole('list')
    .evaluate((list) =>
      Math.max(list.scrollHeight - list.clientHeight, list.scrollWidth - list.clientWidth),
    );
}
