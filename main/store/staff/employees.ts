import type { StaffRole } from '#app/domain/staff/rights.ts';
import { type Sql, statement } from '#app/journal/sql.ts';

import { people, type EmployeeTable } from '../../database/people-tables.ts';

/** Somebody who may stand at a till. A first name and a role, nothing else is known of anybody. */
export type Employee = {
  readonly id: string;
  readonly firstName: string;
  readonly role: StaffRole;
};

/** As given at start: by head office, or by the demonstration, which also gives a PIN to begin with. */
export type EmployeeGiven = Employee & { readonly firstPin?: string };

const upsert = statement<{ id: string; firstName: string; role: string }>()((place) =>
  people
    .insertInto('employee')
    .values({
      employee_id: place('id'),
      first_name: place('firstName'),
      role: place('role'),
      pin_hash: null,
      is_active: 1,
    })
    .onConflict((conflict) =>
      conflict
        .column('employee_id')
        .doUpdateSet({ first_name: place('firstName'), role: place('role') }),
    ),
);
const active = statement<object>()(() =>
  people.selectFrom('employee').selectAll().where('is_active', '=', 1).orderBy('employee_id'),
);
const byId = statement<{ id: string }>()((place) =>
  people
    .selectFrom('employee')
    .selectAll()
    .where('employee_id', '=', place('id'))
    .where('is_active', '=', 1),
);
const setHash = statement<{ id: string; hash: string }>()((place) =>
  people
    .updateTable('employee')
    .set({ pin_hash: place('hash') })
    .where('employee_id', '=', place('id')),
);

export type Employees = {
  readonly list: () => readonly Employee[];
  readonly find: (id: string) => Employee | undefined;
  readonly pinHash: (id: string) => string | undefined;
  readonly firstPin: (id: string) => string | undefined;
  readonly setPinHash: (id: string, hash: string) => void;
};

/** The staff of a store, kept in its database so that a till without a network knows them. */
export function openEmployees(sql: Sql, given: readonly EmployeeGiven[]): Employees {
  const firstPins = new Map(given.map(({ id, firstPin }) => [id, firstPin]));
  sql.transaction(() => {
    for (const { id, firstName, role } of given) sql.run(upsert, { id, firstName, role });
  });
  return {
    list: () => sql.all(active, {}).map(employeeOf),
    find(id) {
      const row = sql.get(byId, { id });
      return row && employeeOf(row);
    },
    pinHash: (id) => sql.get(byId, { id })?.pin_hash ?? undefined,
    firstPin: (id) => firstPins.get(id),
    setPinHash: (id, hash) => void sql.run(setHash, { id, hash }),
  };
}

function employeeOf(row: EmployeeTable): Employee {
  // Written by us from a typed list.
  return { id: row.employee_id, firstName: row.first_name, role: row.role as StaffRole };
}
