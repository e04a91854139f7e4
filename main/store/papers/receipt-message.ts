import type { Sql } from '#app/journal/sql.ts';
import { customerReceipt } from '#app/receipt/customer-receipt.ts';
import { toText } from '#app/receipt/text.ts';

import type { Message } from '../../readers/mail-queue.ts';
import { SOFTWARE } from '../../software.ts';
import type { StoreIdentity } from '../context.ts';
import { receiptFacts } from './receipt-facts.ts';

/** Characters of a printed receipt of 80 mm. */
const COLUMNS = 48;

/** The receipt of an order as an e-mail: nothing about the customer is in it, and nothing is sold. */
export function receiptMessage({
  sql,
  store,
}: {
  readonly sql: Sql;
  readonly store: StoreIdentity;
}): (orderId: string) => Message {
  return (orderId) => {
    const facts = receiptFacts({ sql, store, orderId, copy: 0, software: SOFTWARE });
    const blocks = customerReceipt(facts);
    const text = toText(blocks, COLUMNS);
    return {
      subject: `Votre ticket ${store.name}, commande n°\u00a0${facts.number}`,
      text,
      html: page(store.name, text),
    };
  };
}

/** A picture would not be shown by most mail programs: the receipt is text of fixed width. */
function page(title: string, text: string): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body style="background:#faf7f2;margin:0;padding:24px"><pre style="background:#fff;color:#17181c;display:inline-block;font:14px/1.45 ui-monospace,Menlo,Consolas,monospace;margin:0;padding:24px;border-radius:12px">${escaped(text)}</pre></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
