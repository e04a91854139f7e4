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
  | 'training.not-here';
