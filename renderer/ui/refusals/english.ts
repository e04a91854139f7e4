import { formatEuros } from '#app/lib/money.ts';

import type { RefusalSentences } from './codes.ts';
import { englishStoreRefusals } from './store-english.ts';

export const englishRefusals: RefusalSentences = {
  ...englishStoreRefusals,
  'link.down': 'The till does not answer. Nothing is lost: this screen tries again by itself.',
  'link.no-answer': 'The till did not answer in time. This screen asks again by itself.',
  'link.busy': 'The till has too many requests at once. Try again in a moment.',
  'request.unknown-method': 'This screen is newer than the till. Reload the page.',
  'request.forbidden': 'This screen is not allowed to do that.',
  'request.malformed': ({ at }) => `The request was refused: ${at ?? 'content'} is not valid.`,
  'request.failed': ({ id }) => `The till had a fault. Tell support: ${id ?? 'no number'}.`,

  'pricing.unknown-product': 'This product is no longer on the menu.',
  'pricing.unknown-size': 'This product does not exist in this size.',
  'pricing.unknown-ingredient': 'This ingredient is no longer on the menu.',
  'pricing.bad-quantity': 'The quantity goes from 1 to 50.',
  'pricing.cannot-add': 'This ingredient is not sold as an extra on this product.',
  'pricing.cannot-remove': 'The base of the recipe cannot be left out.',
  'pricing.not-in-recipe': 'This ingredient is not in the recipe.',
  'pricing.repeated-change': 'This ingredient is asked twice on the same line.',
  'pricing.discount-too-large': 'The discount is larger than the total.',
  'pricing.bad-swap': 'Choose what to put instead of this ingredient.',
  'pricing.repeated-line': 'The same line is in the order twice.',
  'pricing.unknown-line': 'This line is no longer in the order.',
  'pricing.no-such-dough': 'This product is not made in that dough in this size.',
  'pricing.bad-parts': 'The parts do not make one whole pizza.',
  'pricing.not-splittable': ({ product }) => `${product ?? 'This product'} is not sold as a half.`,
  'pricing.mixed-parts': 'These two cannot be joined: their VAT differs.',
  'pricing.unknown-option': 'This choice does not go with this product.',
  'pricing.too-few-options': ({ group, min }) =>
    `${group ?? 'Options'}: choose at least ${min ?? 1}.`,
  'pricing.too-many-options': ({ group, max }) =>
    `${group ?? 'Options'}: ${max ?? 'that many'} at most.`,
  'pricing.unknown-deal': 'This deal is no longer on the menu.',
  'pricing.deal-incomplete': ({ deal, slot }) =>
    `${deal ?? 'Deal'}: “${slot ?? 'a choice'}” is missing.`,
  'pricing.deal-choice': ({ deal, slot }) =>
    slot === undefined
      ? `${deal ?? 'Deal'}: one of the choices is not part of it.`
      : `${deal ?? 'Deal'}: this choice does not go into “${slot}”.`,
  'pricing.bad-deal': ({ deal }) =>
    `${deal ?? 'Deal'}: all of its lines go together, in the same number.`,
  'pricing.sold-out': ({ name, ingredient }) =>
    ingredient === undefined
      ? `${name ?? 'This product'} is sold out.`
      : `${name ?? 'This product'}: “${ingredient}” is sold out.`,
  'pricing.not-available': ({ name, why }) =>
    why === 'not-now'
      ? `${name ?? 'This product'} is not sold at this hour.`
      : `${name ?? 'This product'} is not sold here in this way.`,

  'code-line.empty': 'Type a code or a name.',
  'code-line.unknown-product': ({ text }) => `No product for “${text ?? ''}”.`,
  'code-line.unknown-size': ({ product }) =>
    `${product ?? 'This product'} does not exist in this size.`,
  'code-line.unknown-ingredient': ({ text }) => `No ingredient for “${text ?? ''}”.`,

  'order.not-found': 'This order cannot be found.',
  'order.empty': 'The order is empty.',
  'order.already-placed': 'This order is already recorded.',
  'order.price-changed': 'A price has just changed. The total is new: tell the customer.',
  'order.already-started': 'Preparation has already begun.',
  'order.not-started': 'Preparation has not begun.',
  'order.already-prepared': 'The order is already being prepared.',
  'order.not-ready': 'The order is not ready yet.',
  'order.already-given': 'The order was already handed over.',
  'order.cancelled': 'The order is cancelled.',
  'order.not-paid': 'The order is not paid.',
  'order.nothing-to-make': 'There is nothing to make in this order.',
  'order.owed': ({ owedCents }) =>
    `${euros(owedCents)} must be given back before the order is handed over.`,
  'order.needs-right': 'The kitchen has begun: a manager has to agree.',
  'order.edited-meanwhile': 'The order has just changed. Read it again, then retry.',
  'order.edited-elsewhere': ({ name }) =>
    `“${name ?? ''}” has just been changed on another till. Read the order again.`,
  'order.already-edited': 'This change is already recorded.',
  'order.nothing-to-change': 'Nothing changes in this order.',
  'order.unknown-line': 'This line is no longer in the order.',
  'order.line-exists': 'This line is already in the order.',
  'order.line-refunded': ({ name }) =>
    name === undefined
      ? 'Part of the order was refunded: its mode can no longer change.'
      : `“${name}” was refunded: the line can no longer change.`,
  'order.refunded-more': ({ name, leftQuantity }) =>
    `Only ${leftQuantity ?? 0} of “${name ?? ''}” can still be refunded.`,
  'order.already-refunded': 'This refund is already recorded.',
  'order.voucher-used':
    'The gift voucher sold with this order was used: it can no longer be cancelled.',
  'order.unknown-revision': 'This screen is ahead of the till. Reload the page.',

  'payment.nothing-due': 'There is nothing left to pay.',
  'payment.not-now': 'Choose a means of payment.',
  'payment.too-little': 'The amount received does not cover what is due.',
  'payment.cash-limit': 'Above €1,000 the law forbids cash. Offer the card.',
  'payment.open': 'A payment is under way. Wait for its answer.',
  'payment.already-asked': 'This payment was already asked.',
  'payment.unknown': 'This payment cannot be found.',
  'payment.already-settled': 'This payment is already settled.',
  'payment.already-in-doubt': 'This payment is already in doubt.',
  'payment.not-in-doubt': 'This payment is not in doubt.',
  'payment.too-much': ({ maximumCents }) => `${euros(maximumCents)} is due, not more.`,
  'payment.line-paid': 'This line is already paid.',
  'payment.no-change-on-vouchers': ({ maximumCents }) =>
    `No change is given on meal vouchers: ${euros(maximumCents)} at most.`,
  'payment.meal-voucher-cap': ({ maximumCents }) =>
    `The daily limit of meal vouchers leaves ${euros(maximumCents)}.`,
  'payment.not-eligible': ({ maximumCents }) =>
    `Meal vouchers pay neither alcohol nor delivery: ${euros(maximumCents)} at most.`,
  'payment.rest-day': 'Meal voucher on a Sunday or a public holiday: say why it is accepted.',
  'payment.voucher-unknown': 'This gift voucher is unknown.',
  'payment.voucher-empty': 'Nothing is left on this gift voucher.',
  'payment.voucher-unpaid': 'This gift voucher is not paid for yet.',
  'payment.voucher-too-little': ({ maximumCents }) =>
    `${euros(maximumCents)} is left on this gift voucher.`,
  'payment.not-reversible': 'This payment cannot be undone: refund it.',
  'payment.already-reversed': 'This payment is already undone.',
  'payment.not-refundable': 'This payment cannot be refunded: choose another.',
  'payment.nothing-owed': 'Nothing is owed to the customer.',
  'payment.refund-too-large': ({ maximumCents }) =>
    `No more than ${euros(maximumCents)} can go back to this payment.`,
};

/** An amount of the detail, as a customer reads it. */
function euros(cents: string | number | undefined): string {
  return formatEuros(Number(cents ?? 0), 'en');
}
