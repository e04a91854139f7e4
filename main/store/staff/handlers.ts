import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { rightsOf } from '#app/domain/staff/rights.ts';
import { accept, refuse, type Result } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import { checkApproval, UNNAMED_DEVICE } from './approve.ts';
import type { Employee } from './employees.ts';
import { LOCK_AFTER_SECONDS } from './sessions.ts';

type StaffMethods = Pick<
  Handlers<StoreContract, Caller>,
  | 'staff.list'
  | 'session.current'
  | 'staff.sign-in'
  | 'staff.check-approval'
  | 'staff.sign-out'
  | 'staff.lock'
>;

type SessionShown = Extract<
  Awaited<ReturnType<StaffMethods['staff.sign-in']>>,
  { readonly ok: true }
>['value'];

type Context = Pick<StoreContext, 'staff' | 'training' | 'announce'>;

/**
 * Who stands at this till. Needs `staff` and `training` of the context; the same two in both worlds.
 */
export function staffHandlers(context: Context): StaffMethods {
  const { staff, announce } = context;
  const { sessions, employees, attempts } = staff;
  return {
    'staff.list': (_input, caller) =>
      accept(
        employees.list().map(({ id, firstName, role }) => {
          const lockedUntil = attempts.lockedUntil(id, deviceOf(caller));
          const firstPin = employees.firstPin(id);
          return {
            employeeId: id,
            firstName,
            role,
            ...(lockedUntil === undefined ? {} : { lockedUntil }),
            ...(firstPin === undefined ? {} : { firstPin }),
          };
        }),
      ),
    'session.current'(_input, caller) {
      const device = deviceOf(caller);
      const session = shown(context, device);
      return accept({ device, ...(session === undefined ? {} : { session }) });
    },
    'staff.sign-in': async (input, caller): Promise<Result<SessionShown>> => {
      const checked = await staff.checkPin({ ...input, device: deviceOf(caller) });
      return checked.ok ? begin(context, deviceOf(caller), checked.value) : checked;
    },
    'staff.check-approval': async (input, caller): Promise<Result<Record<string, never>>> => {
      const checked = await checkApproval(staff, { ...input, device: deviceOf(caller) });
      return checked.ok ? accept({}) : checked;
    },
    'staff.sign-out'(_input, caller) {
      const device = deviceOf(caller);
      const before = sessions.at(device);
      if (before !== undefined) leave(context, device, before.employee.id, 'person');
      announce(['session', 'staff']);
      return accept({});
    },
    'staff.lock'(_input, caller) {
      sessions.lock(deviceOf(caller));
      announce(['session']);
      return accept({});
    },
  };
}

/** Opens the locked session of the same person; otherwise begins one, over whichever was there. */
function begin(context: Context, device: string, employee: Employee): Result<SessionShown> {
  const { staff, announce } = context;
  const before = staff.sessions.at(device);
  const isOwner = before?.employee.id === employee.id;
  const isHeld = before?.isLocked === true && !before.isAbandoned && !isOwner;
  if (isHeld && employee.role !== 'manager') return refuse({ code: 'staff.locked-by-another' });
  if (!isOwner) {
    if (before !== undefined) leave(context, device, before.employee.id, 'switch');
    staff.note({ type: 'staff.signed-in', data: { employeeId: employee.id, device } });
  }
  staff.sessions.begin(device, employee.id);
  announce(['session', 'staff']);
  const session = shown(context, device);
  return session === undefined ? refuse({ code: 'staff.unknown' }) : accept(session);
}

/** Training is of a person on a device: the next one finds the real shop. */
function leave(
  { staff, training }: Context,
  device: string,
  employeeId: string,
  cause: 'person' | 'switch',
): void {
  staff.note({ type: 'staff.signed-out', data: { employeeId, device, cause } });
  staff.sessions.end(device);
  training.stop(device);
}

function shown({ staff, training }: Context, device: string): SessionShown | undefined {
  const session = staff.sessions.at(device);
  if (session === undefined) return undefined;
  const { id, firstName, role } = session.employee;
  return {
    employeeId: id,
    firstName,
    role,
    rights: [...rightsOf(role)],
    isLocked: session.isLocked,
    lockAfterSeconds: LOCK_AFTER_SECONDS,
    isTraining: training.isIn(device),
  };
}

export function deviceOf({ device }: Caller): string {
  return device ?? UNNAMED_DEVICE;
}
