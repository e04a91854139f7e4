import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';

import { accept } from '#app/lib/result.ts';

import type { StoreContext } from '../../context.ts';

const markPrinted = statement<object>()(() =>
  query.updateTable('print_job').set({ state: 'printed' }).where('state', '=', 'queued'),
);

/** The printer of the training world: what is asked of it counts as printed, and no paper moves. */
export function printNowhere({
  sql,
  since,
  announce,
}: {
  readonly sql: Sql;
  readonly since: string;
  readonly announce: (topics: readonly string[]) => void;
}): StoreContext['printing'] {
  return {
    nudge() {
      if (sql.run(markPrinted, {}) > 0) announce(['prints', 'orders']);
    },
    status: () => ({ status: 'ready', detail: 'FACTICE : rien n’est imprimé', since }),
    // The drawer never opens for somebody who practises.
    openDrawer: () => Promise.resolve(accept({})),
  };
}
