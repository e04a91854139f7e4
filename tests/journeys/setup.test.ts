import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { portsFrom, startVirtualShop, type VirtualShop } from '#hardware/virtual/shop/shop.ts';
import { buildIfStale } from '#scripts/build.ts';
import { launchBrowser } from '#tests/world/browser.ts';
import { aStore, type StoreOfTest } from '#tests/world/store.ts';

import { openCounter } from './pages/counter.ts';
import { openSetup, type SetupPage } from './pages/setup.ts';
import { NADIA, SOFIA } from './pages/sign-in.ts';

const SCREENS = [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
];
/** Of a back office. */
const KEY_MIN_PX = 48;

let browser: Browser;
beforeAll(async () => {
  [browser] = await Promise.all([launchBrowser(), buildIfStale(['renderer'])]);
});
afterAll(() => browser.close());

let shop: VirtualShop;
let store: StoreOfTest;
beforeEach(async () => {
  shop = await startVirtualShop({ ids: ['printer', 'terminal', 'phone'], ports: portsFrom(0) });
  store = await aStore({ phone: { host: '127.0.0.1', port: Number(portOf('phone')) } });
});
afterEach(async () => {
  await store.remove();
  await shop.close();
});

function portOf(id: 'printer' | 'terminal' | 'phone'): string {
  return shop.devices.get(id)?.address.split(':').at(-1) ?? '';
}

async function addDevice(setup: SetupPage, kind: string, port: string): Promise<void> {
  await setup.addKey(kind).click();
  await setup.field('Adresse').fill('127.0.0.1');
  await setup.field('Port').fill(port);
  await setup.saveKey.click();
}

describe('the set-up screen', () => {
  test('takes a printer in, and its test page lies on the counter', async () => {
    const setup = await openSetup(browser, store);
    await setup.addKey('Imprimante').click();
    await setup.field('Adresse').fill('127.0.0.1');
    await setup.field('Port').fill(portOf('printer'));
    await setup.form.getByRole('button', { name: /^Qui est à cette adresse/ }).click();
    await setup.form.getByText('Une imprimante répond').waitFor();
    await setup.saveKey.click();
    await setup.page.getByRole('heading', { name: 'Imprimante', exact: true }).waitFor();
    await setup.testKey('Page d’essai').click();
    await setup.lastTest.getByText('l’imprimante l’a confirmé').waitFor();
    expect(shop.devices.get('printer')?.fact()).toMatchObject({ text: '1 sur le comptoir' });
    expect(setup.faults).toEqual([]);
  });

  test('shows at once that the paper is out, what to do, and that it is back', async () => {
    const setup = await openSetup(browser, store);
    await addDevice(setup, 'Imprimante', portOf('printer'));
    await setup.device('Imprimante').getByText('Prêt').waitFor();
    await shop.act('printer', 'fault', 'paper-end');
    await setup.page.getByText('Remettre du papier').waitFor();
    await shop.act('printer', 'fault', 'none');
    await setup.device('Imprimante').getByText('Prêt').waitFor();
  });

  test('finds the letters of a printer with its calibration page', async () => {
    const setup = await openSetup(browser, store);
    await addDevice(setup, 'Imprimante', portOf('printer'));
    await setup.testKey('Page de calibrage').click();
    const lines = setup.page.getByRole('region', { name: /première ligne juste/ });
    await lines.getByRole('button', { name: /^3 / }).click();
    await lines.getByRole('button', { name: /^3 .*en service/ }).waitFor();
  });

  test('makes a test payment of one cent, once, and it is in no figure', async () => {
    await shop.act('terminal', 'mode', 'accept');
    const setup = await openSetup(browser, store);
    await addDevice(setup, 'Terminal de paiement', portOf('terminal'));
    await setup.testKey(/^Paiement d’essai/).click();
    await setup.lastTest.getByText('se comprennent').waitFor();
    expect(shop.devices.get('terminal')?.fact()).toMatchObject({ text: '1 opérations' });
    expect(store.head()).toBe(signIns());
  });

  test('asks twice before a cent is asked of a real terminal', async () => {
    const setup = await openSetup(browser, store);
    await setup.addKey('Terminal de paiement').click();
    await setup.field('Adresse').fill('192.0.2.7');
    await setup.saveKey.click();
    await setup.testKey(/^Paiement d’essai/).click();
    const sure = setup.page.getByRole('dialog', { name: /pour de vrai/ });
    await sure.getByRole('button', { name: 'Non' }).click();
    await sure.waitFor({ state: 'hidden' });
    expect(await setup.lastTest.count()).toBe(0);
  });

  test('lets a cashier look, and change with the PIN of a manager', async () => {
    const setup = await openSetup(browser, store, { person: SOFIA });
    await addDevice(setup, 'Imprimante', portOf('printer'));
    const approval = setup.page.getByRole('dialog', { name: 'Accord d’un responsable' });
    await approval.waitFor();
    await setup.page.keyboard.type(NADIA.pin);
    await setup.page.keyboard.press('Enter');
    await setup.device('Imprimante').waitFor();
  });

  test('is reached from the settings of the counter, and leads back without a new PIN', async () => {
    const counter = await openCounter(browser, store, { person: NADIA });
    await counter.page.getByRole('button', { name: 'Réglages de cet écran' }).click();
    await counter.page.getByRole('button', { name: 'Appareils et écran' }).click();
    await counter.page.getByRole('heading', { name: 'Réglages' }).waitFor();
    await counter.page.getByRole('button', { name: 'Caisse' }).click();
    await counter.products.waitFor();
  });
});

/** Nadia signed in; nothing else is in the journal of the store. */
function signIns(): number {
  return 1;
}

test('a call on the virtual telephone rings at the counter', async () => {
  const counter = await openCounter(browser, store);
  await expect.poll(() => shop.devices.get('phone')?.fact().isUsed).toBe(true);
  await shop.act('phone', 'call', '06 39 98 00 01');
  await counter.page
    .getByText(/06.39.98.00.01/)
    .first()
    .waitFor();
  expect(counter.faults).toEqual([]);
});

describe('the size of the screen', () => {
  test('is found with a bank card, kept for this device, and holds on the counter too', async () => {
    const setup = await openSetup(browser, store);
    await setup.tab('Écran').click();
    const card = setup.page.getByRole('img', { name: /^Carte bancaire/ });
    const larger = setup.page.getByRole('button', { name: 'Agrandir' });
    for (let press = 0; press < 20; press += 1) await larger.click();
    expect((await card.boundingBox())?.width).toBeCloseTo(342.4 + 68.48, 0);
    await setup.page.getByRole('button', { name: 'La carte couvre le rectangle' }).click();
    await setup.page.getByText('Cet écran est réglé à 120').waitFor();
    expect(await rootSize(setup.page)).toBe('19.2px');
    await setup.page.getByRole('button', { name: 'Caisse' }).click();
    await setup.page.getByRole('group', { name: 'Produits' }).waitFor();
    expect(await rootSize(setup.page)).toBe('19.2px');
    await setup.page.goto(`${store.url}/setup/`);
    await setup.tab('Écran').click();
    await setup.page.getByRole('button', { name: 'Taille d’origine' }).click();
    expect(await rootSize(setup.page)).toBe('16px');
  });
});

describe.each(SCREENS)('on a screen of $width × $height', (viewport) => {
  test('the set-up screen has no barrier, and no key smaller than a finger', async () => {
    const setup = await openSetup(browser, store, { viewport });
    await isUsable(setup.page);
    await addDevice(setup, 'Imprimante', portOf('printer'));
    await setup.testKey('Page de calibrage').click();
    await setup.page.getByRole('region', { name: /première ligne juste/ }).waitFor();
    await isUsable(setup.page);
    await setup.page.getByRole('button', { name: 'Modifier' }).click();
    await setup.form.waitFor();
    await isUsable(setup.page);
    await setup.page.keyboard.press('Escape');
    await setup.addKey('Téléphone').click();
    await setup.form.waitFor();
    await isUsable(setup.page);
    await setup.page.keyboard.press('Escape');
    await setup.testKey('Journal').click();
    await isUsable(setup.page);
    await setup.page.keyboard.press('Escape');
    await setup.tab('Écran').click();
    await isUsable(setup.page);
  });
});

async function rootSize(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
}

async function isUsable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  const keys = page.getByRole('button').filter({ visible: true });
  const small = await keys.evaluateAll((buttons, least) => {
    const sizes = buttons.map((button) => ({ button, box: button.getBoundingClientRect() }));
    return sizes
      .filter(({ box }) => Math.min(box.width, box.height) < least)
      .map(({ button }) => button.ariaLabel ?? button.textContent);
  }, KEY_MIN_PX);
  expect(small).toEqual([]);
}
