import type { Caller } from '#app/contract/contract.ts';
import type { Right } from '#app/domain/staff/rights.ts';
import { accept, type Result } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import type { Approval } from '../staff/approve.ts';
import type { CartInput } from './cart-of.ts';

type Asked = Pick<CartInput, 'overrides' | 'manualDiscounts'> & {
  readonly orderId?: string;
  readonly approval?: Approval | undefined;
};

/** The rights that a cart takes: a price set by hand, something given away, a discount by hand. */
function rightsOf({
  overrides = [],
  manualDiscounts = [],
}: Asked): { right: Right; reason: string }[] {
  return [
    ...overrides.map(({ kind, reason }) => ({
      right: kind === 'free' ? ('item.free' as const) : ('price.override' as const),
      reason,
    })),
    ...manualDiscounts.map(({ reason }) => ({ right: 'discount.manual' as const, reason })),
  ];
}

/** Whether a cart takes any right at all; most take none, and wait for nobody. */
export function takesRight(asked: Asked): boolean {
  return rightsOf(asked).length > 0;
}

/** Whether the caller, or who typed their PIN for them, may do all that the cart asks for. */
export async function approvalsFor(
  context: StoreContext,
  asked: Asked,
  caller: Caller,
): Promise<Result<{ grantedBy?: string }>> {
  let grantedBy: string | undefined;
  const seen = new Set<Right>();
  for (const { right, reason } of rightsOf(asked)) {
    if (seen.has(right)) continue;
    seen.add(right);
    const { orderId, approval } = asked;
    const outcome = await context.approve({ caller, right, approval, orderId, reason });
    if (!outcome.ok) return outcome;
    grantedBy ??= outcome.value.grantedBy;
  }
  return accept(grantedBy === undefined ? {} : { grantedBy });
}
