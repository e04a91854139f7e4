import type { Browser, Page } from 'playwright-core';

import { openWindow, plainText } from '../shop.ts';

/** A monitor of an office. */
const OFFICE_SCREEN = { width: 1920, height: 1080 };

/** The head-office screen, found by what a person sees and what a screen reader says. */
export type HeadOfficePage = ReturnType<typeof headOfficeOn> & {
  readonly faults: readonly string[];
};

export async function openHeadOffice(
  browser: Browser,
  centre: { readonly url: string },
): Promise<HeadOfficePage> {
  const { page, faults } = await openWindow(browser, `${centre.url}/head-office/`, {
    viewport: OFFICE_SCREEN,
  });
  const headOffice = headOfficeOn(page);
  await headOffice.signInTitle.waitFor();
  return { ...headOffice, faults };
}

export function headOfficeOn(page: Page) {
  const tiles = page.getByRole('region', { name: 'Tous les magasins' });
  const hours = page.getByRole('region', { name: 'Ventes par heure' });
  const rowOf = (store: string) =>
    page
      .getByRole('region', { name: 'Magasins', exact: true })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: store }) });
  return {
    page,
    signInTitle: page.getByRole('heading', { name: 'Connexion au siège' }),
    liveTitle: page.getByRole('heading', { name: 'En direct' }),
    chart: hours.getByRole('img', { name: /^Graphique des ventes/ }),
    showFigures: hours.getByRole('button', { name: 'Voir les chiffres' }),
    showChart: hours.getByRole('button', { name: 'Voir le graphique' }),
    signOut: page.getByRole('button', { name: 'Se déconnecter' }),
    rowOf,
    async signIn({ email, password }: { email: string; password: string }) {
      await page.getByRole('textbox', { name: 'Adresse e-mail' }).fill(email);
      await page.getByLabel('Mot de passe', { exact: true }).fill(password);
      await page.getByRole('button', { name: 'Se connecter' }).click();
    },
    /** The figure of a tile, as it is written. */
    async tile(name: string) {
      const tile = tiles.locator('.tile').filter({ has: page.getByRole('heading', { name }) });
      return plainText(await tile.locator('strong').innerText());
    },
    /** What a store sold today: orders, and sales in cents from the exact amount of the row. */
    async storeFigures(store: string) {
      const cells = rowOf(store).getByRole('cell');
      const sales = await cells.nth(0).getAttribute('title');
      return { orders: Number(await cells.nth(1).innerText()), salesCents: centsIn(sales ?? '') };
    },
    /** The table that says the same as the chart, added up. */
    async hourTable() {
      const rows = await hours.getByRole('row').all();
      const texts = await Promise.all(
        rows.slice(1).map((row) => row.getByRole('cell').allInnerTexts()),
      );
      return {
        rows: texts.length,
        orders: sum(texts.map(([orders]) => Number(orders))),
        salesCents: sum(texts.map(([, sales]) => centsIn(sales ?? ''))),
      };
    },
  };
}

/** `1 234,50 €` is 123450: the digits, since amounts are always written with two decimals. */
function centsIn(amount: string): number {
  return Number(amount.replace(/\D/g, ''));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
