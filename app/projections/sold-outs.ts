import type { SoldOutTarget } from '../domain/menu.ts';
import type { StoreEvent } from '../domain/store-event.ts';
import type { Projection } from '../journal/journal.ts';
import { query } from '../journal/query.ts';
import { statement } from '../journal/sql.ts';
import type { SoldOutTable } from '../journal/tables.ts';

const upsert = statement<SoldOutTable>()((place) =>
  query
    .insertInto('sold_out')
    .values({
      target: place('target'),
      since: place('since'),
      until: place('until'),
      reason: place('reason'),
    })
    .onConflict((conflict) =>
      conflict
        .column('target')
        .doUpdateSet({ since: place('since'), until: place('until'), reason: place('reason') }),
    ),
);
const remove = statement<{ target: string }>()((place) =>
  query.deleteFrom('sold_out').where('target', '=', place('target')),
);
const removeAll = statement<object>()(() => query.deleteFrom('sold_out'));

/** What is out, until it is said to be back; one with an end stays here past it, and counts no more. */
export const soldOuts: Projection<StoreEvent> = {
  name: 'sold-outs',
  topicsOf: (event) => (event.type.startsWith('menu.') ? ['sold-outs'] : []),
  apply(sql, facts) {
    for (const { event, at } of facts) {
      if (event.type === 'menu.back') {
        sql.run(remove, { target: targetKey(event.data.target) });
      } else if (event.type === 'menu.sold-out') {
        const { target, until, reason } = event.data;
        sql.run(upsert, {
          target: targetKey(target),
          since: at,
          until: until ?? null,
          reason: reason ?? null,
        });
      }
    }
  },
  empty(sql) {
    sql.run(removeAll, {});
  },
};

/** The same target has the same text, in whatever order its fields were written. */
export function targetKey(target: SoldOutTarget): string {
  switch (target.kind) {
    case 'product':
      return JSON.stringify({ kind: target.kind, productId: target.productId });
    case 'variant':
      return JSON.stringify({
        kind: target.kind,
        productId: target.productId,
        sizeId: target.sizeId,
      });
    default:
      return JSON.stringify({ kind: target.kind, ingredientId: target.ingredientId });
  }
}
