import { assert } from './assert.ts';

/** Languages in which amounts are written. */
export type Locale = 'fr' | 'en';

/** U+202F, which French typography wants between thousands and before the euro sign. */
const NARROW_SPACE = '\u202f';
/** U+2212: a hyphen could be read as a dash before the amount. */
const MINUS = '\u2212';

/** Stops unless `cents` is a whole number of cents that JavaScript holds exactly. */
export function assertCents(cents: number): void {
  assert(Number.isSafeInteger(cents), `an amount is a whole number of cents, not ${cents}`);
}

/**
 * Splits an amount in proportion to `weights` (whole numbers, none negative), to the cent: each
 * share is rounded down, then the cents left go one by one to the largest remainders, the first
 * winning ties (R-VAT-05). The shares always add up to the amount, and no share exceeds its weight
 * when the amount does not exceed their sum. A negative amount is split as its opposite.
 */
export function allocate(amountCents: number, weights: readonly number[]): number[] {
  assertCents(amountCents);
  if (amountCents < 0) return allocate(-amountCents, weights).map((share) => 0 - share);
  let sum = 0;
  let largest = 0;
  for (const weight of weights) {
    assert(Number.isSafeInteger(weight) && weight >= 0, `${weight} is not a weight`);
    sum += weight;
    largest = Math.max(largest, weight);
  }
  assertCents(sum);
  if (amountCents === 0) return weights.map(() => 0);
  assert(sum > 0, 'an amount cannot be split over weights that are all zero');
  const fits = Number.isSafeInteger(amountCents * largest);
  const parts = weights.map((weight) =>
    fits ? smallPart(amountCents, weight, sum) : largePart(amountCents, weight, sum),
  );
  return handOutRest(amountCents, parts);
}

type Part = { readonly cents: number; readonly remainder: number };

function smallPart(amountCents: number, weight: number, sum: number): Part {
  const product = amountCents * weight;
  const remainder = product % sum;
  return { cents: (product - remainder) / sum, remainder };
}

/** The same where the product would pass 2^53. */
function largePart(amountCents: number, weight: number, sum: number): Part {
  const product = BigInt(amountCents) * BigInt(weight);
  const divisor = BigInt(sum);
  return { cents: Number(product / divisor), remainder: Number(product % divisor) };
}

function handOutRest(amountCents: number, parts: readonly Part[]): number[] {
  const shares = parts.map((part) => part.cents);
  const rest = amountCents - shares.reduce((sum, share) => sum + share, 0);
  if (rest === 0) return shares;
  // The sort is stable, so that equal remainders stay in line order.
  const largestFirst = parts
    .map((part, index) => ({ index, remainder: part.remainder }))
    .sort((left, right) => right.remainder - left.remainder)
    .slice(0, rest);
  for (const { index } of largestFirst) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

/** An amount in cents as people write it, without the sign of its currency: `25,80`. */
export function formatAmount(cents: number, locale: Locale = 'fr'): string {
  assertCents(cents);
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const euros = grouped(digits.slice(0, -2), locale === 'fr' ? NARROW_SPACE : ',');
  return `${cents < 0 ? MINUS : ''}${euros}${locale === 'fr' ? ',' : '.'}${digits.slice(-2)}`;
}

/** An amount in cents with its currency: `25,80 €` in French, `€25.80` in English. */
export function formatEuros(cents: number, locale: Locale = 'fr'): string {
  if (locale === 'fr') return `${formatAmount(cents, 'fr')}${NARROW_SPACE}€`;
  return `${cents < 0 ? MINUS : ''}€${formatAmount(Math.abs(cents), 'en')}`;
}

function grouped(digits: string, separator: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, separator);
}
