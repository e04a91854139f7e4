import type { z } from 'zod';

import type { CustomerShape } from '#app/contract/store/customers.ts';
import { recencyOf } from '#app/domain/customer/recency.ts';

import type { CustomerAddressTable } from '../../database/people-tables.ts';
import type { StoreContext } from '../context.ts';
import { customerRows } from './customer-rows.ts';
import { zoneOfAddress } from './delivery-terms.ts';
import { figuresOf } from './orders-of-customer.ts';

export type CustomerView = z.output<typeof CustomerShape>;
type Context = Pick<StoreContext, 'sql' | 'area' | 'now'>;

/** All that the counter sees of a customer; undefined for nobody, or somebody erased. */
export function customerView(context: Context, customerId: string): CustomerView | undefined {
  const { sql, area } = context;
  const rows = customerRows(sql, customerId);
  if (rows === undefined) return undefined;
  const { customer, phones, addresses } = rows;
  const { orders, lastOrderAt, loyaltyPoints } = figuresOf(sql, customerId);
  return {
    customerId,
    name: customer.name,
    phones: [...phones],
    ...optional('email', customer.email),
    ...optional('note', customer.note),
    addresses: addresses.map((row) => addressView(area, row)),
    orders,
    ...(lastOrderAt === undefined ? {} : { lastOrderAt }),
    recency: recencyOf(lastOrderAt, context.now()),
    loyaltyPoints,
  };
}

function addressView(area: StoreContext['area'], row: CustomerAddressTable) {
  const zone = zoneOfAddress(area, row);
  return {
    addressId: row.address_id,
    ...optional('label', row.label),
    street: row.street,
    postcode: row.postcode,
    city: row.city,
    ...optional('latitude', row.latitude),
    ...optional('longitude', row.longitude),
    ...optional('floor', row.floor),
    ...optional('doorCode', row.door_code),
    ...optional('intercom', row.intercom),
    ...optional('meetingPoint', row.meeting_point),
    ...(zone === undefined ? {} : { zone: zoneView(zone) }),
  };
}

/** What the contract shows of a zone. */
export function zoneView({
  id,
  name,
  feeCents,
  minimumCents,
}: StoreContext['area']['zones'][number]) {
  return { zoneId: id, name, feeCents, minimumCents };
}

function optional<Name extends string, Value>(
  name: Name,
  value: Value | null,
): { [Key in Name]?: Value } {
  // A computed name is a plain string to the compiler.
  return (value === null ? {} : { [name]: value }) as { [Key in Name]?: Value };
}
