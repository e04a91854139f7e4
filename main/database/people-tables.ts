import type { Generated } from 'kysely';

import { query } from '#app/journal/query.ts';

/** The tables about persons (migration 005). Not projections: nothing of them is in a journal. */

export type EmployeeTable = {
  employee_id: string;
  first_name: string;
  role: string;
  /** Absent until the first PIN is set. */
  pin_hash: string | null;
  is_active: number;
};

/** Wrong PINs since the last right one. Device `*` counts them all. */
export type PinAttemptTable = {
  employee_id: string;
  device: string;
  wrong: number;
  locked_until: string | null;
};

export type TillSessionTable = {
  device: string;
  employee_id: string;
  since: string;
  touched_at: string;
  locked_at: string | null;
};

export type TrainingDeviceTable = { device: string; since: string };

export type CustomerTable = {
  /** Of its rows in the full-text indexes. */
  place: Generated<number>;
  customer_id: string;
  name: string;
  email: string | null;
  note: string | null;
  saved_at: string;
};

export type CustomerPhoneTable = { customer_id: string; rank: number; e164: string };

export type CustomerAddressTable = {
  address_id: string;
  customer_id: string;
  rank: number;
  label: string | null;
  street: string;
  postcode: string;
  city: string;
  latitude: number | null;
  longitude: number | null;
  floor: string | null;
  door_code: string | null;
  intercom: string | null;
  meeting_point: string | null;
};

export type CallTable = {
  call_id: string;
  line_id: string;
  e164: string | null;
  state: string;
  /** When it first rang. */
  at: string;
  changed_at: string;
  /** The till that took it. */
  device: string | null;
  is_dismissed: number;
};

export type DraftTable = {
  draft_id: string;
  name: string | null;
  total_cents: number;
  parked_at: string;
  by: string;
  device: string;
  draft: string;
  taken_by: string | null;
  taken_at: string | null;
};

export type PeopleTables = {
  employee: EmployeeTable;
  pin_attempt: PinAttemptTable;
  till_session: TillSessionTable;
  training_device: TrainingDeviceTable;
  customer: CustomerTable;
  customer_phone: CustomerPhoneTable;
  customer_address: CustomerAddressTable;
  customer_words: { rowid: number; name: string; street: string };
  customer_digits: { rowid: number; digits: string };
  call: CallTable;
  draft: DraftTable;
};

/** Builds queries on these tables and on those of the journal; runs none. */
export const people = query.withTables<PeopleTables>();
