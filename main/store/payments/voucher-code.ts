import { randomInt } from 'node:crypto';

import type { PaymentAsked } from '#app/domain/order/money/pay.ts';

/** Without what is misread on paper: 0 and O, 1 and I, and vowels that would make words. */
const SIGNS = '23456789BCDFGHJKLMNPQRSTVWXZ';
const GROUPS = 3;
const GROUP_LENGTH = 4;
const OURS = new RegExp(`^[${SIGNS}]{${GROUPS * GROUP_LENGTH}}$`);

/** A code that nobody guesses: 28^12 of them. `7HKX-22PB-QWRT`. */
export function voucherCode(): string {
  const group = () =>
    Array.from({ length: GROUP_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/**
 * A code as it was printed, whichever way it was typed: without its hyphens, with others, in small
 * letters. What cannot be one of ours is left as it is.
 */
export function writtenCode(typed: string): string {
  const signs = typed.toUpperCase().replaceAll(/[ -]/g, '');
  if (!OURS.test(signs)) return typed;
  const group = (_: unknown, place: number) =>
    signs.slice(place * GROUP_LENGTH, (place + 1) * GROUP_LENGTH);
  return Array.from({ length: GROUPS }, group).join('-');
}

/** The payment of a person who typed a code their own way. */
export function withWrittenCode<Asked extends { readonly payment: PaymentAsked }>(
  asked: Asked,
): Asked {
  const { payment } = asked;
  if (payment.method !== 'gift-voucher') return asked;
  return { ...asked, payment: { ...payment, code: writtenCode(payment.code) } };
}
