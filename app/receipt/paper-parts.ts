import { formatAmount, formatEuros } from '../lib/money.ts';
import { type Block, pair, type ReceiptFacts, text } from './blocks.ts';
import { NO_BREAK } from './printable.ts';

/** What a note and an invoice have that a receipt has not, and what stands beside its total. */

/** Which paper it is, and to whom an invoice is made. Nothing for a receipt. */
export function titleBlocks(facts: ReceiptFacts): Block[] {
  const { title, number } = facts;
  const marks = marksOf(facts);
  if (title === undefined) return marks;
  if (title.kind === 'note')
    return [
      ...marks,
      text('NOTE', { align: 'center', bold: true, size: 'large' }),
      text('À régler. Ceci n’est pas un ticket de caisse.', { align: 'center' }),
    ];
  const { buyer } = title;
  return [
    ...marks,
    text('FACTURE', { align: 'center', bold: true, size: 'large' }),
    text(`N°${NO_BREAK}${title.number} du ${title.date}`, { align: 'center' }),
    text(`Établie d’après le ticket de la commande n°${NO_BREAK}${number}`, { align: 'center' }),
    { type: 'spacer', lines: 1 },
    text(buyer.name, { bold: true }),
    ...buyer.addressLines.map((line) => text(line)),
    ...(buyer.siren === undefined ? [] : [text(`SIREN ${buyer.siren}`)]),
    ...(buyer.vatId === undefined ? [] : [text(`TVA ${buyer.vatId}`)]),
    { type: 'rule' },
  ];
}

/** What nobody may take for a sale: one of training, one that was cancelled. */
function marksOf({ isTraining = false, isCancelled = false }: ReceiptFacts): Block[] {
  return [
    ...(isTraining ? (['FACTICE'] as const) : []),
    ...(isCancelled ? (['COMMANDE ANNULÉE'] as const) : []),
  ].map((word) => ({ type: 'mark', text: word }));
}

/** The delivery fee is part of the total: a line like the others, without a quantity. */
export function feeBlocks({ feeCents = 0 }: ReceiptFacts): Block[] {
  return feeCents === 0 ? [] : [pair('Frais de livraison', formatAmount(feeCents))];
}

/** What was given back, what is paid on top of the total, and what all that makes. */
export function besideTotal(facts: ReceiptFacts): Block[] {
  const { refunds = [], nonSales = [] } = facts;
  if (refunds.length === 0 && nonSales.length === 0) return [];
  return [
    ...refunds.map(({ name, cents }) => pair(`Rendu${NO_BREAK}: ${name}`, formatEuros(cents))),
    ...nonSales.flatMap(({ label, cents, code }) => [
      pair(label, formatEuros(cents)),
      ...(code === undefined ? [] : [text(`  Code ${code}`, { bold: true })]),
    ]),
    pair(sumLabel(facts), formatEuros(toPayCents(facts)), { bold: true }),
  ];
}

/** « À payer » only while something is: a receipt that asks again for what was paid is paid twice. */
function sumLabel(facts: ReceiptFacts): string {
  if (leftCents(facts) > 0) return 'À payer';
  return facts.refunds === undefined ? 'Montant total' : 'Net après remboursement';
}

/** What is still to be paid; less than zero: what is owed to the customer. */
export function leftCents(facts: ReceiptFacts): number {
  const paidCents = facts.payments.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return toPayCents(facts) - paidCents;
}

/** The total, less what was given back, with what is paid on top; of a cancelled order nothing. */
function toPayCents(facts: ReceiptFacts): number {
  const { totalCents, refunds = [], nonSales = [], isCancelled = false } = facts;
  if (isCancelled) return 0;
  return [...refunds, ...nonSales].reduce((sum, { cents }) => sum + cents, totalCents);
}
