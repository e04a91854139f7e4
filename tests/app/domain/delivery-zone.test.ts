import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type DeliveryArea, type DeliveryZone, zoneOf } from '#app/domain/delivery-zone.ts';
import { distanceMetres } from '#app/domain/delivery-zone.ts';
import { demonstrationStores } from '#app/demonstration/stores.ts';
import { demonstrationArea } from '#app/demonstration/zones.ts';

const store = { latitude: 45_757_500, longitude: 4_854_500 };
const price = { feeCents: 250, minimumCents: 1_800 };
const square: DeliveryZone = {
  id: 'square',
  name: 'Carré',
  shape: {
    kind: 'polygon',
    corners: [
      { latitude: 45_750_000, longitude: 4_850_000 },
      { latitude: 45_760_000, longitude: 4_850_000 },
      { latitude: 45_760_000, longitude: 4_860_000 },
      { latitude: 45_750_000, longitude: 4_860_000 },
    ],
  },
  ...price,
};
const ring: DeliveryZone = {
  id: 'ring',
  name: 'Moins de 2 km',
  shape: { kind: 'ring', withinMetres: 2_000 },
  ...price,
};
const area = (...zones: DeliveryZone[]): DeliveryArea => ({ store, zones });

describe('the zone of a place', () => {
  test('is the polygon that it lies in, its edge and its corners included', () => {
    for (const place of [
      { latitude: 45_755_000, longitude: 4_855_000 },
      { latitude: 45_750_000, longitude: 4_855_000 },
      { latitude: 45_760_000, longitude: 4_860_000 },
      { latitude: 45_755_000, longitude: 4_850_000 },
    ])
      expect(zoneOf(area(square), place)?.id).toBe('square');
  });

  test('is none a millionth of a degree outside', () => {
    for (const place of [
      { latitude: 45_749_999, longitude: 4_855_000 },
      { latitude: 45_755_000, longitude: 4_860_001 },
      { latitude: 45_760_001, longitude: 4_860_000 },
    ])
      expect(zoneOf(area(square), place)).toBeUndefined();
  });

  test('is the first of two that contain it', () => {
    const place = { latitude: 45_755_000, longitude: 4_855_000 };
    expect(zoneOf(area(ring, square), place)?.id).toBe('ring');
    expect(zoneOf(area(square, ring), place)?.id).toBe('square');
  });

  test('is a ring up to its distance from the store', () => {
    // One thousandth of a degree of latitude is 111 m.
    expect(zoneOf(area(ring), { ...store, latitude: store.latitude + 17_900 })?.id).toBe('ring');
    expect(zoneOf(area(ring), { ...store, latitude: store.latitude + 18_100 })).toBeUndefined();
  });

  test('of a polygon with a bay is not in the bay', () => {
    const bay: DeliveryZone = {
      ...square,
      shape: {
        kind: 'polygon',
        corners: [
          { latitude: 0, longitude: 0 },
          { latitude: 100, longitude: 0 },
          { latitude: 100, longitude: 100 },
          { latitude: 20, longitude: 50 },
          { latitude: 0, longitude: 100 },
        ],
      },
    };
    expect(zoneOf(area(bay), { latitude: 10, longitude: 40 })?.id).toBe('square');
    expect(zoneOf(area(bay), { latitude: 30, longitude: 90 })).toBeUndefined();
  });

  test('is the same wherever the polygon begins and whichever way round it goes', () => {
    const corner = fc.record({
      latitude: fc.integer({ min: 45_700_000, max: 45_800_000 }),
      longitude: fc.integer({ min: 4_800_000, max: 4_900_000 }),
    });
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 9 }), corner, (corners, place) => {
        const isIn = (list: typeof corners) =>
          zoneOf(area({ ...square, shape: { kind: 'polygon', corners: list } }), place) !==
          undefined;
        const turned = [...corners.slice(1), ...corners.slice(0, 1)];
        expect(isIn(turned)).toBe(isIn(corners));
        expect(isIn([...corners].reverse())).toBe(isIn(corners));
      }),
    );
  });
});

test('the distance from Lyon to Paris is that of the maps', () => {
  const paris = { latitude: 48_856_600, longitude: 2_352_200 };
  const lyon = { latitude: 45_764_000, longitude: 4_835_700 };
  expect(Math.abs(distanceMetres(lyon, paris) - 391_500)).toBeLessThan(1_500);
});

test('every open store of the demonstration delivers next door, and not to Paris', () => {
  for (const { id } of demonstrationStores.filter(({ status }) => status === 'open')) {
    const here = demonstrationArea(id);
    const nextDoor = { ...here.store, latitude: here.store.latitude + 500 };
    expect(zoneOf(here, nextDoor), id).toBeDefined();
    expect(zoneOf(here, { latitude: 48_856_600, longitude: 2_352_200 }), id).toBeUndefined();
  }
});
