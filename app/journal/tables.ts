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
  total_cents: number;
  paid_cents: number;
  lines: string;
  vat: string;
  note: string | null;
};

export type OrderLineTable = {
  order_id: string;
  line: number;
  product_id: string;
  size_id: string;
  kind: string;
  quantity: number;
  gross_cents: number;
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
};

/** What the kitchen has before it, or finished and may still recall. */
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
  lines: string;
  note: string | null;
};

/** The durable print queue. Not a projection: what the printer did is not in the journal. */
export type PrintJobTable = {
  job_id: Generated<number>;
  order_id: string;
  copy: number;
  role: string;
  state: string;
  reason: string | null;
  asked_at: string;
};

export type SettingTable = { name: string; value: string };

export type StoreTables = {
  journal: JournalTable;
  cursor: CursorTable;
  orders: OrdersTable;
  order_line: OrderLineTable;
  payment: PaymentTable;
  kitchen_ticket: KitchenTicketTable;
  print_job: PrintJobTable;
  setting: SettingTable;
};
