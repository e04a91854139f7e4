import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Centre, startCentre } from '#central/start.ts';
import { openLog } from '#central/log.ts';
import { launchBrowser } from '#tests/world/browser.ts';
import { HEAD_OFFICE } from '#tests/world/centre.ts';
import { anOrderInput } from '#tests/world/order-input.ts';
import { aDatabase } from '#tests/world/postgres.ts';
import { COUNTER } from '#tests/world/store.ts';

import { hasNoBarrier } from './pages/barriers.ts';
import { type CounterPage, openCounter } from './pages/counter.ts';
import { openHeadOffice } from './pages/head-office.ts';
import { type KitchenPage, openKitchen } from './pages/kitchen.ts';
import { aShop, type Shop } from './shop.ts';

/** 16 mm on a till, 20 on a kitchen screen: what a hurried or gloved finger hits. */
const KEY_MIN_PX = 64;
const SCREENS = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

/**
 * What may be smaller, though never below the least size of any key: what no sale and no ticket
 * needs, in a header that gives its height to the products. Named here one by one.
 */
const SMALL_KEYS: readonly RegExp[] = [
  // The settings of the screen: language, day or night.
  /Réglages de cet écran/,
  // The legend of the keyboard: for whoever has one under their hands.
  /Touches du clavier/,
  // The state of the store, which is read; a press only tells more.
  /À jour|En attente|Hors ligne|Magasin à relier|Imprimante|TPE/,
];
const SMALL_KEY_MIN_PX = 48;

let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), aShop()]);
  const changes = [
    { ingredientId: 'oignons', action: 'remove' },
    { ingredientId: 'olives', action: 'add' },
  ] as const;
  const lines = [{ productId: 'reine', sizeId: 'm', quantity: 2, changes: [...changes] }];
  for (const mode of ['take-away', 'delivery', 'on-site'] as const) {
    const input = anOrderInput({ lines, mode, payment: 'later' });
    const answer = await shop.store.request('order.place', input, COUNTER);
    if (!answer.ok) throw new Error(answer.refusal.code);
  }
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

describe('with a screen reader, a keyboard or weak eyes', () => {
  test('the counter can be used: order, extras, payment, orders of the day', async () => {
    const counter = await openCounter(browser, shop.store);
    await counter.tile('Reine').click();
    await hasNoBarrier(counter.page);
    await counter.ticket.getByRole('button', { name: 'Suppléments' }).click();
    await hasNoBarrier(counter.page);
    await counter.payKey.click();
    await counter.payment.waitFor();
    await hasNoBarrier(counter.page);
    await counter.page.keyboard.press('Escape');
    await counter.ordersKey.click();
    await counter.page.getByRole('dialog', { name: 'Commandes du jour' }).waitFor();
    await hasNoBarrier(counter.page);
  });

  test('the kitchen can be used: board, recipe, recall', async () => {
    const kitchen = await openKitchen(browser, shop.store);
    await kitchen.ticket(1).waitFor();
    await hasNoBarrier(kitchen.page);
    await openRecipe(kitchen);
    await hasNoBarrier(kitchen.page);
    await kitchen.openRecallList();
    await kitchen.recallList.waitFor();
    await hasNoBarrier(kitchen.page);
  });

  test('head office can be used: sign-in, live figures, their table', async () => {
    const centre = await aCentreWithScreens();
    try {
      const office = await openHeadOffice(browser, centre);
      await hasNoBarrier(office.page);
      await office.signIn(HEAD_OFFICE);
      await office.liveTitle.waitFor();
      await office.chart.waitFor();
      await hasNoBarrier(office.page);
      await office.showFigures.click();
      await hasNoBarrier(office.page);
    } finally {
      await centre.close();
    }
  });
});

describe.each(SCREENS)('on a screen of $width × $height', (viewport) => {
  test('every key of the counter is as large as a finger', async () => {
    const counter = await openCounter(browser, shop.store, { viewport });
    await counter.tile('Reine').click();
    expect(await smallKeys(counter.page)).toEqual([]);
    await openPayment(counter);
    expect(await smallKeys(counter.page)).toEqual([]);
  });

  test('every key of the kitchen is as large as a finger', async () => {
    const kitchen = await openKitchen(browser, shop.store, { viewport });
    await kitchen.ticket(1).waitFor();
    expect(await smallKeys(kitchen.page)).toEqual([]);
    await openRecipe(kitchen);
    expect(await smallKeys(kitchen.page)).toEqual([]);
  });
});

async function openRecipe(kitchen: KitchenPage): Promise<void> {
  await kitchen.ticket(1).getByRole('button', { name: 'Reine' }).click();
  await kitchen.recipe('Reine').waitFor();
}

async function openPayment(counter: CounterPage): Promise<void> {
  await counter.payKey.click();
  await counter.payment.waitFor();
}

/** The keys in sight that are too small and not among those that may be, with their size. */
async function smallKeys(page: Page): Promise<string[]> {
  const keys = await page.getByRole('button').filter({ visible: true }).evaluateAll(sizesOf);
  return keys
    .filter(({ name, width, height }) => {
      const isSmallOne = SMALL_KEYS.some((known) => known.test(name));
      return Math.min(width, height) < (isSmallOne ? SMALL_KEY_MIN_PX : KEY_MIN_PX);
    })
    .map(({ name, width, height }) => `${name}: ${width} × ${height}`);
}

type KeySize = { readonly name: string; readonly width: number; readonly height: number };

/**
 * Runs in the page. How far a finger may slip from the middle of each key and still hit it, in CSS
 * pixels: the area that takes the touch, which may be larger than what is drawn. Keys behind a
 * sheet are left out. In quarters of a pixel: a key need not lie on whole ones.
 */
function sizesOf(keys: Element[]): KeySize[] {
  const STEP = 0.25;
  const reach = (key: Element, x: number, y: number, [stepX, stepY]: readonly [number, number]) => {
    let distance = 0;
    const hits = () => {
      const next = distance + STEP;
      const at = document.elementFromPoint(x + stepX * next, y + stepY * next);
      return at !== null && key.contains(at);
    };
    while (hits()) distance += STEP;
    return distance;
  };
  return keys.flatMap((key) => {
    const box = key.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const at = document.elementFromPoint(x, y);
    if (at === null || !key.contains(at)) return [];
    const size = (one: readonly [number, number], other: readonly [number, number]) =>
      Math.round(reach(key, x, y, one) + reach(key, x, y, other));
    return {
      name: (key.ariaLabel ?? key.textContent).replace(/\s+/g, ' ').trim(),
      width: size([-1, 0], [1, 0]),
      height: size([0, -1], [0, 1]),
    };
  });
}

async function aCentreWithScreens(): Promise<Centre> {
  return startCentre({
    data: '',
    databaseUrl: await aDatabase(),
    demonstration: true,
    headOffice: HEAD_OFFICE,
    log: openLog('silent'),
  });
}
