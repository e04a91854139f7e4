import { specOf } from '#app/domain/menu/spec.ts';
import { titleText } from '#app/domain/menu/spec-text.ts';
import { formatEuros, type Locale } from '#app/lib/money.ts';

import type { Draft, ManualDiscount, Override } from '../draft/draft.ts';
import type { Priced } from '../draft/use-priced-draft.ts';
import type { PriceText } from './text.ts';

/** One thing given by hand: who agrees to it reads what, on what and how much. */
export type Given =
  | { readonly type: 'discount'; readonly discount: ManualDiscount }
  | { readonly type: 'override'; readonly override: Override };

type Words = {
  readonly draft: Draft;
  readonly priced: Priced | undefined;
  readonly text: PriceText;
  readonly language: Locale;
};

/** `Remise 10 % sur toute la commande`, with the reason that was given for it. */
export function givenWords(given: Given, words: Words): string {
  const { text, language } = words;
  if (given.type === 'discount') {
    const { lineId, value, reason } = given.discount;
    const about = text.discountOn(valueWords(value, text, language), nameOf(lineId, words));
    return `${about} · ${reason}`;
  }
  const { override } = given;
  const name = nameOf(override.lineId, words);
  const about =
    override.kind === 'price'
      ? text.priceOf(name, formatEuros(override.unitPriceCents, language))
      : text.freeOf(name, formatEuros(grossOf(override.lineId, words), language));
  return `${about} · ${override.reason}`;
}

/** All that an order was given by hand. */
export function allGivenWords(words: Words): string {
  const { manualDiscounts, overrides } = words.draft;
  const given: Given[] = [
    ...manualDiscounts.map((discount) => ({ type: 'discount', discount }) as const),
    ...overrides.map((override) => ({ type: 'override', override }) as const),
  ];
  return given.map((one) => givenWords(one, words)).join('\n');
}

export function valueWords(
  value: ManualDiscount['value'],
  text: PriceText,
  language: Locale,
): string {
  // Rates given here are whole per cents.
  return value.kind === 'rate'
    ? text.percent(Number(String(value.rateBp).slice(0, -2)))
    : formatEuros(value.amountCents, language);
}

function nameOf(lineId: string | undefined, words: Words): string {
  const line = lineOf(lineId, words);
  return line === undefined ? words.text.wholeOrder : titleText(specOf(line, words.language));
}

function grossOf(lineId: string, words: Words): number {
  return lineOf(lineId, words)?.grossCents ?? 0;
}

/** Lines are priced in the order they were typed in. */
function lineOf(lineId: string | undefined, { draft, priced }: Words) {
  return priced?.lines[draft.lines.findIndex((line) => line.lineId === lineId)];
}
