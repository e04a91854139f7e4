import type { Input, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { type SpecLine, specOf } from '#app/domain/menu/spec.ts';
import { detailTexts, titleText } from '#app/domain/menu/spec-text.ts';
import type { PricedLine } from '#app/domain/order/events.ts';

import type { Draft } from '../draft/draft.ts';
import type { Priced } from '../draft/use-priced-draft.ts';
import { discountTotals } from '../price/breakdown.ts';

/** What the till tells its customer display (contract `display.show`). Amounts in cents. */
export type Shown = Input<StoreContract, 'display.show'>;
type Row = Shown['lines'][number];
type Detail = Output<StoreContract, 'order.detail'>;

/** As the contract has it; an order of more lines shows its last ones, as the list does. */
const LINES_MAX = 100;
const DISCOUNTS_MAX = 40;
const NAME_MAX = 80;

/** Between two customers. */
export const IDLE: Shown = {
  lines: [],
  discounts: [],
  totalCents: 0,
  dueCents: 0,
  stage: 'idle',
};

/** The words of the customer: French, whatever the cashier reads. */
const WORDS: Readonly<Record<'fee' | 'discount' | Draft['nonSales'][number]['kind'], string>> = {
  discount: 'Remise',
  fee: 'Livraison',
  'gift-voucher': 'Bon d’achat',
  'container-deposit': 'Consigne',
};

/** The order being taken; `paying` while the sheet that takes the money is open. */
export function shownOfDraft(
  draft: Pick<Draft, 'nonSales'>,
  priced: Priced,
  stage: 'ordering' | 'paying',
): Shown {
  const { lines, feeParts = [], totalCents, nonSaleCents } = priced;
  const feeCents = feeParts.reduce((sum, part) => sum + part.grossCents, 0);
  const others = draft.nonSales.map(({ kind, cents }) => row(WORDS[kind], cents));
  const dueCents = totalCents + nonSaleCents;
  return {
    ...linesAndDiscounts(lines, [...feeRow(feeCents), ...others]),
    totalCents: dueCents,
    dueCents,
    stage,
  };
}

/** An order that is placed: what is still due, or that it is paid. */
export function shownOfOrder(detail: Detail, receiptUrl: string | undefined): Shown {
  const { lines, feeCents, nonSales, totalCents, nonSaleCents, dueCents, payments } = detail;
  const others = nonSales.map(({ label, cents }) => row(label, cents));
  const isPaid = dueCents <= 0;
  const changeCents = payments.findLast(({ status }) => status === 'paid')?.changeCents;
  return {
    ...linesAndDiscounts(lines, [...feeRow(feeCents), ...others]),
    totalCents: totalCents + nonSaleCents,
    dueCents,
    stage: isPaid ? 'paid' : 'paying',
    ...(isPaid && changeCents !== undefined ? { changeCents } : {}),
    ...(isPaid && receiptUrl !== undefined ? { receiptUrl } : {}),
  };
}

type LineShown = SpecLine & Pick<PricedLine, 'grossCents' | 'discounts'>;

/** Each line at its full price, and below them what was taken off, by name. */
function linesAndDiscounts(
  lines: readonly (LineShown & PricedLine)[],
  others: readonly Row[],
): Pick<Shown, 'lines' | 'discounts'> {
  return {
    lines: [...lines.map(rowOf), ...others].slice(-LINES_MAX),
    discounts: discountTotals(lines.map(withoutReasons))
      .slice(0, DISCOUNTS_MAX)
      .map(({ name, cents }) => ({ name: name.slice(0, NAME_MAX), cents })),
  };
}

/** Why somebody gave a discount is for the shop; the customer reads that there is one. */
function withoutReasons(line: PricedLine): PricedLine {
  if (line.discounts === undefined) return line;
  const discounts = line.discounts.map((each) =>
    each.source === 'manual' ? { ...each, name: WORDS.discount } : each,
  );
  return { ...line, discounts };
}

function rowOf(line: LineShown): Row {
  const spec = specOf(line);
  const offCents = (line.discounts ?? []).reduce((sum, { cents }) => sum + cents, 0);
  return {
    quantity: line.quantity,
    text: titleText(spec),
    detail: detailTexts(spec),
    grossCents: line.grossCents + offCents,
  };
}

function row(text: string, grossCents: number): Row {
  return { quantity: 1, text, detail: [], grossCents };
}

function feeRow(feeCents: number): readonly Row[] {
  return feeCents === 0 ? [] : [row(WORDS.fee, feeCents)];
}
