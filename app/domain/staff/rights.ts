/** What needs a right of its own. Everything else anybody signed in may do. */
export const RIGHTS = [
  /** Cancel or shrink an order that the kitchen has begun. */
  'order.undo-started',
  'order.refund',
  'price.override',
  'item.free',
  'discount.manual',
  'payment.reverse',
  'payment.resolve',
  'drawer.open',
  'training.unlock',
  'settings.devices',
  /** Forget a customer who asks for it. */
  'customer.erase',
] as const;
export type Right = (typeof RIGHTS)[number];

/** What somebody is in a store. */
export const STAFF_ROLES = ['trainee', 'cashier', 'shift-lead', 'manager'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

const OF_ROLE: Readonly<Record<StaffRole, readonly Right[]>> = {
  trainee: [],
  cashier: ['payment.resolve'],
  'shift-lead': [
    'payment.resolve',
    'payment.reverse',
    'discount.manual',
    'drawer.open',
    'order.undo-started',
  ],
  manager: RIGHTS,
};

/** What a role may do by itself. For the rest, somebody who may types their PIN. */
export function rightsOf(role: StaffRole): readonly Right[] {
  return OF_ROLE[role];
}

export function hasRight(role: StaffRole, right: Right): boolean {
  return OF_ROLE[role].includes(right);
}
