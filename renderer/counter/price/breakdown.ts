import { titleText } from '#app/domain/menu/spec-text.ts';
import { specOf } from '#app/domain/menu/spec.ts';
import type { PricedLine } from '#app/domain/order/events.ts';

import type { Priced } from '../draft/use-priced-draft.ts';
import type { PriceText } from './text.ts';

/** One row of an explanation; `cents` absent where the words are all. */
export type WhyRow = {
  readonly words: string;
  readonly cents?: number;
  /** `sum`: what the rows above make; `quiet`: what led there without being added. */
  readonly look?: 'sum' | 'quiet';
};

/** What the price of a line is made of, as it is stored with the order. Amounts in cents. */
export function whyLine(line: PricedLine, text: PriceText): WhyRow[] {
  const { quantity, grossCents, discounts = [] } = line;
  return [
    ...whyOne(line, text),
    ...(quantity === 1
      ? []
      : [
          {
            words: text.times(quantity),
            cents: line.unitPriceCents * quantity,
            look: 'sum' as const,
          },
        ]),
    ...discounts.map(({ name, cents }) => ({ words: name, cents: -cents })),
    { words: text.lineTotal, cents: grossCents, look: 'sum' },
  ];
}

function whyOne(line: PricedLine, text: PriceText): WhyRow[] {
  const { override, deal } = line;
  const made = override === undefined ? madeOf(line, text) : overridden(override, line, text);
  if (deal === undefined || override !== undefined) return made;
  const added = line.unitPriceCents - dealShare(line);
  return [
    { words: text.dealReference, cents: deal.referenceCents, look: 'quiet' },
    { words: text.deal(deal.name), cents: dealShare(line) },
    ...(added === 0 ? [] : made.slice(1)),
  ];
}

/** What of the unit price is the share of the deal: all but what was added to it. */
function dealShare({ unitPriceCents, changes, dough, options = [] }: PricedLine): number {
  const added = [...changes, ...options].reduce((sum, { priceCents }) => sum + priceCents, 0);
  return unitPriceCents - added - (dough?.priceCents ?? 0);
}

function overridden(
  { kind, reason, menuPriceCents }: NonNullable<PricedLine['override']>,
  { unitPriceCents }: PricedLine,
  text: PriceText,
): WhyRow[] {
  return [
    { words: text.menuPrice, cents: menuPriceCents, look: 'quiet' },
    {
      words: kind === 'free' ? text.free(reason) : text.override(reason),
      cents: unitPriceCents,
    },
  ];
}

function madeOf(line: PricedLine, text: PriceText): WhyRow[] {
  const { basePriceCents, unitPriceCents, dough, parts = [], partsPolicy, options = [] } = line;
  const changes = [...line.changes, ...parts.flatMap((part) => part.changes)];
  return [
    ...parts.map(({ name, wholePriceCents }) => ({
      words: text.part(name),
      cents: wholePriceCents,
      look: 'quiet' as const,
    })),
    {
      words: partsPolicy === undefined ? text.base : text.policy[partsPolicy],
      cents: basePriceCents ?? unitPriceCents,
    },
    ...(dough === undefined ? [] : [{ words: dough.name, cents: dough.priceCents }]),
    ...changes
      .filter(({ priceCents }) => priceCents !== 0)
      .map(({ name, withName, priceCents }) => ({
        words: `+\u00a0${(withName ?? name).toLowerCase()}`,
        cents: priceCents,
      })),
    ...options
      .filter(({ priceCents }) => priceCents !== 0)
      .map(({ name, quantity, priceCents }) => ({
        words: quantity === 1 ? name : `${quantity}\u00a0× ${name}`,
        cents: priceCents,
      })),
  ];
}

/** What the total is made of. */
export function whyTotal(priced: Priced, text: PriceText): WhyRow[] {
  const { lines, feeParts = [], totalCents, nonSaleCents, vat } = priced;
  const discounts = discountTotals(lines);
  const feeCents = feeParts.reduce((sum, part) => sum + part.grossCents, 0);
  return [
    ...lines.map((line) => ({
      words: `${line.quantity}\u00a0× ${titleText(specOf(line))}`,
      cents: line.unitPriceCents * line.quantity,
    })),
    ...discounts.map(({ name, cents }) => ({ words: name, cents: -cents })),
    ...(feeCents === 0 ? [] : [{ words: text.fee, cents: feeCents }]),
    { words: text.total, cents: totalCents, look: 'sum' },
    ...vat.map(({ rateBp, vatCents }) => ({
      words: text.vat(rateText(rateBp)),
      cents: vatCents,
      look: 'quiet' as const,
    })),
    ...(nonSaleCents === 0
      ? []
      : [
          { words: text.nonSales['gift-voucher'] ?? '', cents: nonSaleCents },
          { words: text.toPay, cents: totalCents + nonSaleCents, look: 'sum' as const },
        ]),
  ];
}

/** What each promotion or person took off, over all lines, by name. Amounts in cents, above zero. */
export function discountTotals(
  lines: readonly PricedLine[],
): { readonly name: string; readonly cents: number }[] {
  const totals = new Map<string, number>();
  for (const { discounts = [] } of lines) {
    for (const { name, cents } of discounts) totals.set(name, (totals.get(name) ?? 0) + cents);
  }
  return [...totals].map(([name, cents]) => ({ name, cents }));
}

/** 550 → `5,5 %`. */
function rateText(rateBp: number): string {
  const digits = String(rateBp).padStart(3, '0');
  const decimals = digits.slice(-2).replace(/0+$/, '');
  return `${digits.slice(0, -2)}${decimals === '' ? '' : `,${decimals}`}\u202f%`;
}
