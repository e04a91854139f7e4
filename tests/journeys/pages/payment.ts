import type { Page } from 'playwright-core';

import { plainText } from '../shop.ts';

/** The payment sheet, found by what a person sees and what a screen reader says. */
export function paymentOn(page: Page) {
  const sheet = page.getByRole('dialog', { name: 'Encaissement' });
  const ways = sheet.getByRole('group', { name: 'Moyens de paiement' });
  const bill = sheet.getByRole('region', { name: 'À payer' });
  return {
    sheet,
    card: ways.getByRole('button', { name: /^CB/ }),
    cash: ways.getByRole('button', { name: /^Espèces/ }),
    titleCard: ways.getByRole('button', { name: /^Titre‑restaurant/ }),
    paperTitles: ways.getByRole('button', { name: 'Titres papier' }),
    cheque: ways.getByRole('button', { name: 'Chèque' }),
    voucher: ways.getByRole('button', { name: 'Bon d’achat' }),
    typedCard: ways.getByRole('button', { name: 'Saisie TPE' }),
    tip: ways.getByRole('button', { name: 'Pourboire' }),
    note: ways.getByRole('button', { name: 'Note' }),
    splitIn: (count: number) =>
      sheet.getByRole('button', { name: new RegExp(`Partager en ${count}$`) }),
    line: (name: string) => bill.getByRole('button', { name: new RegExp(name) }),
    button: (name: string | RegExp) => sheet.getByRole('button', { name }),
    reverse: (method: string) =>
      bill.getByRole('button', { name: new RegExp(`^Annuler le paiement ${method}`) }),
    back: sheet.getByRole('button', { name: 'Retour aux moyens de paiement' }),
    /** What is due now, as it is written in the middle: `Part 2 sur 3 … 12,57 €`. */
    async due() {
      const due = sheet.getByRole('region', { name: 'Espèces' }).locator('p').first();
      return plainText(await due.innerText());
    },
    /** What was paid already, a line each. */
    async paid() {
      const rows = bill.getByRole('listitem').filter({ has: page.getByText(/,\d\d$/) });
      return (await rows.allInnerTexts()).map(plainText);
    },
  };
}
