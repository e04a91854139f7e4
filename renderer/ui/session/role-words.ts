import type { StaffRole } from '#app/domain/staff/rights.ts';

import type { Text } from '../settings/settings.tsx';

/** What somebody is in the store, under their name: the same word wherever they are chosen. */
export const roleWords: Text<Readonly<Record<StaffRole, string>>> = {
  fr: {
    trainee: 'en formation',
    cashier: 'au comptoir',
    'shift-lead': 'chef d’équipe',
    manager: 'responsable',
  },
  en: {
    trainee: 'in training',
    cashier: 'counter',
    'shift-lead': 'shift lead',
    manager: 'manager',
  },
};
