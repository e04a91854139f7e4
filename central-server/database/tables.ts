import type { Generated, GeneratedAlways, JSONColumnType, Kysely } from 'kysely';

/**
 * The tables of the centre. Amounts are integer cents, instants `timestamptz` (a `Date` here), days
 * `YYYY-MM-DD` texts. Every key begins with the store: no row of one store waits for another's.
 */
export type CentreTables = {
  store: StoreTable;
  store_head: StoreHeadTable;
  store_presence: StorePresenceTable;
  enrolment_code: EnrolmentCodeTable;
  journal: JournalTable;
  alarm: AlarmTable;
  orders: OrdersTable;
  order_line: OrderLineTable;
  order_state: OrderStateTable;
  cancellation: CancellationTable;
  adjustment: AdjustmentTable;
  payment: PaymentTable;
  sales_hour: SalesHourTable;
  product_day: ProductDayTable;
  account: AccountTable;
  session: SessionTable;
  attempt: AttemptTable;
};

export type CentreDatabase = Kysely<CentreTables>;

type StoreTable = {
  store_id: string;
  name: string;
  is_open: boolean;
  /** IANA name of its time zone, and when its business day ends on the wall clock: `04:30`. */
  zone: string;
  cut_off: string;
  /** SPKI, DER, base64url. Null until the store is enrolled. */
  public_key: string | null;
  enrolled_at: Date | null;
  revoked_at: Date | null;
  /** Since when its journal has two branches, and no person has settled it. */
  set_aside_at: Date | null;
  /** Address lines, SIRET and VAT number, as JSON; null until the store has said them. */
  seller: JSONColumnType<object, string> | null;
};

/** The longest branch of a store. Its row is the lock that puts the pushes of a store in order. */
type StoreHeadTable = { store_id: string; seq: number; hash: string; received_at: Date | null };

/** The last sign of life over any process of the centre. `boot_id` is '' once it has hung up. */
type StorePresenceTable = { store_id: string; heard_at: Date; boot_id: string };

type EnrolmentCodeTable = {
  code_hash: string;
  store_id: string;
  issued_at: Date;
  expires_at: Date;
  used_at: Date | null;
};

/** Verified copies of the journals of the stores, branches included. Nobody may change or delete. */
type JournalTable = {
  origin: string;
  seq: number;
  hash: string;
  parent: string;
  text: string;
  /** Order of arrival, which a rebuild follows. */
  received: GeneratedAlways<number>;
  received_at: Generated<Date>;
};

type AlarmTable = {
  alarm_id: GeneratedAlways<number>;
  store_id: string;
  at: Date;
  kind: string;
  /** What tells two alarms of a kind apart: raised twice, written once. */
  mark: string;
};

type OrdersTable = {
  store_id: string;
  order_id: string;
  /** The entry that placed it. */
  seq: number;
  hash: string;
  number: number;
  business_day: string;
  channel: string;
  mode: string;
  placed_at: Date;
  promised_at: Date;
  total_cents: number;
  net_cents: number;
};

/** The lines of each revision; the newest is what stands. */
type OrderLineTable = {
  store_id: string;
  order_id: string;
  /** 1 as placed. */
  revision: number;
  line: number;
  product_id: string;
  size_id: string;
  kind: string;
  name: string;
  quantity: number;
  unit_price_cents: number;
  gross_cents: number;
  vat_rate_bp: number;
};

/** `seq` and `hash` of the entry that said so: the greatest seq wins. */
type OrderStateTable = {
  store_id: string;
  order_id: string;
  status: string;
  at: Date;
  seq: number;
  hash: string;
};

type CancellationTable = {
  store_id: string;
  order_id: string;
  at: Date;
  reason: string;
  seq: number;
  hash: string;
  /** What it took off the figures. */
  total_cents: number;
  net_cents: number;
};

/** What an edit or a refund changed in the figures, signed. */
type AdjustmentTable = {
  store_id: string;
  order_id: string;
  kind: 'edit' | 'refund';
  /** Its own id, made at the till. */
  adjustment_id: string;
  /** The day that bears it, and the instant whose hour does: of placing for an edit, its own for a refund. */
  business_day: string;
  counted_at: Date;
  total_cents: number;
  net_cents: number;
  seq: number;
  hash: string;
};

type PaymentTable = {
  store_id: string;
  payment_id: string;
  order_id: string;
  method: string | null;
  amount_cents: number | null;
  status: string;
  at: Date;
  seq: number;
  hash: string;
  /** `refund`: given back to the customer. */
  direction: string;
  /** On top of the amount, never turnover. */
  tip_cents: number;
};

type SalesHourTable = {
  store_id: string;
  business_day: string;
  /** The instant the hour begins. */
  hour: Date;
  /** Placed and not cancelled. */
  orders: number;
  sales_cents: number;
  net_cents: number;
  cancelled: number;
};

type ProductDayTable = {
  store_id: string;
  business_day: string;
  product_id: string;
  name: string;
  /** 4 for each one sold: half a pizza counts 2. */
  quarters: number;
  sales_cents: number;
};

type AccountTable = {
  account_id: string;
  email: string;
  name: string;
  role: string;
  /** `argon2id$memory$passes$parallelism$salt$hash`, base64url. */
  password: string;
  created_at: Date;
};

type SessionTable = {
  token_hash: string;
  account_id: string;
  created_at: Date;
  expires_at: Date;
};

/** Tries within a window of time, counted before they are checked. `key_hash` names nobody. */
type AttemptTable = { key_hash: string; window_start: Date; tries: number };
