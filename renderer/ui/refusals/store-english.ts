import type { StoreRefusalCode } from '#app/contract/store-refusals.ts';
import { formatEuros } from '#app/lib/money.ts';

import type { RefusalSentence } from './codes.ts';

export const englishStoreRefusals: Readonly<Record<StoreRefusalCode, RefusalSentence>> = {
  'store.disk-full':
    'The disk of the till is full: nothing was recorded. Make room, then do it again.',
  'call.not-found': 'This call is no longer shown.',
  'call.taken': 'Another till has taken this call.',
  'customer.not-found': 'This customer is no longer on file.',
  'customer.address-of-another': 'This address belongs to another customer.',
  'customer.bad-phone': ({ phone }) => `"${phone ?? ''}" is not a telephone number.`,
  'customer.has-open-order': ({ number }) =>
    `Order ${number ?? ''} of this customer is under way: it comes to its end first.`,
  'device.unknown': 'This device is no longer among the settings.',
  'device.not-in-training': 'Leave training to set up the real devices.',
  'device.cannot-do-that': 'This device cannot do this test.',
  'device.busy': 'This device is at work. Wait until it is done.',
  'device.payment-in-doubt':
    'A card payment is to be checked. Settle it first, then make the test.',
  'device.not-confirmed': 'This terminal is real: confirm that €0.01 will be asked for.',
  'device.no-such-line': 'This line is not on the page.',
  'device.too-many': ({ max }) => `A store has at most ${max ?? 'so many'} devices.`,
  'delivery.not-here': 'This address is outside the delivery area.',
  'delivery.below-minimum': ({ minimumCents, missingCents }) =>
    `Delivery from ${euros(minimumCents)}: ${euros(missingCents)} more is needed.`,
  'draft.not-found': 'This order is no longer on hold.',
  'draft.taken': 'Another till has taken this order up.',
  'draft.too-many': ({ max }) => `There are already ${max ?? 'too many'} orders on hold.`,
  'drawer.no-printer': 'The drawer opens through the printer: none is configured.',
  'drawer.not-opened': 'The drawer did not open: the printer does not answer.',
  'drawer.unclear': 'The printer did not confirm. Look whether the drawer is open.',
  'slip.no-terminal': 'No card terminal is configured.',
  'slip.not-printed': 'The terminal did not print its slip again.',
  'slip.not-supported': 'This terminal cannot print its slip again.',
  'invoice.bad-siren': 'This SIREN number does not exist: a digit is wrong.',
  'invoice.none': 'No invoice was made for this order.',
  'loyalty.not-enough': ({ points }) => `The customer has only ${points ?? 0} points.`,
  'menu.unknown': 'This product is no longer on the menu.',
  'receipt.no-centre': 'Digital receipts need the central server, which this store has none of.',
  'receipt.no-mail': 'Sending by e-mail is not configured in this store.',
  'staff.sign-in-first': 'Sign in to use this till.',
  'staff.unknown': 'This person no longer works here.',
  'staff.wrong-pin': 'Wrong code.',
  'staff.locked-out': 'Too many wrong codes. Wait before trying again.',
  'staff.locked': 'The till is locked. Enter your code.',
  'staff.locked-by-another': 'Somebody else locked the till: only they or a manager can open it.',
  'staff.no-pin': 'This person has no code yet. The manager gives them one.',
  'staff.right-needed': 'A manager has to agree.',
  'staff.no-such-right': 'This person has not this right. Ask the manager.',
  'staff.training-first': 'You are in training: open "Practise" in the settings.',
  'training.not-here': 'This is done in training only.',
};

function euros(cents: string | number | undefined): string {
  return typeof cents === 'number' ? formatEuros(cents, 'en') : '';
}
