import type { StoreContext } from '../context.ts';
import { customersWithNumber } from './customer-rows.ts';
import { type CustomerView, customerView } from './customer-view.ts';

/** All customers with a number (E.164), who ordered last first: a call only suggests one of them. */
export function customersOfNumber(
  context: Pick<StoreContext, 'sql' | 'area' | 'now'>,
  e164: string,
): CustomerView[] {
  return customersWithNumber(context.sql, e164)
    .flatMap((customerId) => customerView(context, customerId) ?? [])
    .sort((left, right) => (right.lastOrderAt ?? '').localeCompare(left.lastOrderAt ?? ''));
}
