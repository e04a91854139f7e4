import { type Browser, errors, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';

import { KITCHEN_SCREEN, openWindow, plainText, type WindowOptions } from '../shop.ts';

/** The kitchen screen, found by what a person sees and what a screen reader says. */
export type KitchenPage = ReturnType<typeof kitchenOn> & { readonly faults: readonly string[] };

export async function openKitchen(
  browser: Browser,
  store: { readonly url: string; readonly keys: { readonly kitchen: string } },
  { viewport = KITCHEN_SCREEN, ...options }: WindowOptions = {},
): Promise<KitchenPage> {
  const url = `${store.url}/kitchen/#key=${store.keys.kitchen}`;
  const { page, faults } = await openWindow(browser, url, { viewport, ...options });
  await page.getByRole('heading', { name: /^Cuisine/ }).waitFor();
  return { ...kitchenOn(page), faults };
}

export function kitchenOn(page: Page) {
  const tickets = page.getByRole('article', { name: /^Commande \d+$/ });
  return {
    page,
    tickets,
    ticket: (number: number) =>
      page.getByRole('article', { name: `Commande ${number}`, exact: true }),
    startKey: (number: number) => key(page, 'Commencer', number),
    finishKey: (number: number) => key(page, 'Terminer', number),
    start: (number: number) => bump(key(page, 'Commencer', number)),
    finish: (number: number) => bump(key(page, 'Terminer', number)),
    /** What changed, or that it is cancelled, was seen. */
    seen: (number: number) => bump(key(page, 'Vu', number)),
    nothingToMake: page.getByRole('heading', { name: 'Rien à préparer' }),
    recallList: page.getByRole('dialog', { name: 'Commandes terminées' }),
    openRecallList: () => page.getByRole('button', { name: 'Rappel', exact: true }).click(),
    recallKey: (number: number) => key(page, 'Rappeler', number),
    recipe: (name: string) => page.getByRole('complementary', { name: `Recette de ${name}` }),
    /** The numbers on the board, in the order they lie there. */
    async numbers() {
      const labels = await tickets.evaluateAll((elements) =>
        elements.map((element) => element.getAttribute('aria-label') ?? ''),
      );
      return labels.map((label) => Number(label.replace(/\D/g, '')));
    },
    async ticketText(number: number) {
      return plainText(
        await page.getByRole('article', { name: `Commande ${number}`, exact: true }).innerText(),
      );
    },
  };
}

function key(page: Page, verb: string, number: number): Locator {
  return page.getByRole('button', { name: `${verb} la commande ${number}`, exact: true });
}

/**
 * Taps the key of a ticket until the board has moved on. A cell takes no second tap within 250 ms
 * of the one before, so that a bouncing finger does nothing; a program is that fast.
 */
async function bump(bumpKey: Locator): Promise<void> {
  const enabled = bumpKey.and(bumpKey.page().locator('button:enabled'));
  await bumpKey.waitFor();
  await expect
    .poll(
      async () => {
        const [ready] = await enabled.all();
        await ready?.tap({ timeout: 500 }).catch(isGone);
        return bumpKey.count();
      },
      { timeout: 10_000, interval: 50 },
    )
    .toBe(0);
}

/** Between being found and being tapped a key may go away with its ticket: that is what is waited for. */
function isGone(error: unknown): void {
  if (!(error instanceof errors.TimeoutError)) throw error;
}
