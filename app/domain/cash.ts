import { assertCents } from '../lib/money.ts';

/** R-PAY-04: no debt above 1 000 € is paid in cash by a resident. */
export const CASH_LIMIT_CENTS = 100_000;

/** What people round up to: a whole euro, then multiples of the coins and notes they carry. */
const ROUNDINGS_CENTS = [100, 500, 1000, 2000, 5000, 10_000];
/** As many keys as fit beside the keypad. */
const SUGGESTIONS_MAX = 5;

/**
 * What a customer may hand over for an amount, in cents: the exact amount, then the next whole euro,
 * five, ten, and the next sum in notes of 20, 50 and 100. Smallest first, each once, five at most.
 */
export function cashSuggestions(dueCents: number): number[] {
  assertCents(dueCents);
  if (dueCents <= 0) return [];
  const rounded = ROUNDINGS_CENTS.map((step) => roundedUp(dueCents, step));
  const sums = [...new Set([dueCents, ...rounded])].sort((left, right) => left - right);
  return sums.slice(0, SUGGESTIONS_MAX);
}

/** What to give back, in cents; 0 as long as what is tendered does not cover what is due. */
export function changeDue({
  dueCents,
  tenderedCents,
}: {
  readonly dueCents: number;
  readonly tenderedCents: number;
}): number {
  return Math.max(0, tenderedCents - dueCents);
}

function roundedUp(cents: number, step: number): number {
  const over = cents % step;
  return over === 0 ? cents : cents - over + step;
}
