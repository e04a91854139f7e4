import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { launchBrowser } from '#tests/world/browser.ts';
import { COUNTER } from '#tests/world/store.ts';

import { type CounterPage, openCounter, textsOf } from '../pages/counter.ts';
import { aShop, plainText, type Shop } from '../shop.ts';

let browser: Browser;
let shop: Shop;
let counter: CounterPage;
beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), aShop()]);
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});
beforeEach(async () => {
  counter = await openCounter(browser, shop.store);
  return async () => {
    await counter.page.context().close();
    if (counter.faults.length > 0) throw new Error(counter.faults.join(', '));
  };
});

describe('while a deal is put together', () => {
  test('each code fills the next place, and the deal is sold once', async () => {
    for (const code of ['duo', 'rei -oig', '4fr', 'coc']) await enter(code);
    expect(await textsOf(counter.lines)).toEqual([]);
    await enter('coc');
    await expect.poll(() => textsOf(counter.lines)).toHaveLength(4);
    expect((await textsOf(counter.lines)).join()).toMatch(
      /Menu duo.*Reine.*sans ?oignons.*4 Fromages.*Coca.*Coca/i,
    );
    expect(await counter.totalText()).toMatch(/24,90 €$/);
  });

  test('a code that does not go into the place is refused in a sentence and selected', async () => {
    await enter('duo');
    await enter('tir');
    await said(/ne va pas dans « Pizza 1 »/);
    await enter('2rei');
    await said(/« Pizza 1 » prend un seul article/);
    await enter('mid');
    await said(/Menu duo : il manque « Pizza 1 »/);
    expect(await textsOf(counter.lines)).toEqual([]);
    // The next code takes the place of the refused one, which is selected.
    await enter('rei');
    await counter.page.getByRole('button', { name: /Pizza 1 ?Reine/ }).waitFor();
  });

  test('F12 does not drop it: it says which place is missing', async () => {
    await enter('coc');
    for (const code of ['duo', 'rei']) await enter(code);
    await counter.page.keyboard.press('F12');
    await said(/Menu duo : il manque « Pizza 2 »/);
    expect(await counter.payment.isVisible()).toBe(false);
    await enter('4fr');
    await counter.page.getByRole('button', { name: /Pizza 2 ?4 Fromages/ }).waitFor();
  });
});

test('two codes are the two halves of one pizza while the halves are chosen', async () => {
  const { page } = counter;
  await page.keyboard.press('F6');
  await enter('2rei');
  await said(/Une moitié se tape par son seul code/);
  await enter('rei');
  await page.getByText('Reine à gauche').waitFor();
  await page.keyboard.press('F12');
  expect(await counter.payment.isVisible()).toBe(false);
  await enter('coc');
  await said(/ne se partage pas en moitiés/);
  await enter('4fr');
  await expect.poll(() => textsOf(counter.lines)).toHaveLength(1);
  expect((await textsOf(counter.lines))[0]).toMatch(/1 ?½ Reine ?M ½ 4 Fromages/);
});

describe('F12 with something typed', () => {
  test('takes the article that Enter would have taken, and pays it', async () => {
    const { keyboard } = counter.page;
    await enter('rei');
    await keyboard.type('2coc');
    await keyboard.press('F12');
    await counter.payment.waitFor();
    await expect.poll(() => textsOf(counter.lines)).toHaveLength(2);
    await counter.payment.getByText(/15,90/).first().waitFor();
    expect(await counter.codeLine.inputValue()).toBe('');
  });

  test('stops where it is not certain, and says so', async () => {
    const { keyboard } = counter.page;
    await enter('rei');
    await keyboard.type('#214');
    await keyboard.press('F12');
    await said(/« #214 » n’est pas dans la commande/);
    expect(await counter.payment.isVisible()).toBe(false);
    await keyboard.press('Escape');
    await keyboard.press('F12');
    await counter.payment.waitFor();
  });
});

test('a pointer at rest under the proposals does not choose one of them', async () => {
  const { page } = counter;
  const { x, y } = (await counter.codeLine.boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(x + 60, y + 180);
  await page.keyboard.type('4fr');
  await page.getByRole('option').nth(2).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await textsOf(counter.lines)).join()).toMatch(/^1 ?4 Fromages/);
});

test('what is out is refused by the code line and marked on the ticket', async () => {
  const { page } = counter;
  await enter('rei');
  const target = { kind: 'product', productId: 'reine' } as const;
  expect((await shop.store.request('menu.mark-sold-out', { target }, COUNTER)).ok).toBe(true);
  await counter.lines.first().getByText('en rupture').waitFor();
  await page.keyboard.type('rei');
  await page
    .getByRole('banner')
    .getByText(/Reine\s: en rupture/)
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await said(/Reine : en rupture/);
  expect((await textsOf(counter.lines)).join()).toMatch(/^1 ?Reine/);
  expect(await textsOf(counter.lines)).toHaveLength(1);

  await shop.store.request('menu.mark-back', { target }, COUNTER);
  await counter.lines.first().getByText('en rupture').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await textsOf(counter.lines)).join()).toMatch(/^2 ?Reine/);
});

test('what is not sold in this mode is refused by its code', async () => {
  await enter('cafe');
  await expect.poll(() => textsOf(counter.lines)).toHaveLength(1);
  while ((await counter.mode('Livraison').getAttribute('aria-pressed')) !== 'true') {
    await counter.page.keyboard.press('F3');
  }
  await counter.lines.first().getByText('pas vendu à cette heure ou dans ce mode').waitFor();
  await enter('cafe');
  await said(/pas vendu à cette heure ou dans ce mode/);
  expect((await textsOf(counter.lines))[0]).toMatch(/^1 /);
});

async function enter(code: string): Promise<void> {
  await counter.page.keyboard.type(code);
  await counter.page.keyboard.press('Enter');
}

/** The sentence at the bottom of the screen. */
async function said(sentence: RegExp): Promise<void> {
  const notice = counter.page.locator('output[data-shown]');
  await expect.poll(async () => plainText(await notice.innerText())).toMatch(sentence);
}
