import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { isSiren } from '#app/domain/siren.ts';
import { dueCents } from '#app/domain/order/state.ts';
import { type Sql, statement } from '#app/journal/sql.ts';
import { accept, type Result, refuse } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import { doerOf } from '../doer.ts';
import { orderOf } from '../run-order.ts';
import { type InvoiceBuyerTable, papers } from './paper-tables.ts';

type Issue = Handlers<StoreContract, Caller>['invoice.issue'];
type Company = Parameters<Issue>[0]['company'];

const buyerOf = statement<{ orderId: string }>()((place) =>
  papers.selectFrom('invoice_buyer').selectAll().where('order_id', '=', place('orderId')),
);
const insertBuyer = statement<InvoiceBuyerTable>()((place) =>
  papers.insertInto('invoice_buyer').values({
    invoice_number: place('invoice_number'),
    order_id: place('order_id'),
    name: place('name'),
    address_lines: place('address_lines'),
    siren: place('siren'),
    vat_id: place('vat_id'),
    issued_at: place('issued_at'),
  }),
);

/** Who an order was invoiced to, and under which number; undefined where no invoice was made. */
export function invoiceOf(sql: Sql, orderId: string) {
  const row = sql.get(buyerOf, { orderId });
  if (row === undefined) return undefined;
  return {
    invoiceNumber: row.invoice_number,
    issuedAt: row.issued_at,
    name: row.name,
    // Written below, as the contract let it in.
    addressLines: JSON.parse(row.address_lines) as string[],
    ...(row.siren === null ? {} : { siren: row.siren }),
    ...(row.vat_id === null ? {} : { vatId: row.vat_id }),
  };
}

/** Enough for a century of a busy store. */
const DIGITS = 6;

/**
 * Makes an invoice from a receipt: a number in the store's own series without gaps, the buyer kept
 * with it and nowhere else, the turnover untouched (R-INV-01, R-INV-02). An order has one invoice;
 * asking again answers its number.
 */
export function issueInvoice(
  context: StoreContext,
  { orderId, company }: Parameters<Issue>[0],
  caller: Caller,
): Result<{ invoiceNumber: string }> {
  const { sql, journal, store } = context;
  const known = invoiceOf(sql, orderId);
  if (known !== undefined) return accept({ invoiceNumber: known.invoiceNumber });
  const order = orderOf(journal, orderId);
  if (order.status === 'draft') return refuse({ code: 'order.not-found' });
  if (order.status === 'cancelled') return refuse({ code: 'order.cancelled' });
  const due = dueCents(order);
  if (due > 0) return refuse({ code: 'order.not-paid', detail: { dueCents: due } });
  if (company.siren !== undefined && !isSiren(company.siren))
    return refuse({ code: 'invoice.bad-siren', detail: { siren: company.siren } });
  const at = context.now();
  const doer = doerOf(caller);
  // The series is a stream of its own: its length is the last number.
  return journal.decideOn('invoices', (past) => {
    const invoiceNumber = `${store.id}-${String(past.length + 1).padStart(DIGITS, '0')}`;
    // Within the transaction that writes the entry: both, or neither.
    sql.run(insertBuyer, rowOf(company, { invoiceNumber, orderId, at }));
    return accept({
      events: [{ type: 'invoice.issued', data: { orderId, invoiceNumber, ...doer } }],
      value: { invoiceNumber },
    });
  });
}

function rowOf(
  company: Company,
  { invoiceNumber, orderId, at }: { invoiceNumber: string; orderId: string; at: string },
): InvoiceBuyerTable {
  return {
    invoice_number: invoiceNumber,
    order_id: orderId,
    name: company.name,
    address_lines: JSON.stringify(company.addressLines),
    siren: company.siren ?? null,
    vat_id: company.vatId ?? null,
    issued_at: at,
  };
}
