import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { rightsOf } from '#app/domain/staff/rights.ts';
import { accept, refuse, type Result } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import { UNNAMED_DEVICE } from './approve.ts';
import { LOCK_AFTER_SECONDS } from './sessions.ts';

type StaffMethods = Pick<
  Handlers<StoreContract, Caller>,
  'staff.list' | 'session.current' | 'staff.sign-in' | 'staff.sign-out' | 'staff.lock'
>;

type SessionShown = Extract<
  Awaited<ReturnType<StaffMethods['staff.sign-in']>>,
  { readonly ok: true }
>['value'];

/**
 * Who stands at this till. Needs `staff` and `training` of the context; the same two in both worlds.
 */
export function staffHandlers(
  context: Pick<StoreContext, 'staff' | 'training' | 'announce'>,
): StaffMethods {
  const { staff, training, announce } = context;
  const { sessions, employees, attempts } = staff;

  function shown(device: string): SessionShown | undefined {
    const session = sessions.at(device);
    return (
      session && {
        employeeId: session.employee.id,
        firstName: session.employee.firstName,
        role: session.employee.role,
        rights: [...rightsOf(session.employee.role)],
        isLocked: session.isLocked,
        lockAfterSeconds: LOCK_AFTER_SECONDS,
        isTraining: training.isIn(device),
      }
    );
  }

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
      const session = shown(device);
      return accept({ device, ...(session === undefined ? {} : { session }) });
    },
    'staff.sign-in': async (input, caller): Promise<Result<SessionShown>> => {
      const device = deviceOf(caller);
      const checked = await staff.checkPin({ ...input, device });
      if (!checked.ok) return checked;
      const before = sessions.at(device);
      const isOwner = before?.employee.id === checked.value.id;
      if (before?.isLocked === true && !isOwner && !before.isAbandoned)
        if (checked.value.role !== 'manager') return refuse({ code: 'staff.locked-by-another' });
      if (!isOwner) {
        if (before !== undefined) leave(device, before.employee.id, 'switch');
        staff.note({
          type: 'staff.signed-in',
          data: { employeeId: checked.value.id, device },
        });
      }
      sessions.begin(device, checked.value.id);
      announce(['session', 'staff']);
      const session = shown(device);
      return session === undefined ? refuse({ code: 'staff.unknown' }) : accept(session);
    },
    'staff.sign-out'(_input, caller) {
      const device = deviceOf(caller);
      const before = sessions.at(device);
      if (before === undefined) return accept({});
      leave(device, before.employee.id, 'person');
      announce(['session', 'staff']);
      return accept({});
    },
    'staff.lock'(_input, caller) {
      sessions.lock(deviceOf(caller));
      announce(['session']);
      return accept({});
    },
  };

  /** Training is of a person on a device: the next one finds the real shop. */
  function leave(device: string, employeeId: string, cause: 'person' | 'switch'): void {
    staff.note({ type: 'staff.signed-out', data: { employeeId, device, cause } });
    sessions.end(device);
    training.stop(device);
  }
}

export function deviceOf({ device }: Caller): string {
  return device ?? UNNAMED_DEVICE;
}
