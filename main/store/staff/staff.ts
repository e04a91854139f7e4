import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import type { Sql } from '#app/journal/sql.ts';

import { type CheckPin, pinChecker } from './check-pin.ts';
import { type EmployeeGiven, type Employees, openEmployees } from './employees.ts';
import { openPepper } from './pepper.ts';
import { type PinAttempts, pinAttempts } from './pin-attempts.ts';
import { PIN_COST, type PinCost } from './pin-hash.ts';
import { type Presence, presence } from './presence.ts';
import { openSessions, type Sessions } from './sessions.ts';
import { noteStaff } from './staff-journal.ts';

/**
 * Who works here and who stands at which till. One for both worlds: somebody in training signs in
 * as anywhere, and what staff did is written into the real journal.
 */
export type Staff = {
  readonly employees: Employees;
  readonly attempts: PinAttempts;
  readonly sessions: Sessions;
  readonly presence: Presence;
  readonly checkPin: CheckPin;
  readonly note: (...events: Parameters<typeof noteStaff>[2][]) => void;
};

/**
 * Opens the staff of a store on its database. `pepperFile` stands beside the keys of the screens;
 * throws `UnreadablePepper` where it is spoilt.
 */
export function openStaff(context: {
  readonly sql: Sql;
  readonly journal: Journal<StoreEvent>;
  readonly now: () => string;
  readonly announce: (topics: readonly string[]) => void;
  readonly pepperFile: string;
  readonly employees: readonly EmployeeGiven[];
  /** Only a test makes a try cheaper. */
  readonly pinCost?: PinCost | undefined;
}): Staff {
  const { sql, journal, now, announce } = context;
  const employees = openEmployees(sql, context.employees);
  const attempts = pinAttempts(sql, now);
  return {
    employees,
    attempts,
    sessions: openSessions({ sql, employees, now }),
    presence: presence(() => announce(['session'])),
    checkPin: pinChecker({
      employees,
      attempts,
      pepper: openPepper(context.pepperFile),
      cost: context.pinCost ?? PIN_COST,
      journal,
      now,
      announce,
    }),
    note: (...events) => noteStaff(journal, now, ...events),
  };
}
