import type { Generated } from 'kysely';

/** The tables of a store node. Times are ISO 8601 UTC texts, amounts integer cents, JSON is text. */

/** One row a fact. Written once, never changed, never deleted (a trigger refuses). */
export type JournalTable = {
  origin: string;
  seq: number;
  hash: string;
  parent: string;
  stream: string;
  text: string;
};

/** How far a reader has followed a journal. Losing a row means doing work twice, never losing it. */
export type CursorTable = { reader: string; origin: string; seq: number };

export type OrdersTable = {
  order_id: string;
  number: number;
  business_day: string;
  channel: string;
  mode: string;
  status: string;
  placed_at: string;
  promised_at: string;
  /** Lines and fee of the newest revision; refunds are not taken off. */
  total_cents: number;
  /** What came in less what went back; tips apart. */
  paid_cents: number;
  lines: string;
  vat: string;
  note: string | null;
  /** 1 as placed, one more at each edit. */
  revision: number;
  /** Gift vouchers and deposits, due on top of the total; `non_sales` is their list, or null. */
  non_sale_cents: number;
  non_sales: string | null;
  /** Part of the total. */
  fee_cents: number;
  /** Of lines given back, zero or more, whether paid out or not. */
  refunded_cents: number;
  customer_id: string | null;
  address_id: string | null;
  /** The till that has it. */
  device: string | null;
  is_scheduled: number;
};

/**
 * What is sold of the newest revision, for counting. A pizza of several parts has a row for each
 * part; `quantity` and `kind` count pizzas (0 on all parts but the first), `quarters` counts shares.
 */
export type OrderLineTable = {
  order_id: string;
  line: number;
  product_id: string;
  size_id: string;
  kind: string;
  quantity: number;
  gross_cents: number;
  line_id: string;
  /** 4 for each whole one. */
  quarters: number;
};

/** Lines given back, at the price they were sold at. */
export type RefundLineTable = {
  order_id: string;
  refund_id: string;
  line_id: string;
  quantity: number;
  gross_cents: number;
  at: string;
};

export type PaymentTable = {
  payment_id: string;
  order_id: string;
  method: string;
  amount_cents: number;
  tendered_cents: number;
  change_cents: number;
  status: string;
  reason: string | null;
  started_at: string;
  /** `payment`, or `refund`: given back to the customer. */
  direction: string;
  /** For the staff, on top of the amount. */
  tip_cents: number;
  of_payment_id: string | null;
  /** JSON list of what it was paid for, where the bill was split by lines. */
  line_ids: string | null;
};

/**
 * What the kitchen has before it, or finished and may still recall. A cancelled one stays until it
 * is acknowledged, and counts no pizza.
 */
export type KitchenTicketTable = {
  order_id: string;
  number: number;
  channel: string;
  mode: string;
  status: string;
  placed_at: string;
  promised_at: string;
  finished_at: string | null;
  pizzas: number;
  /** With the marks of what changed since the kitchen last looked. */
  lines: string;
  note: string | null;
  revision: number;
  acknowledged_revision: number;
  /** Of a scheduled order: not to be begun before. */
  start_at: string | null;
};

/** What was sold on, paid with and put back on a gift voucher; its balance is the sum. */
export type VoucherEntryTable = {
  code: string;
  /** `sold`, `used`, `returned`, or `cancelled` with the order that sold it. */
  kind: string;
  /** Of the sale: the voucher's own id; of the rest: the payment. */
  entry_id: string;
  order_id: string;
  /** Signed: sold and returned are above zero. */
  cents: number;
  at: string;
};

/** Points of a customer, signed; the balance is the sum. */
export type LoyaltyEntryTable = {
  order_id: string;
  /** `earned`, `used`, `reversed`. */
  kind: string;
  /** Of a reversal for a refund; '' otherwise. */
  refund_id: string;
  customer_id: string;
  points: number;
  at: string;
};

/** What cannot be sold now. `target` is the JSON of a `SoldOutTarget`. */
export type SoldOutTable = {
  target: string;
  since: string;
  until: string | null;
  reason: string | null;
};

/** Which promotion gave something on which order, for the caps of coupons. */
export type CouponUseTable = {
  promotion_id: string;
  order_id: string;
  customer_id: string | null;
  cents: number;
};

export type InvoiceTable = { order_id: string; invoice_number: string; at: string };

/** One go at an exercise of the training mode. */
export type TrainingResultTable = {
  seq: number;
  employee_id: string;
  exercise: string;
  seconds: number;
  errors: number;
  is_passed: number;
  at: string;
};

/** The durable print queue. Not a projection: what the printer did is not in the journal. */
export type PrintJobTable = {
  job_id: Generated<number>;
  /** What names the document: its order, or its own id. */
  order_id: string;
  copy: number;
  role: string;
  state: string;
  reason: string | null;
  asked_at: string;
  document: Generated<string>;
  /** 1 when an earlier print of it may have come out. */
  may_be_double: Generated<number>;
  /** 1 when it was made because no kitchen screen shows the order. */
  screen_is_out: Generated<number>;
  /** Where it went last. */
  printer_id: string | null;
};

export type SettingTable = { name: string; value: string };

export type StoreTables = {
  journal: JournalTable;
  cursor: CursorTable;
  orders: OrdersTable;
  order_line: OrderLineTable;
  refund_line: RefundLineTable;
  payment: PaymentTable;
  kitchen_ticket: KitchenTicketTable;
  voucher_entry: VoucherEntryTable;
  loyalty_entry: LoyaltyEntryTable;
  sold_out: SoldOutTable;
  coupon_use: CouponUseTable;
  invoice: InvoiceTable;
  training_result: TrainingResultTable;
  print_job: PrintJobTable;
  setting: SettingTable;
};
