import { rmSync } from 'node:fs';

import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { buildIfStale } from '#scripts/build.ts';
import { launchBrowser } from '#tests/world/browser.ts';
import { temporaryFolder } from '#tests/world/store.ts';

import { type NodeProcess, startNodeProcess } from './node-process.ts';
import { openCounter } from './pages/counter.ts';
import { openKitchen } from './pages/kitchen.ts';

let browser: Browser;
beforeAll(async () => {
  await buildIfStale(['renderer']);
  browser = await launchBrowser();
});
afterAll(() => browser.close());

let folder: string;
let node: NodeProcess;
beforeEach(async () => {
  folder = temporaryFolder();
  node = await startNodeProcess(folder);
});
afterEach(async () => {
  await node.kill();
  rmSync(folder, { recursive: true, force: true });
});

test('an order that the till never read before it was killed is sent again under its id and exists once', async () => {
  const line = tappedLine();
  const counter = await openCounter(browser, node, { beforeOpening: line.tap });
  await counter.tile('Reine').click();
  await counter.payKey.click();

  node.freeze();
  await counter.cashKey.click();
  await expect.poll(() => line.placed().length).toBe(1);
  await node.kill();
  await counter.payment.getByText('La caisse ne répond pas').waitFor();

  node = await startNodeProcess(folder, node.port);
  expect(await counter.lastNumber()).toBe(1);
  expect(new Set(line.placed()).size).toBe(1);
  expect(line.placed().length).toBeGreaterThan(1);
  expect(await node.ask('order.board', {})).toMatchObject([
    { orderId: line.placed()[0], number: 1, totalCents: 1190, dueCents: 0 },
  ]);
  expect(counter.faults).toEqual([]);
});

test('an order that the till recorded, killed before its answer arrived, counts once and keeps its number', async () => {
  const line = tappedLine();
  const counter = await openCounter(browser, node, { beforeOpening: line.tap });
  const kitchen = await openKitchen(browser, node);
  await kitchen.nothingToMake.waitFor();
  await counter.tile('Calzone').click();
  await counter.payKey.click();

  line.loseAnswers();
  await counter.cashKey.click();
  await kitchen.ticket(1).waitFor();
  await node.kill();
  await counter.payment.getByText('La caisse ne répond pas').waitFor();
  await kitchen.page.getByText('réseau', { exact: false }).first().waitFor();

  line.mend();
  node = await startNodeProcess(folder, node.port);
  expect(await counter.lastNumber()).toBe(1);
  expect(new Set(line.placed()).size).toBe(1);
  expect(line.placed().length).toBeGreaterThan(1);
  expect(await node.ask('order.board', {})).toMatchObject([
    { orderId: line.placed()[0], number: 1, totalCents: 1290, dueCents: 0 },
  ]);

  // The kitchen has found its node again by itself, and shows the order once.
  await kitchen.start(1);
  expect(await kitchen.numbers()).toEqual([1]);
  expect([...counter.faults, ...kitchen.faults]).toEqual([]);
});

test('an order half typed when the till is killed is still on the screen, and is sold when it is back', async () => {
  const counter = await openCounter(browser, node);
  await counter.tile('Reine').click();
  await node.kill();
  await expect.poll(() => counter.pillText()).toMatch(/^Hors ligne/);
  await counter.tile('Calzone').click();
  expect(await counter.lines.count()).toBe(2);

  node = await startNodeProcess(folder, node.port);
  await expect.poll(() => counter.pillText()).not.toMatch(/^Hors ligne/);
  await counter.payKey.click();
  await counter.cashKey.click();
  expect(await counter.lastNumber()).toBe(1);
  expect(await node.ask('order.board', {})).toMatchObject([{ number: 1, totalCents: 2480 }]);
});

/** The line between a screen and its node, with our hand on it. */
function tappedLine() {
  const orderIds: string[] = [];
  let areAnswersLost = false;
  return {
    /** Of each try to place an order, as it left the screen. */
    placed: () => orderIds,
    loseAnswers() {
      areAnswersLost = true;
    },
    mend() {
      areAnswersLost = false;
    },
    tap: (page: Page) =>
      page.routeWebSocket(/socket\.io/, (socket) => {
        const server = socket.connectToServer();
        socket.onMessage((message) => {
          const orderId = /"order\.place",\{"orderId":"([^"]+)"/.exec(String(message))?.[1];
          if (orderId !== undefined) orderIds.push(orderId);
          server.send(message);
        });
        server.onMessage((message) => {
          if (!areAnswersLost) socket.send(message);
        });
      }),
  };
}
