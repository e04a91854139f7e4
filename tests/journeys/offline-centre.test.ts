import pg from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { HEAD_OFFICE } from '#tests/world/centre.ts';
import { launchBrowser } from '#tests/world/browser.ts';
import { aDatabase } from '#tests/world/postgres.ts';
import { COUNTER } from '#tests/world/store.ts';

import { type CentreProcess, startCentreProcess } from './centre-process.ts';
import { type CounterPage, openCounter } from './pages/counter.ts';
import { openHeadOffice } from './pages/head-office.ts';
import { openKitchen } from './pages/kitchen.ts';
import { aShop, type Shop } from './shop.ts';

const LYON = 'OC Pizza Lyon 3';
/** A centre that comes back is looked for with growing pauses. */
const BACK_MS = 25_000;

let browser: Browser;
let databaseUrl: string;
let centre: CentreProcess;
let shop: Shop;
beforeAll(async () => {
  browser = await launchBrowser();
  databaseUrl = await aDatabase();
  centre = await startCentreProcess(databaseUrl);
  const enrolmentCode = await centre.issueCode('lyon-3');
  shop = await aShop({ centre: { url: centre.url, enrolmentCode } });
});
afterAll(async () => {
  await browser.close();
  await shop.close();
  await centre.kill();
});

test('while the centre is down the store sells and cooks on, and when it is back head office has every sale once', async () => {
  const counter = await openCounter(browser, shop.store);
  const kitchen = await openKitchen(browser, shop.store);
  await sell(counter, 'Reine');
  await expect.poll(() => counter.pillText(), { timeout: BACK_MS }).toBe('À jour');

  await centre.kill();
  await expect.poll(() => counter.pillText(), { timeout: BACK_MS }).toMatch(/^Hors ligne/);
  await sell(counter, 'Calzone');
  await sell(counter, '4 Fromages');
  await expect.poll(() => counter.pillText()).toMatch(/^Hors ligne \d+:\d\d \d+ en attente$/);
  await expect.poll(() => kitchen.page.getByRole('banner').innerText()).toContain('Hors ligne');
  expect(await kitchen.numbers()).toEqual([1, 2, 3]);
  await kitchen.start(1);
  await kitchen.finish(1);
  expect(await kitchen.numbers()).toEqual([2, 3]);
  // Nobody is asked to do anything: what waits is said, and what works.
  await counter.pill.click();
  const facts = counter.page.getByRole('dialog', { name: 'État du magasin' });
  await facts.getByText('tout se fait dans le magasin', { exact: false }).waitFor();
  await facts.getByText('une seule fois', { exact: false }).waitFor();
  await facts.getByRole('button', { name: 'Fermer' }).click();

  centre = await startCentreProcess(databaseUrl, centre.port);
  await expect.poll(() => counter.pillText(), { timeout: BACK_MS }).toBe('À jour');
  const office = await openHeadOffice(browser, centre);
  await office.signIn(HEAD_OFFICE);
  await office.liveTitle.waitFor();
  const sold = { orders: 3, salesCents: await salesOfStore() };
  expect(sold.salesCents).toBe(1190 + 1290 + 1290);
  await expect.poll(() => office.storeFigures(LYON)).toEqual(sold);
  await office.showFigures.click();
  expect(await office.hourTable()).toMatchObject(sold);
  expect(await office.tile('Commandes')).toBe('3');
  expect(await receivedInOrder()).toEqual(
    Array.from({ length: shop.store.head() }, (_, at) => at + 1),
  );
  expect([...counter.faults, ...kitchen.faults, ...office.faults]).toEqual([]);
});

async function sell(counter: CounterPage, pizza: string): Promise<void> {
  await counter.tile(pizza).click();
  await counter.payKey.click();
  await counter.cashKey.click();
  await counter.payment.waitFor({ state: 'hidden' });
  await expect.poll(() => counter.lines.count()).toBe(0);
}

/** What the centre holds of the store's journal, in the order in which it came. */
async function receivedInOrder(): Promise<number[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ seq: string }>(
      "select seq from journal where origin = 'lyon-3' order by received",
    );
    return rows.map(({ seq }) => Number(seq));
  } finally {
    await client.end();
  }
}

async function salesOfStore(): Promise<number> {
  const board = await shop.store.request('order.board', {}, COUNTER);
  if (!board.ok) throw new Error(board.refusal.code);
  const orders = board.value as { totalCents: number }[];
  return orders.reduce((sum, { totalCents }) => sum + totalCents, 0);
}
