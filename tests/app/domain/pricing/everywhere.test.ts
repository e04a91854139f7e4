import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Menu } from '#app/domain/menu.ts';
import type { Result } from '#app/lib/result.ts';
import { cartOf, type Outcome, type PricingFixture } from '#tests/golden/pricing/fixture.ts';
import { PRICING_FIXTURES, priceHere, runPricingFixtures } from '#tests/golden/pricing/run.ts';
import { launchBrowser } from '#tests/world/browser.ts';
import { newId } from '#tests/world/order-input.ts';
import { aStore, COUNTER } from '#tests/world/store.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'oc-pizza-pricing-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ALL_RIGHT = { count: PRICING_FIXTURES.length, faults: [] };

test('every cart costs what a person found it to cost', async () => {
  expect(PRICING_FIXTURES.length).toBeGreaterThanOrEqual(60);
  expect(await runPricingFixtures(priceHere)).toEqual(ALL_RIGHT);
});

test('no two carts bear the same name', () => {
  const names = PRICING_FIXTURES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('a cart that costs something else is named, with what it costs', async () => {
  const [first] = PRICING_FIXTURES;
  if (first === undefined) throw new Error('there are fixtures');
  const wrong = { ...first, gives: { totalCents: 1, lines: ['nothing'] } };
  const { faults } = await runPricingFixtures(priceHere, [wrong]);
  expect(faults).toEqual([
    expect.stringContaining('total: 990 and not 1'),
    expect.stringContaining('lines:'),
  ]);
});

test('the store node asks the same for every cart that it can be given', async () => {
  const { count, faults } = await runOnStores(PRICING_FIXTURES.filter(canBeAsked));
  expect(faults).toEqual([]);
  expect(count).toBeGreaterThanOrEqual(100);
});

test('and takes the order at that price, unless it is not sold at that hour', async () => {
  const orders = PRICING_FIXTURES.filter(canBeAsked).filter(
    ({ cart }) => cart.overrides === undefined && cart.manualDiscounts === undefined,
  );
  const taken = await placeOnStores(orders);
  expect(taken.faults).toEqual([]);
  expect(taken.count).toBeGreaterThanOrEqual(60);
});

test('a program built as the central server is asks the same', async () => {
  const outfile = path.join(folder, 'centre.mjs');
  await bundle({ outfile, platform: 'node', target: 'node24' });
  const script = `await import(${JSON.stringify(outfile)});
    process.stdout.write(JSON.stringify(await globalThis.pricingFixtures));`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    script,
  ]);
  expect(JSON.parse(stdout)).toEqual(ALL_RIGHT);
});

test('a page of the web shop asks the same, in the browser itself', async () => {
  const outfile = path.join(folder, 'shop.mjs');
  await bundle({ outfile, platform: 'browser', target: 'es2022' });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ path: outfile, type: 'module' });
    const found = await page.evaluate(
      () => (globalThis as unknown as { pricingFixtures: Promise<unknown> }).pricingFixtures,
    );
    expect(found).toEqual(ALL_RIGHT);
  } finally {
    await browser.close();
  }
});

async function bundle(options: {
  outfile: string;
  platform: 'node' | 'browser';
  target: string;
}): Promise<void> {
  await build({
    ...options,
    entryPoints: [path.resolve('tests/golden/pricing/bundle-entry.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    logLevel: 'warning',
  });
}

/** What a screen can ask of a node: an order of today in its own store, before anybody took it. */
function canBeAsked({ cart }: PricingFixture): boolean {
  const { territory, date, storeId, uses, keptLines, loyalty, discountCents, deliveryFee } = cart;
  const known = [territory, date, storeId, uses, keptLines, loyalty, discountCents, deliveryFee];
  const isBounded = cart.lines.every(({ quantity }) => quantity <= 50);
  return isBounded && known.every((one) => one === undefined);
}

/** One node for each menu, its clock at the moment of each cart. */
async function runOnStores(fixtures: readonly PricingFixture[]) {
  const faults: string[] = [];
  let count = 0;
  for (const [menu, ofMenu] of Map.groupBy(fixtures, (fixture) => fixture.menu)) {
    const run = await runOnStore(menu, ofMenu);
    count += run.count;
    faults.push(...run.faults);
  }
  return { count, faults };
}

/** What a node makes of the orders that have a price; nothing is paid yet. */
async function placeOnStores(fixtures: readonly PricingFixture[]) {
  const faults: string[] = [];
  let count = 0;
  for (const [menu, ofMenu] of Map.groupBy(fixtures, (fixture) => fixture.menu)) {
    const store = await aStore({ menu, clock: () => USUAL_MS });
    for (const fixture of ofMenu) {
      const { gives, cart } = fixture;
      if ('refusal' in gives || cart.at !== undefined) continue;
      const { channel = 'counter', mode, lines, couponCodes } = cartOf(fixture);
      const input = {
        ...{ orderId: newId(), channel, mode, lines, couponCodes },
        ...{ shownTotalCents: gives.totalCents, payment: { method: 'later' } },
      };
      const said = JSON.parse(JSON.stringify(input)) as unknown;
      const answer = await store.request('order.place', said, COUNTER);
      if (answer.ok) count += 1;
      else if (answer.refusal.code !== 'pricing.not-available') {
        faults.push(`${fixture.name}: ${answer.refusal.code}`);
      }
    }
    await store.remove();
  }
  return { count, faults };
}

/** A Sunday noon in Lyon, unless the cart says otherwise. */
const USUAL_MOMENT = { date: '2026-11-22', time: '12:00' };
const USUAL_MS = Date.parse('2026-11-22T11:00:00Z');

async function runOnStore(menu: Menu, fixtures: readonly PricingFixture[]) {
  let nowMs = USUAL_MS;
  const store = await aStore({ menu, clock: () => nowMs });
  try {
    return await runPricingFixtures(async (fixture) => {
      const { channel = 'counter', mode, lines, at, ...cart } = cartOf(fixture);
      const { date, time } = { ...USUAL_MOMENT, ...at };
      // In winter the shop is one hour ahead of UTC.
      nowMs = Date.parse(`${date}T${time}:00+01:00`);
      const { couponCodes, overrides, manualDiscounts } = cart;
      const input = { channel, mode, lines, couponCodes, overrides, manualDiscounts };
      const said = JSON.parse(JSON.stringify(input)) as unknown;
      return (await store.request('order.price', said, COUNTER)) as Result<unknown> as Outcome;
    }, fixtures);
  } finally {
    await store.remove();
  }
}
