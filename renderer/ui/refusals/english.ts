import type { RefusalSentences } from './codes.ts';

export const englishRefusals: RefusalSentences = {
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
  'order.already-paid': 'The order is already paid.',
  'order.not-paid': 'The order is not paid.',

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
  'store.disk-full':
    'The disk of the till is full: nothing was recorded. Free some space, then try again.',
};
