import type { Mode } from '../domain/menu.ts';
import { formatAmount, formatEuros } from '../lib/money.ts';
import { besideTotal, feeBlocks, titleBlocks, toPayCents } from './paper-parts.ts';
import {
  type Block,
  pair,
  type ReceiptColumn,
  type ReceiptFacts,
  type ReceiptLine,
  text,
} from './blocks.ts';
import { NO_BREAK } from './printable.ts';

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
    ...facts.lines.flatMap((line) => lineBlocks(line, codes)),
    ...feeBlocks(facts),
    { type: 'rule' },
    ...totalBlocks(facts),
    ...besideTotal(facts),
    ...paymentBlocks(facts),
    { type: 'rule' },
    ...vatBlocks(facts, codes),
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
  const till = facts.till === undefined ? '' : `Caisse ${facts.till} · `;
  return [
    text(`Commande n°${NO_BREAK}${facts.number}`, { bold: true, size: 'large' }),
    pair(MODES[facts.mode], `${facts.date} ${facts.time}`),
    text(`${till}Servi par ${facts.operator}`),
  ];
}

function lineBlocks(line: ReceiptLine, codes: ReadonlyMap<number, string>): Block[] {
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
    ...line.detail.map(indent),
    ...discountsOf(line, discountCents).map(({ name, cents }) => discountRow(name, cents)),
  ];
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
  const paidCents = facts.payments.reduce((sum, payment) => sum + payment.amountCents, 0);
  const dueCents = toPayCents(facts) - paidCents;
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

function vatBlocks(facts: ReceiptFacts, codes: ReadonlyMap<number, string>): Block[] {
  const netCents = facts.vat.reduce((sum, amount) => sum + amount.netCents, 0);
  const vatCents = facts.vat.reduce((sum, amount) => sum + amount.vatCents, 0);
  return [
    vatRow(['Taux', 'HT', 'TVA', 'TTC'], true),
    ...facts.vat.map((amount) =>
      vatRow([
        `${codes.get(amount.rateBp) ?? ''}${NO_BREAK}${rateText(amount.rateBp)}`,
        formatAmount(amount.netCents),
        formatAmount(amount.vatCents),
        formatAmount(amount.grossCents),
      ]),
    ),
    vatRow([
      'Total',
      ...[netCents, vatCents, facts.totalCents].map((cents) => formatAmount(cents)),
    ]),
  ];
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

/** A letter for each rate, in the order of the VAT table. */
function vatCodes(facts: ReceiptFacts): ReadonlyMap<number, string> {
  return new Map(facts.vat.map((amount, at) => [amount.rateBp, String.fromCharCode(65 + at)]));
}

/** Basis points: `550` gives `5,5 %`, `1000` gives `10 %`. */
function rateText(rateBp: number): string {
  const digits = String(rateBp).padStart(3, '0');
  const decimals = digits.slice(-2).replace(/0+$/, '');
  return `${digits.slice(0, -2)}${decimals === '' ? '' : `,${decimals}`}${NO_BREAK}%`;
}
