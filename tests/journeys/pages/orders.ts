import type { Page } from 'playwright-core';

/** The orders of the day, found by what a person sees and what a screen reader says. */
export function ordersOn(page: Page) {
  const sheet = page.getByRole('dialog', { name: 'Commandes du jour' });
  const editor = page.getByRole('dialog', { name: /^Modifier la commande/ });
  return {
    sheet,
    editor,
    async open(number: number) {
      if (!(await sheet.isVisible())) {
        await page.getByRole('button', { name: 'Commandes F5' }).click();
      }
      await sheet.getByRole('button', { name: new RegExp(`^${number} `) }).click();
    },
    search: sheet.getByRole('searchbox', { name: 'Numéro ou nom' }),
    view: (name: string) =>
      sheet.getByRole('group', { name: 'Quelles commandes' }).getByRole('button', { name }),
    lane: (name: string) => sheet.getByRole('region', { name, exact: true }),
    key: (name: string) => sheet.getByRole('button', { name, exact: true }),
    button: (name: string | RegExp) => sheet.getByRole('button', { name }),
    /** A line of the order being changed. */
    line: (name: string) =>
      editor
        .getByRole('list', { name: 'Lignes de la commande modifiée' })
        .getByRole('button', { name: new RegExp(`^\\d+ ?${name}`) }),
    tile: (name: string) =>
      editor
        .getByRole('group', { name: 'Produits' })
        .getByRole('button', { name: new RegExp(`^${name}[ ,]+\\d`) }),
    more: (name: string) =>
      editor.getByRole('button', { name: new RegExp(`^Un de plus.*${name}`) }),
    save: editor.getByRole('button', { name: /^Enregistrer la modification/ }),
  };
}
