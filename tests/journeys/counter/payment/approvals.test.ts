import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';

import { approvalOn, approveAs } from '../../pages/approval.ts';
import { type CounterPage, openCounter } from '../../pages/counter.ts';
import { HUGO, NADIA } from '../../pages/sign-in.ts';
import { aShop, plainText, type Shop } from '../../shop.ts';

let browser: Browser;
let shop: Shop;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

let counter: CounterPage;
beforeEach(async () => {
  shop = await aShop();
  counter = await openCounter(browser, shop.store);
});
afterEach(async () => {
  const { faults } = counter;
  await counter.page.close();
  await shop.close();
  if (faults.length > 0) throw new Error(faults.join(', '));
});

describe('a discount that somebody else has to agree to', () => {
  test('is not given for a wrong code, which is said where it was typed', async () => {
    const { page } = counter;
    const approval = approvalOn(page);
    await counter.tile('Reine').click();
    await discount('Toute la commande');
    expect(plainText(await approval.sheet.innerText())).toContain(
      'Remise 10 % sur toute la commande · Retard',
    );
    await approval.type({ ...HUGO, pin: '1234' });
    await approval.sheet.getByRole('alert').getByText('Code incorrect.').waitFor();
    expect(await counter.totalText()).toMatch(/11,90 €$/);
    await approveAs(page, HUGO);
    await expect.poll(() => counter.totalText()).toMatch(/10,71 €$/);
    await counter.payKey.click();
    await counter.cashKey.click();
    await counter.lastSale.getByText('Payé en espèces').waitFor();
  });

  test('is asked for again after a reload, when it is paid', async () => {
    const { page } = counter;
    await counter.tile('Reine').click();
    await discount('Toute la commande');
    await approveAs(page, HUGO);
    await expect.poll(() => counter.totalText()).toMatch(/10,71 €$/);
    // What is on the screen is kept within a tenth of a second.
    await expect
      .poll(() => page.evaluate(() => Object.values(localStorage).join('')))
      .toMatch(/rateBp/);
    await page.reload();
    await expect.poll(() => counter.totalText()).toMatch(/10,71 €$/);

    await counter.payKey.click();
    await counter.cashKey.click();
    const approval = approvalOn(page);
    await approval.sheet.waitFor();
    expect(plainText(await approval.sheet.innerText())).toContain('Remise 10 %');
    await page.keyboard.press('Escape');
    await counter.payment.getByText('Il faut l’accord d’un responsable.').waitFor();
    await counter.cashKey.click();
    await approveAs(page, HUGO);
    await counter.lastSale.getByText('Payé en espèces').waitFor();
    expect(await counter.lastNumber()).toBe(1);
  });

  test('goes with the order to another till, where it is agreed to again', async () => {
    await counter.tile('Reine').click();
    await discount('Toute la commande');
    await approveAs(counter.page, HUGO);
    await expect.poll(() => counter.totalText()).toMatch(/10,71 €$/);
    await counter.page.keyboard.press('F8');
    await counter.page.getByText(/mise en attente/).waitFor();

    const other = await openCounter(browser, shop.store);
    await other.page.keyboard.press('F9');
    await other.page
      .getByRole('dialog', { name: 'Commandes en attente' })
      .getByRole('button', { name: /10,71/ })
      .click();
    await expect.poll(() => other.totalText()).toMatch(/10,71 €$/);
    await other.payKey.click();
    await other.cashKey.click();
    await approveAs(other.page, NADIA);
    await other.lastSale.getByText('Payé en espèces').waitFor();
    await other.page.close();
  });

  test('names the article it is on, and a person as at sign-in', async () => {
    await counter.tile('Reine').click();
    await discount(/^Reine/);
    const { sheet } = approvalOn(counter.page);
    await sheet.getByRole('button', { name: /^Nadia responsable$/ }).waitFor();
    const said = plainText(await sheet.innerText());
    expect(said).toContain('Remise 10 % sur Reine M · Retard');
  });
});

/** Ten per cent, because it was late, up to the moment somebody has to agree. */
async function discount(scope: string | RegExp): Promise<void> {
  const { page } = counter;
  await page.keyboard.press('F10');
  const sheet = page.getByRole('dialog', { name: 'Remise, code et prix' });
  await sheet.getByRole('button', { name: scope }).click();
  await sheet.getByRole('button', { name: '10 %' }).click();
  await sheet.getByRole('button', { name: 'Retard' }).click();
  await sheet.getByRole('button', { name: 'Appliquer' }).click();
}
