import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import { accept, refuse, type Result } from '#app/lib/result.ts';

import type { Employee, Employees } from './employees.ts';
import type { Pepper } from './pepper.ts';
import type { PinAttempts } from './pin-attempts.ts';
import { hashPin, isHashOf, isPin, type PinCost } from './pin-hash.ts';
import { noteStaff } from './staff-journal.ts';

export type PinRefusal = {
  readonly code: 'staff.unknown' | 'staff.no-pin' | 'staff.wrong-pin' | 'staff.locked-out';
  readonly detail?: Readonly<Record<string, string | number>>;
};

export type CheckPin = (asked: {
  readonly employeeId: string;
  readonly pin: string;
  readonly device: string;
}) => Promise<Result<Employee, PinRefusal>>;

/**
 * Whether somebody is who they say, by their PIN. Five wrong ones in a row on a device and everyone
 * waits (app/domain/staff/wrong-pins.ts), whether it was for a session or for an approval. Needs no
 * network, ever.
 */
export function pinChecker(context: {
  readonly employees: Employees;
  readonly attempts: PinAttempts;
  readonly pepper: Pepper;
  readonly cost: PinCost;
  readonly journal: Journal<StoreEvent>;
  readonly now: () => string;
  readonly announce: (topics: readonly string[]) => void;
}): CheckPin {
  const { employees, attempts, pepper, journal, now } = context;

  /** The first PIN is hashed at its first use: a store opens without waiting for it. */
  async function hashOf(employeeId: string): Promise<string | undefined> {
    const stored = employees.pinHash(employeeId);
    if (stored !== undefined && isHashOf(stored, pepper)) return stored;
    const first = employees.firstPin(employeeId);
    if (first === undefined) return undefined;
    const hash = await hashPin(first, pepper, context.cost);
    employees.setPinHash(employeeId, hash);
    return hash;
  }

  return async ({ employeeId, pin, device }) => {
    const employee = employees.find(employeeId);
    if (employee === undefined) return refuse({ code: 'staff.unknown' });
    const until = attempts.lockedUntil(employeeId, device);
    if (until !== undefined) return refuse({ code: 'staff.locked-out', detail: { until } });
    const attempt = attempts.begin(employeeId, device);
    const stored = await hashOf(employeeId);
    if (stored === undefined) {
      attempts.clear(employeeId, device);
      return refuse({ code: 'staff.no-pin' });
    }
    if (await isPin(pin, stored, pepper)) {
      attempts.clear(employeeId, device);
      if (attempt.wrong > 1) context.announce(['staff']);
      return accept(employee);
    }
    if (attempt.lockedUntil === undefined) return refuse({ code: 'staff.wrong-pin' });
    noteStaff(journal, now, {
      type: 'staff.locked-out',
      data: { employeeId, device, wrongPins: attempt.wrong },
    });
    context.announce(['staff']);
    return refuse({ code: 'staff.locked-out', detail: { until: attempt.lockedUntil } });
  };
}
