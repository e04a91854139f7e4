/** What somebody does in a store. A role is what a screen lets them do, so one person may have several. */
export type DemonstrationRole = 'counter' | 'kitchen' | 'rider' | 'manager';

/** Demonstration data: a first name and roles, nothing else is known of anybody. */
export type DemonstrationEmployee = {
  readonly id: string;
  readonly storeId: string;
  readonly firstName: string;
  readonly roles: readonly DemonstrationRole[];
};

const MANAGER = ['manager', 'counter', 'kitchen'] as const;
const COUNTER = ['counter'] as const;
const KITCHEN = ['kitchen'] as const;
const RIDER = ['rider'] as const;

type Team = readonly (readonly [firstName: string, roles: readonly DemonstrationRole[]])[];

const TEAMS: Readonly<Record<string, Team>> = {
  'lyon-3': [
    ['Nadia', MANAGER],
    ['Sofia', COUNTER],
    ['Hugo', COUNTER],
    ['Enzo', KITCHEN],
    ['Giulia', KITCHEN],
    ['Karim', RIDER],
    ['Lucas', RIDER],
  ],
  villeurbanne: [
    ['Thomas', MANAGER],
    ['Inès', COUNTER],
    ['Marco', KITCHEN],
    ['Aminata', KITCHEN],
    ['Yanis', RIDER],
    ['Zoé', RIDER],
  ],
  bron: [
    ['Claire', MANAGER],
    ['Mehdi', COUNTER],
    ['Paolo', KITCHEN],
    ['Léa', KITCHEN],
    ['Sacha', RIDER],
  ],
  ecully: [
    ['Antoine', MANAGER],
    ['Camille', COUNTER],
    ['Mathis', KITCHEN],
    ['Rosa', KITCHEN],
    ['Noé', RIDER],
  ],
  venissieux: [
    ['Fatou', MANAGER],
    ['Julien', COUNTER],
    ['Matteo', KITCHEN],
    ['Élise', KITCHEN],
    ['Bilal', RIDER],
    ['Maëlle', RIDER],
  ],
};

export const demonstrationStaff: readonly DemonstrationEmployee[] = Object.entries(TEAMS).flatMap(
  ([storeId, team]) =>
    team.map(([firstName, roles], place) => ({
      id: `${storeId}-${place + 1}`,
      storeId,
      firstName,
      roles,
    })),
);
