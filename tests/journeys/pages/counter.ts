import type { Browser, Locator, Page } from 'playwright-core';

import { openWindow, plainText, TILL_SCREEN, type WindowOptions } from '../shop.ts';
import { signInAs, SOFIA, type Person } from './sign-in.ts';

/** The counter screen, found by what a person sees and what a screen reader says. */
export type CounterPage = ReturnType<typeof counterOn> & { readonly faults: readonly string[] };

export type CounterOptions = WindowOptions & {
  /** Who signs in; Sofia, a cashier, unless said otherwise. */
  readonly person?: Person;
};

export async function openCounter(
  browser: Browser,
  store: { readonly url: string; readonly keys: { readonly counter: string } },
  { viewport = TILL_SCREEN, person = SOFIA, ...options }: CounterOptions = {},
): Promise<CounterPage> {
  const url = `${store.url}/counter/#key=${store.keys.counter}`;
  const { page, faults } = await openWindow(browser, url, { viewport, ...options });
  await signInAs(page, person);
  const counter = counterOn(page);
  await counter.products.waitFor();
  return { ...counter, faults };
}

export function counterOn(page: Page) {
  const products = page.getByRole('group', { name: 'Produits' });
  const ticket = page.getByRole('complementary', { name: 'Commande en cours' });
  const payment = page.getByRole('dialog', { name: 'Encaissement' });
  const ways = payment.getByRole('group', { name: 'Moyens de paiement' });
  const lastSale = page.getByRole('region', { name: 'Dernière commande' });
  return {
    page,
    products,
    ticket,
    /** The sheet that takes the money. */
    payment,
    lastSale,
    halfKey: page.getByRole('button', { name: /^Moitié-moitié/ }),
    /** The pizzas that can be one half. */
    halves: page.getByRole('group', { name: 'Pizzas à partager' }),
    codeLine: page.getByRole('combobox', { name: 'Code, nom ou numéro de commande' }),
    lines: ticket.getByRole('list', { name: 'Lignes de la commande' }).getByRole('listitem'),
    total: page.getByRole('status', { name: 'Total' }),
    payKey: page.getByRole('button', { name: /^Encaisser.*F12$/ }),
    validateKey: page.getByRole('button', { name: /^Valider.*F12$/ }),
    cardKey: ways.getByRole('button', { name: /^CB/ }),
    cashKey: ways.getByRole('button', { name: 'Espèces' }),
    laterKey: ways.getByRole('button', { name: 'Payer au retrait' }),
    ordersKey: page.getByRole('button', { name: 'Commandes F5' }),
    receiptKey: lastSale.getByRole('button', { name: 'Ticket' }),
    pill: page
      .getByRole('banner')
      .getByRole('button', { name: /À jour|Hors ligne|En attente|Imprimante|TPE|relier/ }),
    /** By its name; below it may stand what it holds: `Calzone œuf 12,90`. */
    tile: (name: string) =>
      products.getByRole('button', {
        name: new RegExp(`^${name}[ ,]+(?:\\p{Ll}[\\p{Ll}, ]* )?\\d`, 'u'),
      }),
    mode: (name: string) =>
      ticket.getByRole('group', { name: 'Mode de vente' }).getByRole('button', { name }),
    cash: (amount: RegExp) =>
      payment.getByRole('group', { name: 'Reçu en espèces' }).getByRole('button', { name: amount }),
    totalText: async () => plainText(await page.getByRole('status', { name: 'Total' }).innerText()),
    async pillText() {
      const pill = page.getByRole('banner').getByRole('button').last();
      return plainText(await pill.innerText());
    },
    /** The number of the order placed last, once it is placed. */
    async lastNumber() {
      const heading = lastSale.getByRole('heading', { name: /^Commande \d+$/ });
      await heading.waitFor();
      return Number((plainText(await heading.innerText()).match(/\d+/) ?? [])[0]);
    },
  };
}

/** Counts the taps on the page from now on, as the page itself sees them. */
export async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.documentElement.dataset['taps'] = '0';
    window.addEventListener(
      'pointerup',
      () => {
        const taps = Number(document.documentElement.dataset['taps']) + 1;
        document.documentElement.dataset['taps'] = String(taps);
      },
      { capture: true },
    );
  });
  return async () => Number(await page.locator('html').getAttribute('data-taps'));
}

/** What a list of elements says, each in one line. */
export async function textsOf(list: Locator): Promise<string[]> {
  return (await list.allInnerTexts()).map(plainText);
}
