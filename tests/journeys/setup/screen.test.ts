import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { openSetup } from '../pages/setup.ts';
import { aShopToSetUp, addDevice } from './world.ts';

const SCREENS = [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
];
/** Of a back office. */
const KEY_MIN_PX = 48;

const world = aShopToSetUp();

describe('the size of the screen', () => {
  test('is found with a bank card, kept for this device, and holds on the counter too', async () => {
    const setup = await openSetup(world.browser(), world.store());
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
    await setup.page.goto(`${world.store().url}/setup/`);
    await setup.tab('Écran').click();
    await setup.page.getByRole('button', { name: 'Taille d’origine' }).click();
    expect(await rootSize(setup.page)).toBe('16px');
  });
});

describe.each(SCREENS)('on a screen of $width × $height', (viewport) => {
  test('the set-up screen has no barrier, and no key smaller than a finger', async () => {
    const setup = await openSetup(world.browser(), world.store(), { viewport });
    await isUsable(setup.page);
    await addDevice(setup, 'Imprimante', world.portOf('printer'));
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
