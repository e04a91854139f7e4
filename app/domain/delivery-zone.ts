/** A place in millionths of a degree, WGS 84: integers, so that every node finds the same zone. */
export type Place = { readonly latitude: number; readonly longitude: number };

/** Where a zone lies: inside a polygon, or within a distance of the store as the crow flies. */
export type ZoneShape =
  | { readonly kind: 'polygon'; readonly corners: readonly Place[] }
  | { readonly kind: 'ring'; readonly withinMetres: number };

/** What delivering there costs, VAT included, in cents. The lines of an order must reach the minimum. */
export type DeliveryZone = {
  readonly id: string;
  readonly name: string;
  readonly shape: ZoneShape;
  readonly feeCents: number;
  readonly minimumCents: number;
};

/** Where a store delivers: the first zone that contains a place wins. */
export type DeliveryArea = {
  readonly store: Place;
  readonly zones: readonly DeliveryZone[];
};

/** The zone of a place; undefined where nobody delivers. */
export function zoneOf(area: DeliveryArea, place: Place): DeliveryZone | undefined {
  return area.zones.find(({ shape }) =>
    shape.kind === 'polygon'
      ? isInside(shape.corners, place)
      : distanceMetres(area.store, place) <= shape.withinMetres,
  );
}

/**
 * Whether a place lies in a polygon, its edge included: counts the edges that a ray to the east
 * crosses. All products of two differences of millionths stay far below 2^53, so nothing is rounded.
 */
function isInside(corners: readonly Place[], place: Place): boolean {
  let isIn = false;
  for (const [index, from] of corners.entries()) {
    const to = corners[(index + 1) % corners.length] ?? from;
    const side = sideOf(from, to, place);
    if (side === 0 && isBetween(from, to, place)) return true;
    const crosses = from.latitude > place.latitude !== to.latitude > place.latitude;
    if (crosses && side > 0 === to.latitude > from.latitude) isIn = !isIn;
  }
  return isIn;
}

/** Above zero where the place is to the left of the way from one corner to the next. */
function sideOf(from: Place, to: Place, place: Place): number {
  return (
    (to.longitude - from.longitude) * (place.latitude - from.latitude) -
    (to.latitude - from.latitude) * (place.longitude - from.longitude)
  );
}

function isBetween(from: Place, to: Place, place: Place): boolean {
  return (
    place.latitude >= Math.min(from.latitude, to.latitude) &&
    place.latitude <= Math.max(from.latitude, to.latitude) &&
    place.longitude >= Math.min(from.longitude, to.longitude) &&
    place.longitude <= Math.max(from.longitude, to.longitude)
  );
}

/** Mean radius of the Earth (IUGG). */
const EARTH_RADIUS_METRES = 6_371_009;

/** Great-circle distance in whole metres (haversine): to half a percent of the truth. */
export function distanceMetres(from: Place, to: Place): number {
  const radians = (millionths: number) => (millionths * Math.PI) / 180_000_000;
  const halfLatitude = radians(to.latitude - from.latitude) / 2;
  const halfLongitude = radians(to.longitude - from.longitude) / 2;
  const square =
    Math.sin(halfLatitude) ** 2 +
    Math.cos(radians(from.latitude)) *
      Math.cos(radians(to.latitude)) *
      Math.sin(halfLongitude) ** 2;
  return Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(square))));
}
