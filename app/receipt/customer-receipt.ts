import type { Mode } from '../domain/menu.ts';
import { vatOf } from '../domain/vat.ts';
import { formatAmount, formatEuros } from '../lib/money.ts';
import { besideTotal, feeBlocks, leftCents, titleBlocks } from './paper-parts.ts';
import {
  type Block,
  pair,
  type ReceiptColumn,
  type ReceiptFacts,
  type ReceiptLine,
  text,
} from './blocks.ts';
import { NO_BREAK } from './printable.ts';
import { vatBlocks, vatCodes } from './vat-table.ts';

export const MODES: Readonly<Record<Mode, string>> = {
  'take-away': 'À emporter',
  delivery: 'Livraison',
  'on-site': 'Sur place',
};

/** The receipt of a customer, in French. It carries no fiscal mention that is not in the facts. */
export function customerReceipt(facts: ReceiptFacts): Block[] {
  return [
    ...heading(facts),
    { type: 'rule', style: 'double' },
    ...titleBlocks(facts),
    ...identity(facts),
    { type: 'rule' },
    ...(facts.lines.length === 0 ? nonSaleBlocks(facts) : saleBlocks(facts)),
    { type: 'rule', style: 'double' },
    ...footer(facts),
    { type: 'cut' },
  ];
}

function saleBlocks(facts: ReceiptFacts): Block[] {
  const codes = vatCodes(facts);
  return [
    ...facts.lines.flatMap((line) => lineBlocks(line, codes, facts.title?.kind === 'invoice')),
    ...feeBlocks(facts),
    { type: 'rule' },
    ...totalBlocks(facts),
    ...besideTotal(facts),
    ...paymentBlocks(facts),
    { type: 'rule' },
    ...vatBlocks(facts),
  ];
}

/** A gift voucher sold by itself is no sale: no total of 0 €, and no VAT before it is used (R-PAY-07). */
function nonSaleBlocks(facts: ReceiptFacts): Block[] {
  const hasVoucher = facts.nonSales?.some(({ code }) => code !== undefined) === true;
  return [
    ...besideTotal(facts),
    ...paymentBlocks(facts),
    ...(hasVoucher ? [{ type: 'rule' } as const, text('TVA due à l’utilisation du bon.')] : []),
  ];
}

function heading(facts: ReceiptFacts): Block[] {
  const { store } = facts;
  const naf = store.naf === undefined ? '' : `NAF${NO_BREAK}${store.naf} · `;
  return [
    ...(store.logo === undefined ? [] : [{ type: 'image', bitmap: store.logo } as const]),
    text(store.name, { align: 'center', bold: true, size: 'large' }),
    ...store.addressLines.map((line) => text(line, { align: 'center' })),
    text(`SIRET ${store.siret}`, { align: 'center' }),
    text(`${naf}TVA ${store.vatId}`, { align: 'center' }),
    ...(facts.copy === 0 ? [] : duplicate(facts.copy)),
  ];
}

function duplicate(copy: number): Block[] {
  return [
    { type: 'spacer', lines: 1 },
    { type: 'mark', text: `DUPLICATA ${copy}` },
    { type: 'spacer', lines: 1 },
  ];
}

function identity(facts: ReceiptFacts): Block[] {
  const who = [
    ...(facts.till === undefined ? [] : [`Caisse ${facts.till}`]),
    ...(facts.operator === undefined ? [] : [`Servi par ${facts.operator}`]),
  ].join(' · ');
  return [
    text(`Commande n°${NO_BREAK}${facts.number}`, { bold: true, size: 'large' }),
    pair(MODES[facts.mode], `${facts.date} ${facts.time}`),
    ...(who === '' ? [] : [text(who)]),
  ];
}

function lineBlocks(
  line: ReceiptLine,
  codes: ReadonlyMap<number, string>,
  isInvoiced: boolean,
): Block[] {
  const fullCents = line.quantity * line.unitPriceCents;
  const discountCents = fullCents - line.grossCents;
  const indent = (value: string): Block => row([{ text: '', width: 3 }, { text: value }]);
  return [
    row([
      { text: String(line.quantity), width: 3 },
      { text: line.name },
      { text: formatAmount(fullCents), align: 'right', width: 'auto' },
      { text: codes.get(line.vatRateBp) ?? '', width: 1 },
    ]),
    ...(line.quantity === 1
      ? []
      : [indent(`${line.quantity} × ${formatAmount(line.unitPriceCents)}`)]),
    ...(isInvoiced ? [indent(`Prix unitaire HT ${formatAmount(netUnitCents(line))}`)] : []),
    ...line.detail.map(indent),
    ...discountsOf(line, discountCents).map(({ name, cents }) => discountRow(name, cents)),
  ];
}

/** What one costs without VAT: an invoice has to say it (france.md §2.3). */
function netUnitCents({ unitPriceCents, vatRateBp }: ReceiptLine): number {
  return unitPriceCents - vatOf(unitPriceCents, vatRateBp);
}

/** The discounts of a line by name; what no name explains is simply a discount. */
function discountsOf({ discounts = [] }: ReceiptLine, discountCents: number) {
  const unnamed = discountCents - discounts.reduce((sum, { cents }) => sum + cents, 0);
  return unnamed === 0 ? discounts : [...discounts, { name: 'Remise', cents: unnamed }];
}

function discountRow(name: string, cents: number): Block {
  return row([
    { text: '', width: 3 },
    { text: name },
    { text: formatAmount(-cents), align: 'right', width: 'auto' },
    { text: '', width: 1 },
  ]);
}

function totalBlocks(facts: ReceiptFacts): Block[] {
  const pieces = facts.lines.reduce((sum, line) => sum + line.quantity, 0);
  const lines = facts.lines.length;
  return [
    text(
      `${lines} ${lines > 1 ? 'lignes' : 'ligne'}, ${pieces} ${pieces > 1 ? 'articles' : 'article'}`,
    ),
    text(`TOTAL ${formatEuros(facts.totalCents)}`.replace(' ', NO_BREAK), {
      align: 'right',
      bold: true,
      size: 'large',
    }),
  ];
}

function paymentBlocks(facts: ReceiptFacts): Block[] {
  const dueCents = leftCents(facts);
  return [
    ...facts.payments.flatMap((payment) => [
      pair(payment.label, formatEuros(payment.amountCents)),
      ...(payment.detail ?? []).map((line) => row([{ text: '', width: 2 }, { text: line }])),
      ...optionalPair('  Reçu', payment.tenderedCents),
      ...optionalPair('  Rendu', payment.changeCents),
    ]),
    ...(dueCents > 0 ? [pair('Reste à payer', formatEuros(dueCents), { bold: true })] : []),
  ];
}

function optionalPair(label: string, cents: number | undefined): Block[] {
  return cents === undefined ? [] : [pair(label.replaceAll(' ', NO_BREAK), formatEuros(cents))];
}

function footer(facts: ReceiptFacts): Block[] {
  return [
    ...(facts.qr === undefined ? [] : [{ type: 'qr', data: facts.qr } as const]),
    text('Merci et bon appétit !'.replace(' !', `${NO_BREAK}!`), { align: 'center' }),
    text(`${facts.software.name} ${facts.software.version}`, { align: 'center' }),
  ];
}

function row(columns: readonly ReceiptColumn[]): Block {
  return { type: 'row', columns };
}
