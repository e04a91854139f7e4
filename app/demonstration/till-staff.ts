import type { StaffRole } from '../domain/staff/rights.ts';

import { demonstrationStaff } from './staff.ts';

/** Somebody who may sign in at the tills of a demonstration store, with the PIN to begin with. */
export type DemonstrationCashier = {
  readonly id: string;
  readonly firstName: string;
  readonly role: StaffRole;
  readonly firstPin: string;
};

const MANAGER_PIN = '9999';
const CASHIER_PINS = ['1111', '2222', '3333', '4444'];

/**
 * Who sells in a demonstration store: at Lyon 3 Nadia, the manager (9999), Sofia (1111) and Hugo, who
 * leads the shift (2222); elsewhere likewise. Public PINs, for a store where nothing is real.
 */
export function demonstrationTillStaff(storeId: string): readonly DemonstrationCashier[] {
  const sellers = demonstrationStaff.filter(
    (person) => person.storeId === storeId && person.roles.includes('counter'),
  );
  let cashiers = 0;
  return sellers.map(({ id, firstName, roles }) => {
    if (roles.includes('manager')) return { id, firstName, role: 'manager', firstPin: MANAGER_PIN };
    cashiers += 1;
    const role = cashiers === 2 ? 'shift-lead' : 'cashier';
    return { id, firstName, role, firstPin: CASHIER_PINS[cashiers - 1] ?? '0000' };
  });
}
