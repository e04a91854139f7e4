import { customerSearchOf } from '#app/domain/customer/search-text.ts';
import { plain } from '#app/domain/search.ts';

import type { StoreContext } from '../context.ts';
import { customerAt, rowsWithDigits, rowsWithWords } from './customer-rows.ts';
import { type CustomerView, customerView } from './customer-view.ts';
import { figuresOf } from './orders-of-customer.ts';

/** As many as fit below the field without scrolling. */
const SHOWN_MAX = 7;
/** Compared by their last order, out of perhaps thousands that begin alike. */
const CANDIDATES_MAX = 40;

type Candidate = { readonly id: string; readonly rank: number; readonly lastOrderAt: string };

/**
 * Customers by a part of a number, or by the beginnings of words of their name, street or town. First
 * those whose name begins as typed, then by their last order.
 */
export function searchCustomers(
  context: Pick<StoreContext, 'sql' | 'area' | 'now'>,
  text: string,
): CustomerView[] {
  const { sql } = context;
  const search = customerSearchOf(text);
  if (search.kind === 'words' && search.words.length === 0) return [];
  const rows =
    search.kind === 'digits'
      ? rowsWithDigits(sql, search.digits, CANDIDATES_MAX)
      : rowsWithWords(sql, search.words, CANDIDATES_MAX);
  const typed = plain(text);
  return rows
    .flatMap((row): Candidate[] => {
      const customer = customerAt(sql, row);
      if (customer === undefined) return [];
      const isNameBegun = plain(customer.name).startsWith(typed);
      const lastOrderAt = figuresOf(sql, customer.id).lastOrderAt ?? '';
      return [{ id: customer.id, rank: isNameBegun ? 0 : 1, lastOrderAt }];
    })
    .sort(
      (left, right) => left.rank - right.rank || right.lastOrderAt.localeCompare(left.lastOrderAt),
    )
    .slice(0, SHOWN_MAX)
    .flatMap(({ id }) => customerView(context, id) ?? []);
}
