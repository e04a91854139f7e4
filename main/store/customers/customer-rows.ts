import { type Selectable, sql as text } from 'kysely';

import { type Sql, statement } from '#app/journal/sql.ts';

import {
  type CustomerAddressTable,
  type CustomerTable,
  people,
} from '../../database/people-tables.ts';

/** A customer as kept, without what the orders tell. */
export type CustomerRows = {
  readonly customer: Selectable<CustomerTable>;
  readonly phones: readonly string[];
  readonly addresses: readonly CustomerAddressTable[];
};

const byId = statement<{ customerId: string }>()((place) =>
  people.selectFrom('customer').selectAll().where('customer_id', '=', place('customerId')),
);
const phonesOf = statement<{ customerId: string }>()((place) =>
  people
    .selectFrom('customer_phone')
    .select('e164')
    .where('customer_id', '=', place('customerId'))
    .orderBy('rank'),
);
const addressesOf = statement<{ customerId: string }>()((place) =>
  people
    .selectFrom('customer_address')
    .selectAll()
    .where('customer_id', '=', place('customerId'))
    .orderBy('rank'),
);
const withNumber = statement<{ e164: string }>()((place) =>
  people
    .selectFrom('customer_phone')
    .select('customer_id')
    .distinct()
    .where('e164', '=', place('e164'))
    .limit(20),
);
const idAt = statement<{ place: number }>()((place) =>
  people.selectFrom('customer').select(['customer_id', 'name']).where('place', '=', place('place')),
);
const byWords = statement<{ match: string; limit: number }>()((place) =>
  people
    .selectFrom('customer_words')
    .select('rowid')
    .where(text<boolean>`customer_words match ${place('match')}`)
    .orderBy(text`bm25(customer_words, 10, 1)`)
    .limit(place('limit')),
);
/** The first ones found, unordered: for a beginning so short that thousands have it. */
const byWordsAnyOrder = statement<{ match: string; limit: number }>()((place) =>
  people
    .selectFrom('customer_words')
    .select('rowid')
    .where(text<boolean>`customer_words match ${place('match')}`)
    .limit(place('limit')),
);
const byDigits = statement<{ match: string; limit: number }>()((place) =>
  people
    .selectFrom('customer_digits')
    .select('rowid')
    .where(text<boolean>`customer_digits match ${place('match')}`)
    .limit(place('limit')),
);
const byFewDigits = statement<{ like: string; limit: number }>()((place) =>
  people
    .selectFrom('customer_digits')
    .select('rowid')
    .where('digits', 'like', place('like'))
    .limit(place('limit')),
);

export function customerRows(sql: Sql, customerId: string): CustomerRows | undefined {
  const customer = sql.get(byId, { customerId });
  if (customer === undefined) return undefined;
  return {
    customer,
    phones: sql.all(phonesOf, { customerId }).map(({ e164 }) => e164),
    addresses: sql.all(addressesOf, { customerId }),
  };
}

/** For an order on a screen; undefined once the customer was erased. */
export function customerName(sql: Sql, customerId: string): string | undefined {
  return sql.get(byId, { customerId })?.name;
}

/** The ids of all customers with this number. */
export function customersWithNumber(sql: Sql, e164: string): string[] {
  return sql.all(withNumber, { e164 }).map((row) => row.customer_id);
}

/** The place of a row of the full-text indexes, as the customer it belongs to. */
export function customerAt(sql: Sql, rowid: number): { id: string; name: string } | undefined {
  const row = sql.get(idAt, { place: rowid });
  return row && { id: row.customer_id, name: row.name };
}

/** Rows of customers whose name or street has words beginning like these, the likeliest first. */
export function rowsWithWords(sql: Sql, words: readonly string[], limit: number): number[] {
  // A whole word counts twice: Martin comes before Martinez.
  const match = words.map((word) => `("${word}" OR "${word}"*)`).join(' AND ');
  const isShort = words.every((word) => word.length < 3);
  const found = sql.all(isShort ? byWordsAnyOrder : byWords, { match, limit });
  return found.map(({ rowid }) => rowid);
}

/** Rows of customers with a number that contains these digits. Trigrams begin at three digits. */
export function rowsWithDigits(sql: Sql, digits: string, limit: number): number[] {
  const found =
    digits.length < 3
      ? sql.all(byFewDigits, { like: `%${digits}%`, limit })
      : sql.all(byDigits, { match: `"${digits}"`, limit });
  return found.map(({ rowid }) => rowid);
}
