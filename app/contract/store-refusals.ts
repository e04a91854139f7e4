/** What a store node answers beside the refusals of orders and prices. Each has its sentence on every screen. */
export type StoreRefusalCode =
  | 'store.disk-full'
  | 'call.not-found'
  /** Another till was faster: `device`. */
  | 'call.taken'
  | 'customer.not-found'
  | 'customer.address-of-another'
  /** A number that is none: `phone`. */
  | 'customer.bad-phone'
  /** `number` of the order. */
  | 'customer.has-open-order'
  /** The name of a device that is not among the settings. */
  | 'device.unknown'
  | 'device.not-in-training'
  /** The key does not fit the kind: a test page on a terminal. */
  | 'device.cannot-do-that'
  /** Another test of it is under way, or a payment. */
  | 'device.busy'
  /** A payment in doubt is settled first. */
  | 'device.payment-in-doubt'
  /** A real terminal would charge a real card: said yes to first. */
  | 'device.not-confirmed'
  | 'device.no-such-line'
  /** `max`. */
  | 'device.too-many'
  | 'delivery.not-here'
  /** `minimumCents`, `missingCents`. */
  | 'delivery.below-minimum'
  | 'draft.not-found'
  | 'draft.taken'
  /** `max`. */
  | 'draft.too-many'
  | 'drawer.no-printer'
  | 'drawer.not-opened'
  | 'drawer.unclear'
  | 'slip.no-terminal'
  | 'slip.not-printed'
  | 'slip.not-supported'
  | 'invoice.bad-siren'
  | 'invoice.none'
  /** `points` that the customer has. */
  | 'loyalty.not-enough'
  | 'menu.unknown'
  | 'receipt.no-centre'
  | 'receipt.no-mail'
  | 'staff.sign-in-first'
  | 'staff.unknown'
  | 'staff.wrong-pin'
  /** Too many wrong PINs: `until`, an instant. */
  | 'staff.locked-out'
  | 'staff.locked'
  | 'staff.locked-by-another'
  | 'staff.no-pin'
  /** `right`. */
  | 'staff.right-needed'
  | 'staff.no-such-right'
  /** A trainee sells in the training world only. */
  | 'staff.training-first'
  | 'training.not-here';
