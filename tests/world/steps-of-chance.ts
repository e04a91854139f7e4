import fc from 'fast-check';

/**
 * What a shop may do to one order, by chance. A step names lines and payments by their place, so
 * that it can mean something whatever the order has become.
 */
export type Step =
  | { readonly kind: 'place'; readonly lines: readonly Sold[]; readonly isDelivery: boolean }
  | {
      readonly kind: 'edit';
      readonly add: readonly Sold[];
      readonly remove: readonly number[];
      readonly replace: readonly { readonly place: number; readonly by: Sold }[];
      readonly isStale: boolean;
      readonly mayUndoStarted: boolean;
    }
  | { readonly kind: 'pay'; readonly way: Way; readonly share: number }
  | { readonly kind: 'answer'; readonly status: 'paid' | 'declined' | 'not-sent' | 'in-doubt' }
  | { readonly kind: 'resolve'; readonly outcome: 'paid' | 'not-paid' }
  | { readonly kind: 'reverse'; readonly place: number }
  | { readonly kind: 'give-back'; readonly place: number; readonly isPart: boolean }
  | {
      readonly kind: 'refund';
      readonly place: number;
      readonly quantity: number;
      readonly isTwice: boolean;
    }
  | { readonly kind: 'cancel'; readonly mayUndoStarted: boolean }
  | { readonly kind: 'start' | 'finish' | 'recall' | 'hand-over' | 'acknowledge' }
  | { readonly kind: 'transfer' | 'reschedule'; readonly to: number };

type Way =
  | 'cash'
  | 'card'
  | 'meal-voucher-card'
  | 'card-manual'
  | 'meal-voucher'
  | 'cheque'
  | 'gift-voucher';

export type Sold = {
  readonly kind: 'pizza' | 'drink' | 'beer';
  readonly quantity: number;
  readonly unitPriceCents: number;
  readonly discountCents: number;
};

const sold: fc.Arbitrary<Sold> = fc.record({
  kind: fc.constantFrom('pizza', 'drink', 'beer'),
  quantity: fc.integer({ min: 1, max: 5 }),
  unitPriceCents: fc.integer({ min: 0, max: 1999 }),
  discountCents: fc.integer({ min: 0, max: 99 }),
});
const place = fc.integer({ min: 0, max: 4 });

const first: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('place' as const),
  lines: fc.array(sold, { minLength: 1, maxLength: 4 }),
  isDelivery: fc.boolean(),
});

export const step: fc.Arbitrary<Step> = fc.oneof(
  first,
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      add: fc.array(sold, { maxLength: 2 }),
      remove: fc.array(place, { maxLength: 1 }),
      replace: fc.array(fc.record({ place, by: sold }), { maxLength: 1 }),
      isStale: fc.boolean(),
      mayUndoStarted: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('pay' as const),
      way: fc.constantFrom<Way[]>(
        'cash',
        'card',
        'meal-voucher-card',
        'card-manual',
        'meal-voucher',
        'cheque',
        'gift-voucher',
      ),
      share: fc.integer({ min: 0, max: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      status: fc.constantFrom('paid', 'paid', 'declined', 'not-sent', 'in-doubt'),
    }),
  },
  fc.record({
    kind: fc.constant('resolve' as const),
    outcome: fc.constantFrom('paid', 'not-paid'),
  }),
  fc.record({ kind: fc.constant('reverse' as const), place }),
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('give-back' as const), place, isPart: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('refund' as const),
      place,
      quantity: fc.integer({ min: 1, max: 3 }),
      isTwice: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constant('cancel' as const), mayUndoStarted: fc.boolean() }),
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('start', 'finish', 'recall', 'hand-over', 'acknowledge'),
    }),
  },
  fc.record({ kind: fc.constantFrom('transfer', 'reschedule'), to: place }),
);

export const aLifeOfChance: fc.Arbitrary<Step[]> = fc
  .tuple(first, fc.array(step, { maxLength: 25 }))
  .map(([begin, rest]) => [begin, ...rest]);
