import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';
import { COUNTER } from '#tests/world/store.ts';

import { approveAs } from '../../pages/approval.ts';
import { openCounter, textsOf } from '../../pages/counter.ts';
import { barriersOn, clippedOn, smallKeysOn } from '../../pages/counter-checks.ts';
import { NADIA } from '../../pages/sign-in.ts';
import { aShop, type Shop } from '../../shop.ts';

const LAURENT = {
  customerId: '019aab00-0000-7000-8000-0000000000e1',
  name: 'Solène Laurent',
  phones: ['06 98 76 54 32'],
  note: 'sonner deux fois',
  addresses: [],
};

let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), aShop()]);
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

test('a customer who asks for it is erased with a manager’s PIN, and the order being taken goes on without their name', async () => {
  const saved = await shop.store.request('customer.save', LAURENT, COUNTER);
  expect(saved).toMatchObject({ ok: true });
  const counter = await openCounter(browser, shop.store);
  const { page, ticket } = counter;
  await counter.tile('Reine').tap();
  await ticket.getByRole('button', { name: /^Client/ }).click();
  await page.keyboard.type('Solène');
  await ticket.getByRole('button', { name: /Solène Laurent/ }).click();
  await ticket.getByRole('button', { name: 'Modifier la fiche' }).click();
  await ticket.getByRole('button', { name: /^Effacer cette fiche/ }).click();
  await ticket.getByText('Effacer Solène Laurent pour toujours').waitFor();
  expect(await smallKeysOn(page)).toEqual([]);
  expect(await clippedOn(page)).toEqual([]);
  expect(await barriersOn(page)).toEqual([]);
  await ticket.getByRole('button', { name: 'Effacer', exact: true }).click();
  await approveAs(page, NADIA);

  await page.getByText('Solène Laurent n’est plus dans le fichier.').waitFor();
  await expect.poll(() => textsOf(counter.lines)).toHaveLength(1);
  await ticket.getByRole('button', { name: /^Client/ }).click();
  await page.keyboard.type('Solène');
  await ticket.getByText('Personne de connu.').waitFor();
  expect(counter.faults).toEqual([]);
});
