import { type DeliveryArea, type DeliveryZone, zoneOf } from '#app/domain/delivery-zone.ts';
import { type Sql, statement } from '#app/journal/sql.ts';

import { people } from '../../database/people-tables.ts';

/** What delivering to an address costs, in cents; the lines of the order must reach the minimum. */
export type DeliveryTerms = {
  readonly zoneId: string;
  readonly feeCents: number;
  readonly minimumCents: number;
};

const placeOf = statement<{ addressId: string }>()((place) =>
  people
    .selectFrom('customer_address')
    .select(['latitude', 'longitude'])
    .where('address_id', '=', place('addressId')),
);

/** The terms of an address of a customer. Undefined where it is unknown, or nobody delivers there. */
export function deliveryTerms(
  sql: Sql,
  area: DeliveryArea,
): (addressId: string) => DeliveryTerms | undefined {
  return (addressId) => {
    const row = sql.get(placeOf, { addressId });
    const zone = row && zoneOfAddress(area, row);
    return zone && { zoneId: zone.id, feeCents: zone.feeCents, minimumCents: zone.minimumCents };
  };
}

/**
 * The zone of an address. One that was typed by hand, without a place on the map, is taken for the
 * furthest zone: the fee is never too small, and a street that is too new can be delivered to.
 */
export function zoneOfAddress(
  area: DeliveryArea,
  { latitude, longitude }: { readonly latitude: number | null; readonly longitude: number | null },
): DeliveryZone | undefined {
  if (latitude === null || longitude === null) return area.zones.at(-1);
  return zoneOf(area, { latitude, longitude });
}
