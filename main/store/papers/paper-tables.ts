import type { Generated } from 'kysely';

import { query } from '#app/journal/query.ts';

/** Who an invoice was made for (migration 006). Beside the journal, which knows its number only. */
export type InvoiceBuyerTable = {
  invoice_number: string;
  order_id: string;
  name: string;
  address_lines: string;
  siren: string | null;
  vat_id: string | null;
  issued_at: string;
};

/** Receipts to be sent by e-mail. A row is deleted once its message has left, or cannot. */
export type OutgoingMailTable = {
  mail_id: Generated<number>;
  order_id: string;
  address: string;
  asked_at: string;
  tries: number;
  next_try_at: string;
};

export type PaperTables = { invoice_buyer: InvoiceBuyerTable; outgoing_mail: OutgoingMailTable };

/** Builds queries on these tables and on those of the journal; runs none. */
export const papers = query.withTables<PaperTables>();
