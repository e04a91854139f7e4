import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { MenuView, StoreContract } from '#app/contract/store.ts';
import type { SoldOutTarget } from '#app/domain/menu.ts';
import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';
import { accept, refuse } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import { doerOf } from '../doer.ts';

type MenuMethods = Pick<
  Handlers<StoreContract, Caller>,
  'menu.current' | 'menu.sold-outs' | 'menu.mark-sold-out' | 'menu.mark-back'
>;

export type SoldOut = {
  readonly target: SoldOutTarget;
  readonly since: string;
  readonly until?: string;
  readonly reason?: string;
};

const allRows = statement<object>()(() =>
  query.selectFrom('sold_out').selectAll().orderBy('since').orderBy('target'),
);

/**
 * What was marked, by database, until the journal says otherwise: every sale asks, and a shop marks
 * a thing or two a day.
 */
const marked = new WeakMap<Sql, readonly SoldOut[]>();

/** What is out at an instant (ISO 8601, UTC): what was to come back by then is not. */
export function soldOutsNow(sql: Sql, now: string): SoldOut[] {
  const known = marked.get(sql) ?? readMarked(sql);
  marked.set(sql, known);
  return known.filter(({ until }) => until === undefined || until > now);
}

function readMarked(sql: Sql): SoldOut[] {
  return sql.all(allRows, {}).map((row) => ({
    // Written by our own projection.
    target: JSON.parse(row.target) as SoldOutTarget,
    since: row.since,
    ...(row.until === null ? {} : { until: row.until }),
    ...(row.reason === null ? {} : { reason: row.reason }),
  }));
}

/** What can be sold here, and what is out. */
export function menuHandlers(context: StoreContext): MenuMethods {
  const { sql, journal, menu } = context;
  journal.onAppended((_topics, events) => {
    if (events.some(({ type }) => type.startsWith('menu.'))) marked.delete(sql);
  });
  return {
    // The wire only reads it: the contract's arrays are mutable, the menu's are not.
    'menu.current': () => accept(menu as MenuView),
    'menu.sold-outs': () => accept(soldOutsNow(sql, context.now())),
    'menu.mark-sold-out'({ target, until, reason }, caller) {
      if (!isKnown(context, target)) return refuse({ code: 'menu.unknown' });
      return journal.decideOn('menu', () =>
        accept({
          events: [
            {
              type: 'menu.sold-out',
              data: {
                target,
                ...(until === undefined ? {} : { until }),
                ...(reason === undefined ? {} : { reason }),
                ...doerOf(caller),
              },
            },
          ],
          value: {},
        }),
      );
    },
    'menu.mark-back'({ target }, caller) {
      const isOut = soldOutsNow(sql, '').some(
        (known) => JSON.stringify(known.target) === JSON.stringify(target),
      );
      if (!isOut) return accept({});
      return journal.decideOn('menu', () =>
        accept({ events: [{ type: 'menu.back', data: { target, ...doerOf(caller) } }], value: {} }),
      );
    },
  };
}

function isKnown({ menu }: StoreContext, target: SoldOutTarget): boolean {
  if (target.kind === 'ingredient' || target.kind === 'extra')
    return menu.ingredients.some(({ id }) => id === target.ingredientId);
  const product = menu.products.find(({ id }) => id === target.productId);
  if (product === undefined || target.kind === 'product') return product !== undefined;
  return product.variants.some(({ sizeId }) => sizeId === target.sizeId);
}
