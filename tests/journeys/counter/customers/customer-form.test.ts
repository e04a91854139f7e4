import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';

import { openCounter } from '../../pages/counter.ts';
import { aShop, type Shop } from '../../shop.ts';

let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), aShop()]);
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

test('what is typed after an address is added is its street, and a number put right is no longer wrong', async () => {
  const counter = await openCounter(browser, shop.store);
  const { page, ticket } = counter;
  await ticket.getByRole('button', { name: /^Client/ }).click();
  await ticket.getByRole('button', { name: 'Nouveau client' }).click();
  const form = page.getByRole('form', { name: 'Nouveau client' });
  await form.getByLabel('Nom', { exact: true }).fill('Anne Leroux');
  const phone = form.getByLabel('Téléphone');
  await phone.fill('04 78');
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await form.getByRole('alert').waitFor();
  await phone.fill('04 78 00 00 01');
  await form.getByRole('alert').waitFor({ state: 'hidden' });
  await form.getByRole('button', { name: 'Ajouter une adresse' }).click();
  await page.keyboard.type('3 rue Neuve');
  expect(await phone.inputValue()).toBe('04 78 00 00 01');
  const streets = form.getByRole('group', { name: 'Adresse' }).getByLabel(/rue/i);
  expect(await streets.first().inputValue()).toBe('3 rue Neuve');
  expect(counter.faults).toEqual([]);
});
