import type { Input } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { digitsOf } from '#app/domain/customer/search-text.ts';
import { e164Of } from '#app/domain/phone-number.ts';
import { plain } from '#app/domain/search.ts';
import { type Sql, statement } from '#app/journal/sql.ts';
import { accept, refuse, type Result } from '#app/lib/result.ts';

import {
  type CustomerAddressTable,
  type CustomerPhoneTable,
  people,
} from '../../database/people-tables.ts';

export type CustomerInput = Input<StoreContract, 'customer.save'>;

const upsert = statement<{
  customerId: string;
  name: string;
  email: string | null;
  note: string | null;
  at: string;
}>()((place) =>
  people
    .insertInto('customer')
    .values({
      customer_id: place('customerId'),
      name: place('name'),
      email: place('email'),
      note: place('note'),
      saved_at: place('at'),
    })
    .onConflict((conflict) =>
      conflict.column('customer_id').doUpdateSet({
        name: place('name'),
        email: place('email'),
        note: place('note'),
        saved_at: place('at'),
      }),
    ),
);
const placeOf = statement<{ customerId: string }>()((place) =>
  people.selectFrom('customer').select('place').where('customer_id', '=', place('customerId')),
);
const ownerOf = statement<{ addressId: string }>()((place) =>
  people
    .selectFrom('customer_address')
    .select('customer_id')
    .where('address_id', '=', place('addressId')),
);
const dropPhones = statement<{ customerId: string }>()((place) =>
  people.deleteFrom('customer_phone').where('customer_id', '=', place('customerId')),
);
const dropAddresses = statement<{ customerId: string }>()((place) =>
  people.deleteFrom('customer_address').where('customer_id', '=', place('customerId')),
);
const dropWords = statement<{ place: number }>()((place) =>
  people.deleteFrom('customer_words').where('rowid', '=', place('place')),
);
const dropDigits = statement<{ place: number }>()((place) =>
  people.deleteFrom('customer_digits').where('rowid', '=', place('place')),
);
const addPhone = statement<CustomerPhoneTable>()((place) =>
  people.insertInto('customer_phone').values({
    customer_id: place('customer_id'),
    rank: place('rank'),
    e164: place('e164'),
  }),
);
const addAddress = statement<CustomerAddressTable>()((place) =>
  people.insertInto('customer_address').values({
    address_id: place('address_id'),
    customer_id: place('customer_id'),
    rank: place('rank'),
    label: place('label'),
    street: place('street'),
    postcode: place('postcode'),
    city: place('city'),
    latitude: place('latitude'),
    longitude: place('longitude'),
    floor: place('floor'),
    door_code: place('door_code'),
    intercom: place('intercom'),
    meeting_point: place('meeting_point'),
  }),
);
const addWords = statement<{ place: number; name: string; street: string }>()((place) =>
  people
    .insertInto('customer_words')
    .values({ rowid: place('place'), name: place('name'), street: place('street') }),
);
const addDigits = statement<{ place: number; digits: string }>()((place) =>
  people.insertInto('customer_digits').values({ rowid: place('place'), digits: place('digits') }),
);

type SaveRefusal = {
  readonly code: 'customer.bad-phone' | 'customer.address-of-another';
  readonly detail?: Readonly<Record<string, string | number>>;
};

/** Writes a customer as the screen has it, whole: saved twice, saved once. `at` is ISO 8601 UTC. */
export function saveCustomer(
  sql: Sql,
  input: CustomerInput,
  at: string,
): Result<{ customerId: string }, SaveRefusal> {
  return sql.transaction(() => writeCustomer(sql, input, at));
}

/** The same, for a caller who has begun a transaction: many at once. */
export function writeCustomer(
  sql: Sql,
  input: CustomerInput,
  at: string,
): Result<{ customerId: string }, SaveRefusal> {
  const { customerId } = input;
  const phones: string[] = [];
  for (const written of input.phones) {
    const e164 = e164Of(written);
    if (e164 === undefined)
      return refuse({ code: 'customer.bad-phone', detail: { phone: written } });
    if (!phones.includes(e164)) phones.push(e164);
  }
  for (const { addressId } of input.addresses) {
    const owner = sql.get(ownerOf, { addressId })?.customer_id;
    if (owner !== undefined && owner !== customerId)
      return refuse({ code: 'customer.address-of-another' });
  }
  dropDetails(sql, customerId);
  sql.run(upsert, {
    customerId,
    name: input.name,
    email: input.email ?? null,
    note: input.note ?? null,
    at,
  });
  for (const [rank, e164] of phones.entries())
    sql.run(addPhone, { customer_id: customerId, rank, e164 });
  for (const [rank, address] of input.addresses.entries())
    sql.run(addAddress, addressRow(customerId, rank, address));
  index(sql, input, phones);
  return accept({ customerId });
}

/** All rows of a customer but the first. */
export function dropDetails(sql: Sql, customerId: string): void {
  const known = sql.get(placeOf, { customerId });
  sql.run(dropPhones, { customerId });
  sql.run(dropAddresses, { customerId });
  if (known === undefined) return;
  sql.run(dropWords, { place: known.place });
  sql.run(dropDigits, { place: known.place });
}

function index(sql: Sql, { customerId, name, addresses }: CustomerInput, phones: string[]): void {
  const place = sql.get(placeOf, { customerId })?.place ?? 0;
  const street = addresses.map((address) => plain(`${address.street} ${address.city}`)).join(' ');
  sql.run(addWords, { place, name: plain(name), street });
  if (phones.length > 0) sql.run(addDigits, { place, digits: phones.map(digitsOf).join(' ') });
}

function addressRow(
  customerId: string,
  rank: number,
  address: CustomerInput['addresses'][number],
): CustomerAddressTable {
  return {
    address_id: address.addressId,
    customer_id: customerId,
    rank,
    label: address.label ?? null,
    street: address.street,
    postcode: address.postcode,
    city: address.city,
    latitude: address.latitude ?? null,
    longitude: address.longitude ?? null,
    floor: address.floor ?? null,
    door_code: address.doorCode ?? null,
    intercom: address.intercom ?? null,
    meeting_point: address.meetingPoint ?? null,
  };
}
