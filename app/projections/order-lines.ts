import { partShares } from '../domain/order/edit/figures.ts';
import type { StandingLine } from '../domain/order/state.ts';
import { query } from '../journal/query.ts';
import { type Sql, statement } from '../journal/sql.ts';
import type { OrderLineTable } from '../journal/tables.ts';

const insertLine = statement<OrderLineTable>()((place) =>
  query.insertInto('order_line').values({
    order_id: place('order_id'),
    line: place('line'),
    product_id: place('product_id'),
    size_id: place('size_id'),
    kind: place('kind'),
    quantity: place('quantity'),
    gross_cents: place('gross_cents'),
    line_id: place('line_id'),
    quarters: place('quarters'),
  }),
);
const deleteLines = statement<{ orderId: string }>()((place) =>
  query.deleteFrom('order_line').where('order_id', '=', place('orderId')),
);
export const emptyLines = statement<object>()(() => query.deleteFrom('order_line'));

/** Of a whole one. */
const QUARTERS = 4;

export function insertLines(sql: Sql, orderId: string, lines: readonly StandingLine[]): void {
  let row = 0;
  for (const line of lines)
    for (const share of sharesOf(line)) {
      row += 1;
      sql.run(insertLine, {
        order_id: orderId,
        line: row,
        size_id: line.sizeId,
        kind: line.kind,
        line_id: line.lineId,
        ...share,
      });
    }
}

export function replaceLines(sql: Sql, orderId: string, lines: readonly StandingLine[]): void {
  sql.run(deleteLines, { orderId });
  insertLines(sql, orderId, lines);
}

type Share = Pick<OrderLineTable, 'product_id' | 'quantity' | 'gross_cents' | 'quarters'>;

/** The line itself, or each of its parts. */
function sharesOf({ productId, quantity, grossCents, parts }: StandingLine): Share[] {
  if (parts === undefined) {
    return [
      {
        product_id: productId,
        quantity,
        gross_cents: grossCents,
        quarters: QUARTERS * quantity,
      },
    ];
  }
  const shares = partShares(grossCents, parts);
  return parts.map((part, index) => ({
    product_id: part.productId,
    quantity: index === 0 ? quantity : 0,
    gross_cents: shares[index] ?? 0,
    quarters: part.quarters * quantity,
  }));
}
