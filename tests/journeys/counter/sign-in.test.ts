import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';

import { hasNoBarrier } from '../pages/barriers.ts';
import { counterOn, textsOf } from '../pages/counter.ts';
import { NADIA, signInAs, SOFIA } from '../pages/sign-in.ts';
import { aShop, openWindow, plainText, type Shop } from '../shop.ts';

let browser: Browser;
let shop: Shop;
let page: Page;
let faults: readonly string[];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  shop = await aShop();
  const { store } = shop;
  ({ page, faults } = await openWindow(browser, `${store.url}/counter/#key=${store.keys.counter}`));
  await team().getByRole('button').first().waitFor();
  return () => shop.close();
});

const team = () => page.getByRole('group', { name: 'Équipe' });
const person = (name: string) => team().getByRole('button', { name: new RegExp(`^${name}`) });
const typed = () => page.getByText(/chiffres? tapés?/);

describe('signing in at the till', () => {
  test('shows the team in the order of the alphabet and, in the demonstration, the codes', async () => {
    const said = (await textsOf(team().getByRole('button'))).join(' | ');
    expect(said).toMatch(/Hugo .*2222 \| .*Nadia .*9999 \| .*Sofia .*1111/);
    await hasNoBarrier(page);
  });

  test('works by keyboard alone: a letter of the name, the code, Enter', async () => {
    await page.keyboard.press('s');
    await page.getByRole('heading', { name: 'Code de Sofia' }).waitFor();
    await page.keyboard.type(SOFIA.pin);
    await page.keyboard.press('Enter');
    await counterOn(page).products.waitFor();
    await counterOn(page).tile('Reine').tap();
    await hasNoBarrier(page);
    expect(faults).toEqual([]);
  });

  test('asks for the name of a code that was typed first, and keeps the code', async () => {
    await page.keyboard.type(SOFIA.pin);
    await page.getByRole('button', { name: 'Entrer' }).tap();
    await page.getByRole('alert').getByText('Choisissez d’abord votre prénom.').waitFor();
    await page.keyboard.press('s');
    await expect.poll(async () => page.getByRole('alert').innerText()).toBe('');
    await page.keyboard.press('Enter');
    await counterOn(page).products.waitFor();
    expect(faults).toEqual([]);
  });

  test('works by touch alone', async () => {
    await person('Sofia').tap();
    for (const digit of SOFIA.pin) {
      await page.getByRole('button', { name: digit, exact: true }).tap();
    }
    await page.getByRole('button', { name: 'Entrer' }).tap();
    await counterOn(page).products.waitFor();
  });

  test('refuses a wrong code and forgets it; after too many it says until when', async () => {
    const refused = page.getByRole('alert');
    for (let wrong = 0; wrong < 20; wrong += 1) {
      if (await person('Sofia').isDisabled()) break;
      await signInAs(page, { ...SOFIA, pin: '0000' });
      await expect.poll(async () => plainText(await refused.innerText())).not.toBe('');
      await expect.poll(() => typed().count()).toBeLessThanOrEqual(1);
      await expect.poll(() => page.getByRole('button', { name: 'Entrer' }).isDisabled()).toBe(true);
    }
    await expect.poll(() => person('Sofia').isDisabled()).toBe(true);
    expect(plainText(await person('Sofia').innerText())).toMatch(/bloqué jusqu’à \d\d:\d\d/);
    await hasNoBarrier(page);
    // The others work on.
    await signInAs(page, NADIA);
    await counterOn(page).products.waitFor();
  });
});

describe('a till that is locked', () => {
  test('keeps the order behind the lock for whoever took it', async () => {
    const counter = counterOn(page);
    await signInAs(page, SOFIA);
    await counter.tile('Reine').tap();
    await lock();
    expect(await counter.ticket.isVisible()).toBe(false);
    await hasNoBarrier(page);

    // Sofia is chosen already: her code is enough.
    await page.keyboard.type(SOFIA.pin);
    await page.keyboard.press('Enter');
    await counter.ticket.waitFor();
    expect(await counter.lines.count()).toBe(1);
  });

  test('opens to the manager too, and the order goes on under her name', async () => {
    const counter = counterOn(page);
    await signInAs(page, SOFIA);
    await counter.tile('Reine').tap();
    await lock();
    await signInAs(page, NADIA);
    await counter.ticket.waitFor();
    expect(await counter.lines.count()).toBe(1);
    await page.getByRole('button', { name: /^N? ?Nadia/ }).waitFor();
    expect(faults).toEqual([]);
  });
});

test('an approval takes the first letter of a name as well, and says when it has none', async () => {
  const counter = counterOn(page);
  await signInAs(page, SOFIA);
  await counter.tile('Reine').tap();
  await page.keyboard.press('F10');
  const sheet = page.getByRole('dialog', { name: 'Remise, code et prix' });
  await sheet.getByRole('button', { name: '10 %' }).tap();
  await sheet.getByRole('button', { name: 'Geste commercial' }).tap();
  await sheet.getByRole('button', { name: 'Appliquer' }).tap();
  const approval = page.getByRole('dialog', { name: /Accord d’un responsable/ });
  await approval.waitFor();
  await page.keyboard.type(NADIA.pin);
  await page.keyboard.press('Enter');
  await approval.getByText('Choisissez d’abord qui donne son accord.').waitFor();
  await page.keyboard.press('n');
  await approval.getByRole('heading', { name: 'Code de Nadia' }).waitFor();
  await page.keyboard.press('Enter');
  await approval.waitFor({ state: 'detached' });
  await expect.poll(() => counter.totalText()).toMatch(/10,71 €$/);
  expect(faults).toEqual([]);
});

test('another person takes the till over in two touches and a code', async () => {
  const counter = counterOn(page);
  await signInAs(page, SOFIA);
  await counter.products.waitFor();
  await page.getByRole('button', { name: /Réglages de cet écran/ }).tap();
  await page.getByRole('button', { name: 'Changer de personne' }).tap();
  await team().waitFor();
  await signInAs(page, NADIA);
  await counter.products.waitFor();
  await page.getByRole('button', { name: /Nadia/ }).waitFor();
});

async function lock(): Promise<void> {
  await page.getByRole('button', { name: /Réglages de cet écran/ }).tap();
  await page.getByRole('button', { name: 'Verrouiller la caisse' }).tap();
  await page.getByRole('heading', { name: 'Caisse verrouillée' }).waitFor();
}
