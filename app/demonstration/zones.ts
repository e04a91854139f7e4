import type { DeliveryArea, DeliveryZone } from '../domain/delivery-zone.ts';

/**
 * Where the demonstration stores deliver. The places of the stores are the middles of their towns,
 * to a hundred metres or so; the polygon of Lyon 3 follows the Rhône, the railway of Part-Dieu and
 * the cours Lafayette and Albert-Thomas roughly.
 */

const near = (withinMetres: number, feeCents: number, minimumCents: number): DeliveryZone => ({
  id: `ring-${withinMetres}`,
  name: `Moins de ${withinMetres} m`,
  shape: { kind: 'ring', withinMetres },
  feeCents,
  minimumCents,
});

const LYON_3_CENTRE: DeliveryZone = {
  id: 'lyon-3-centre',
  name: 'Préfecture, Part-Dieu',
  shape: {
    kind: 'polygon',
    corners: [
      { latitude: 45_764_900, longitude: 4_838_300 },
      { latitude: 45_765_900, longitude: 4_862_300 },
      { latitude: 45_752_800, longitude: 4_861_300 },
      { latitude: 45_752_200, longitude: 4_838_900 },
    ],
  },
  feeCents: 0,
  minimumCents: 1_500,
};

const AREAS: Readonly<Record<string, DeliveryArea>> = {
  'lyon-3': {
    store: { latitude: 45_757_500, longitude: 4_854_500 },
    zones: [LYON_3_CENTRE, near(2_500, 250, 1_800), near(4_000, 400, 2_500)],
  },
  villeurbanne: {
    store: { latitude: 45_766_700, longitude: 4_879_500 },
    zones: [near(1_500, 0, 1_500), near(3_000, 250, 1_800), near(4_500, 400, 2_500)],
  },
  bron: {
    store: { latitude: 45_737_000, longitude: 4_912_000 },
    zones: [near(2_000, 200, 1_500), near(4_000, 350, 2_200)],
  },
  ecully: {
    store: { latitude: 45_774_500, longitude: 4_777_500 },
    zones: [near(2_000, 250, 1_800), near(4_500, 450, 2_800)],
  },
  venissieux: {
    store: { latitude: 45_697_500, longitude: 4_886_000 },
    zones: [near(2_000, 200, 1_500), near(4_000, 350, 2_200)],
  },
};

/** The delivery area of a demonstration store; a store to come delivers nowhere yet. */
export function demonstrationArea(storeId: string): DeliveryArea {
  return AREAS[storeId] ?? { store: { latitude: 0, longitude: 0 }, zones: [] };
}
