import type { z } from 'zod';

import type { Caller } from '#app/contract/contract.ts';
import type { Approval as ApprovalShape } from '#app/contract/order-shapes.ts';
import { hasRight, type Right } from '#app/domain/staff/rights.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import { accept, refuse, type Result } from '#app/lib/result.ts';

import type { PinRefusal } from './check-pin.ts';
import type { Employee } from './employees.ts';
import type { Staff } from './staff.ts';
import { noteStaff } from './staff-journal.ts';

export type ApprovalRefusal =
  | PinRefusal
  /** The caller has not the right and nobody typed a PIN. */
  | { readonly code: 'staff.right-needed'; readonly detail: { readonly right: Right } }
  /** Neither has the one who typed the PIN. */
  | { readonly code: 'staff.no-such-right'; readonly detail: { readonly right: Right } };

/** Of a caller within the process that names no device: tests, replay. */
export const UNNAMED_DEVICE = 'unnamed';

/** Somebody with the right types their PIN where the caller has not the right. */
export type Approval = z.output<typeof ApprovalShape>;

/** Whether the caller may do what needs `right`; `grantedBy` is absent for one's own right. */
export type Approve = (asked: {
  readonly caller: Caller;
  readonly right: Right;
  readonly approval?: Approval | undefined;
  readonly orderId?: string | undefined;
  readonly reason?: string | undefined;
}) => Promise<Result<{ grantedBy?: string }, ApprovalRefusal>>;

/**
 * Approves by the caller's own right, or because somebody who has it typed their PIN (checked with
 * the same limits as a sign-in), which is written into the journal of the caller's world as
 * `staff.overrode`. A caller of this very process who carries neither device nor employee is not
 * restricted.
 */
export function approver({
  staff,
  journal,
  now,
}: {
  readonly staff: Staff;
  readonly journal: Journal<StoreEvent>;
  readonly now: () => string;
}): Approve {
  return async ({ caller, right, approval, orderId, reason }) => {
    const { device, employee } = caller;
    if (device === undefined && employee === undefined) return accept({});
    if (employee !== undefined && hasRight(employee.role, right)) return accept({});
    if (approval === undefined) return refuse({ code: 'staff.right-needed', detail: { right } });
    const here = device ?? UNNAMED_DEVICE;
    const checked = await checkApproval(staff, { device: here, right, approval });
    if (!checked.ok) return checked;
    noteStaff(journal, now, {
      type: 'staff.overrode',
      data: {
        right,
        by: employee?.id ?? caller.name,
        grantedBy: checked.value.id,
        device: here,
        ...(orderId === undefined ? {} : { orderId }),
        ...(reason === undefined ? {} : { reason }),
      },
    });
    return accept({ grantedBy: checked.value.id });
  };
}

/**
 * Whether somebody typed their own PIN and has the right. Writes no override: nothing was done with
 * it yet. Wrong PINs count like those of a sign-in.
 */
export async function checkApproval(
  { checkPin }: Pick<Staff, 'checkPin'>,
  {
    device,
    right,
    approval,
  }: { readonly device: string; readonly right: Right; readonly approval: Approval },
): Promise<Result<Employee, ApprovalRefusal>> {
  const checked = await checkPin({ ...approval, device });
  if (!checked.ok || hasRight(checked.value.role, right)) return checked;
  return refuse({ code: 'staff.no-such-right', detail: { right } });
}
