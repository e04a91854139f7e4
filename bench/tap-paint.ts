import type { Locator } from 'playwright-core';

import { signInAs, SOFIA } from '#tests/journeys/pages/sign-in.ts';
import { aStore } from '#tests/world/store.ts';

import { type BenchPage, openBenchPage } from './browser.ts';
import { largeMenu } from './large-menu.ts';
import { type Figure, median, percentile, rounded } from './measure.ts';
import { paintFigure, paintSentence, type PaintTimes, repeated } from './paint-summary.ts';
import { type PaintWatch, watchPaints } from './paint-watch.ts';

const PRODUCTS = 200;
const REPEATS = 5;
const SLOW_REPEATS = 3;
const SAMPLES = 100;
/** One order: every tap adds a line, then all is cleared. */
const LINES_PER_ORDER = 20;
const SLOW = 4;
/** A quick finger stays this long; what the press itself draws is done by then. */
const HOLD_MS = 60;
/** Must-hold of the till: tap to painted line on a processor four times slower. */
const SLOW_GOAL_MS = 100;
/** The smallest screen a till has. */
const SCREEN = { width: 1366, height: 768 };
const LINES = 'ul[aria-label="Lignes de la commande"]';

type Point = { readonly x: number; readonly y: number };
type Bench = {
  readonly screen: BenchPage;
  readonly watch: PaintWatch;
  readonly tiles: readonly Point[];
  readonly floorKey: Point;
};

/**
 * G11: from the finger leaving a product to its line painted in the order, with 200 products on the
 * shelf, against a native button of the same page whose handler appends a line of the same markup.
 * Real mouse events, in turns.
 */
export async function tapPaint(): Promise<Figure> {
  const store = await aStore({ menu: largeMenu(PRODUCTS) });
  const screen = await openBenchPage({
    url: `${store.url}/counter/#key=${store.keys.counter}`,
    ...SCREEN,
  });
  try {
    await signInAs(screen.page, SOFIA);
    const shelf = screen.page.getByRole('group', { name: 'Produits' }).getByRole('button');
    await shelf.nth(PRODUCTS - 1).waitFor({ state: 'attached' });
    const tiles = await centresOf(shelf.filter({ visible: true }));
    const watch = await watchPaints(screen.page, { selector: `${LINES} > li` });
    const floorKey = await screen.page.evaluate(addFloorKey, LINES);
    return await measure({ screen, watch, tiles, floorKey });
  } finally {
    await screen.close();
    await store.remove();
  }
}

async function measure(bench: Bench): Promise<Figure> {
  await inTurns(bench, LINES_PER_ORDER);
  const full = await repeated(REPEATS, () => inTurns(bench, SAMPLES));
  await bench.screen.slowDown(SLOW);
  await inTurns(bench, LINES_PER_ORDER);
  const slow = await repeated(SLOW_REPEATS, () => inTurns(bench, SAMPLES));
  const slowMs = rounded(median(slow.map(({ ours }) => percentile(ours, 99))), 1);
  return paintFigure('tap-paint', full, [
    ...slow.map((times) => paintSentence(`${SLOW} × slower`, times)),
    `${SLOW} × slower: p99 ${slowMs} ms, goal ${SLOW_GOAL_MS} ms ${slowMs <= SLOW_GOAL_MS ? 'held' : 'MISSED'}`,
  ]);
}

async function inTurns(bench: Bench, samples: number): Promise<PaintTimes> {
  const ours: number[] = [];
  const floor: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const line = sample % LINES_PER_ORDER;
    if (line === 0) await clearOrder(bench);
    const tile = bench.tiles[line];
    if (tile === undefined) throw new Error(`only ${bench.tiles.length} products are in sight`);
    ours.push(await tapAndPaint(bench, tile, sample));
    floor.push(await tapAndPaint(bench, bench.floorKey, sample));
    await bench.screen.page
      .locator(`${LINES} > li`)
      .last()
      .evaluate((row) => row.remove());
  }
  return { ours, floor };
}

/** Milliseconds from the finger lifted to the new line painted. */
async function tapAndPaint(
  { screen, watch }: Bench,
  point: Point,
  sample: number,
): Promise<number> {
  const mouse = { ...point, button: 'left', clickCount: 1 } as const;
  await screen.devtools.send('Input.dispatchMouseEvent', { ...point, type: 'mouseMoved' });
  watch.forget();
  await screen.devtools.send('Input.dispatchMouseEvent', { ...mouse, type: 'mousePressed' });
  // Lifted at another part of a frame each time, the same for both sides.
  await new Promise((resolve) => setTimeout(resolve, HOLD_MS + ((sample * 7) % 16)));
  await screen.devtools.send('Input.dispatchMouseEvent', { ...mouse, type: 'mouseReleased' });
  const { atMs, tappedAtMs } = await watch.painted('+');
  return atMs - tappedAtMs;
}

async function clearOrder({ screen: { page } }: Bench): Promise<void> {
  const key = page.getByRole('button', { name: /^Tout effacer/ });
  if (await key.isEnabled()) await key.click();
  await page.locator(LINES).waitFor({ state: 'detached' });
}

/** The middle of each, where a finger lands; only those that lie wholly on the screen. */
async function centresOf(buttons: Locator): Promise<Point[]> {
  const boxes = await Promise.all((await buttons.all()).map((button) => button.boundingBox()));
  return boxes
    .filter((box) => box !== null)
    .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2, bottom: y + height }))
    .filter(({ bottom }) => bottom < SCREEN.height - FOOTER_HEIGHT);
}

/** The bar with the total and the pay key. */
const FOOTER_HEIGHT = 80;

/** Runs in the page: puts a native button over the name of the store. Answers where its middle is. */
function addFloorKey(lines: string): Point {
  const key = document.createElement('button');
  key.textContent = '+';
  key.style.cssText = 'position:fixed;left:0;top:0;width:64px;height:48px;z-index:9';
  key.addEventListener('click', () => {
    const list = document.querySelector(lines);
    const model = list?.lastElementChild;
    if (list === null || model === null || model === undefined) throw new Error('no line to copy');
    list.append(model.cloneNode(true));
  });
  document.body.append(key);
  return { x: 32, y: 24 };
}
