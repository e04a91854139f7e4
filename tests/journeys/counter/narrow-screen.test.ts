import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';
import { anOrderInput } from '#tests/world/order-input.ts';
import { COUNTER } from '#tests/world/store.ts';

import { type CounterPage, openCounter, textsOf } from '../pages/counter.ts';
import { clippedOn } from '../pages/counter-checks.ts';
import { ordersOn } from '../pages/orders.ts';
import { aShop, type Shop } from '../shop.ts';

const VIEWPORTS = [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
];

let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), aShop()]);
  const lines = ['reine', 'diavola', 'margherita', 'calzone'].map((productId, place) => ({
    ...{ lineId: String(place + 1), productId, sizeId: 'm', quantity: 1, changes: [] },
  }));
  const input = anOrderInput({ lines, payment: 'later' });
  const placed = await shop.store.request('order.place', input, COUNTER);
  if (!placed.ok) throw new Error(placed.refusal.code);
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

test.each(VIEWPORTS)(
  'a long note, a meal and a refund are read whole on $width × $height',
  async (viewport) => {
    const counter = await openCounter(browser, shop.store, { viewport });
    await halvesWithNote(counter);
    expect(await clippedOn(counter.page)).toEqual([]);
    const { page, ticket } = counter;
    expect(await isInside(page.getByRole('heading', { name: /½ Végétarienne/ }))).toBe(true);
    await ticket.getByRole('button', { name: /^Suppléments/ }).click();

    await page.getByRole('button', { name: 'Menus' }).click();
    await page.getByRole('button', { name: /^Menu duo/ }).click();
    const places = page.getByRole('list', { name: 'Places du menu' }).getByRole('listitem');
    expect(await textsOf(places)).toEqual(['Pizza 1 …', 'Pizza 2 …', 'Boisson 1 …', 'Boisson 2 …']);
    expect(await clippedOn(page)).toEqual([]);
    await page.keyboard.press('Escape');

    const orders = ordersOn(page);
    await orders.open(1);
    const refundKey = orders.key('Rembourser');
    expect(await refundKey.evaluate(isWiderThanItsKey)).toBe(false);
    await refundKey.click();
    await orders.key('Rembourser ces articles').waitFor();
    expect(await isInside(orders.key('Rembourser ces articles'))).toBe(true);
    expect(counter.faults).toEqual([]);
  },
);

async function halvesWithNote(counter: CounterPage): Promise<void> {
  const { page, halves, ticket } = counter;
  await counter.halfKey.click();
  await halves.getByRole('button', { name: /^Végétarienne/ }).click();
  await halves.getByRole('button', { name: /^4 Fromages/ }).click();
  await ticket.getByRole('button', { name: /^Suppléments/ }).click();
  await page.getByRole('button', { name: /^Note sur cet article/ }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox').fill('sans oignon à gauche, bien cuite et coupée en huit parts');
  await sheet.getByRole('button').last().click();
  await sheet.waitFor({ state: 'detached' });
}

/** Whether all of it is within the screen and within what scrolls around it. */
async function isInside(element: ReturnType<CounterPage['page']['getByRole']>): Promise<boolean> {
  return element.evaluate((node) => {
    const own = node.getBoundingClientRect();
    const panel = node.closest('section')?.getBoundingClientRect();
    const top = Math.max(0, panel?.top ?? 0);
    const bottom = Math.min(window.innerHeight, panel?.bottom ?? window.innerHeight);
    return own.top >= top - 1 && own.bottom <= bottom + 1;
  });
}

function isWiderThanItsKey(key: Element): boolean {
  const words = document.createRange();
  words.selectNodeContents(key);
  return words.getBoundingClientRect().width > key.getBoundingClientRect().width;
}
