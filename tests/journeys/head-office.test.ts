import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { HEAD_OFFICE } from '#tests/world/centre.ts';
import { launchBrowser } from '#tests/world/browser.ts';
import { anOrderInput } from '#tests/world/order-input.ts';
import { aDatabase } from '#tests/world/postgres.ts';
import { COUNTER } from '#tests/world/store.ts';

import { type CentreProcess, startCentreProcess } from './centre-process.ts';
import { openHeadOffice } from './pages/head-office.ts';
import { aShop, type Shop } from './shop.ts';

const LYON = 'OC Pizza Lyon 3';

let browser: Browser;
let centre: CentreProcess;
let shop: Shop;
beforeAll(async () => {
  browser = await launchBrowser();
  centre = await startCentreProcess(await aDatabase());
  const enrolmentCode = await centre.issueCode('lyon-3');
  shop = await aShop({ centre: { url: centre.url, enrolmentCode } });
});
afterAll(async () => {
  await browser.close();
  await shop.close();
  await centre.kill();
});

test('a person signs in at head office, sees every sale as it is made, in chart and table, and signs out', async () => {
  const office = await openHeadOffice(browser, centre);

  await office.signIn({ ...HEAD_OFFICE, password: 'quatre-saisons' });
  await office.page.getByRole('alert').getByText('Adresse ou mot de passe inconnu').waitFor();
  expect(await office.liveTitle.count()).toBe(0);

  await office.signIn(HEAD_OFFICE);
  await office.liveTitle.waitFor();
  await expect.poll(() => office.storeFigures(LYON)).toEqual({ orders: 0, salesCents: 0 });

  await sell('cash');
  await expect.poll(() => office.storeFigures(LYON)).toEqual({ orders: 1, salesCents: 1190 });
  await sell('later');
  await sell('cash');
  await expect.poll(() => office.storeFigures(LYON)).toEqual({ orders: 3, salesCents: 3570 });
  expect(await office.tile('Commandes')).toBe('3');
  expect(await office.tile('Panier moyen')).toBe('11,90 €');
  expect(await office.tile('En cours')).toBe('3');
  await office.page.getByRole('region', { name: 'Meilleures ventes' }).getByText('Reine').waitFor();

  await office.chart.waitFor();
  await office.showFigures.click();
  expect(await office.hourTable()).toMatchObject({ orders: 3, salesCents: 3570 });
  await office.showChart.click();
  await office.chart.waitFor();

  await office.signOut.click();
  await office.signInTitle.waitFor();
  await office.page.reload();
  await office.signInTitle.waitFor();
  expect(office.faults).toEqual([]);
});

async function sell(payment: 'cash' | 'later'): Promise<void> {
  const answer = await shop.store.request('order.place', anOrderInput({ payment }), COUNTER);
  expect(answer).toMatchObject({ ok: true });
}
