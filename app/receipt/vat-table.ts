import type { VatAmount } from '../domain/order/events.ts';
import { formatAmount } from '../lib/money.ts';
import { type Block, type ReceiptColumn, type ReceiptFacts, text } from './blocks.ts';
import { NO_BREAK } from './printable.ts';

/**
 * The VAT of a sale rate by rate, then that of what was given back of it. The figures of the sale
 * stay: a sale is corrected by opposite amounts, never rewritten (R-FISC-17, E11), and the net under
 * them is what the store owes and a company may deduct. On an invoice the second table stands for
 * the credit note, since it says that the first is no longer the whole truth.
 */
export function vatBlocks(facts: ReceiptFacts): Block[] {
  const { vat, refundVat = [] } = facts;
  const codes = vatCodes(facts);
  return [
    vatRow(['Taux', 'HT', 'TVA', 'TTC'], true),
    ...vat.map((amount) => rateRow(amount, codes)),
    amountRow('Total', { ...sumOf(vat), grossCents: facts.totalCents }),
    ...(refundVat.length === 0 ? [] : refundBlocks(facts, refundVat, codes)),
  ];
}

/** A letter for each rate, in the order of the VAT table. */
export function vatCodes({ vat }: ReceiptFacts): ReadonlyMap<number, string> {
  return new Map(vat.map((amount, at) => [amount.rateBp, String.fromCharCode(65 + at)]));
}

function refundBlocks(
  { title, vat }: ReceiptFacts,
  refundVat: readonly VatAmount[],
  codes: ReadonlyMap<number, string>,
): Block[] {
  return [
    text('Remboursé', { bold: true }),
    ...refundVat.map((amount) => rateRow(amount, codes)),
    amountRow('Net', sumOf([...vat, ...refundVat]), true),
    ...(title?.kind === 'invoice'
      ? [text('Facture rectifiée par ce remboursement. Seule la TVA nette est déductible.')]
      : []),
  ];
}

type Sum = Omit<VatAmount, 'rateBp'>;

function sumOf(amounts: readonly Sum[]): Sum {
  return {
    grossCents: amounts.reduce((sum, { grossCents }) => sum + grossCents, 0),
    netCents: amounts.reduce((sum, { netCents }) => sum + netCents, 0),
    vatCents: amounts.reduce((sum, { vatCents }) => sum + vatCents, 0),
  };
}

function rateRow(amount: VatAmount, codes: ReadonlyMap<number, string>): Block {
  const label = `${codes.get(amount.rateBp) ?? ''}${NO_BREAK}${rateText(amount.rateBp)}`;
  return amountRow(label, amount);
}

function amountRow(label: string, { netCents, vatCents, grossCents }: Sum, bold = false): Block {
  return vatRow(
    [label, ...[netCents, vatCents, grossCents].map((cents) => formatAmount(cents))],
    bold,
  );
}

/** Seven characters remain for the rate on 32 columns: `B 5,5 %`. */
function vatRow(cells: readonly string[], bold = false): Block {
  const widths = [undefined, 8, 6, 8];
  const columns = cells.map((cell, at): ReceiptColumn => {
    const width = widths[at];
    return width === undefined ? { text: cell } : { text: cell, align: 'right', width };
  });
  return { type: 'row', columns, bold };
}

/** Basis points: `550` gives `5,5 %`, `1000` gives `10 %`. */
function rateText(rateBp: number): string {
  const digits = String(rateBp).padStart(3, '0');
  const decimals = digits.slice(-2).replace(/0+$/, '');
  return `${digits.slice(0, -2)}${decimals === '' ? '' : `,${decimals}`}${NO_BREAK}%`;
}
