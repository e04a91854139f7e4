import type { Batch, ReceivedEntry, ReceiverStore } from '../sync/receiver.ts';
import { type Entry, GENESIS, type Position } from './entry.ts';
import { query } from './query.ts';
import { type Sql, statement } from './sql.ts';

const isHeld = statement<{ origin: string; seq: number; hash: string }>()((place) =>
  query
    .selectFrom('journal')
    .select('seq')
    .where('origin', '=', place('origin'))
    .where('seq', '=', place('seq'))
    .where('hash', '=', place('hash')),
);
const heldBetween = statement<{ origin: string; first: number; last: number }>()((place) =>
  query
    .selectFrom('journal')
    .select(['seq', 'hash'])
    .where('origin', '=', place('origin'))
    .where('seq', '>=', place('first'))
    .where('seq', '<=', place('last')),
);
const insertReceived = statement<Entry & { stream: string }>()((place) =>
  query
    .insertInto('journal')
    .values({
      origin: place('origin'),
      seq: place('seq'),
      hash: place('hash'),
      parent: place('parent'),
      stream: place('stream'),
      text: place('text'),
    })
    .onConflict((conflict) => conflict.columns(['origin', 'seq', 'hash']).doNothing()),
);
const alarmOf = statement<{ name: string }>()((place) =>
  query.selectFrom('setting').select('value').where('name', '=', place('name')),
);
const raiseAlarm = statement<{ name: string; value: string }>()((place) =>
  query
    .insertInto('setting')
    .values({ name: place('name'), value: place('value') })
    .onConflict((conflict) => conflict.column('name').doNothing()),
);

/**
 * Keeps on SQLite what other nodes have written. `project` is called inside the transaction with
 * the entries that were not there before, in order; what it throws undoes the whole batch.
 */
export function openReceived({
  sql,
  project,
}: {
  readonly sql: Sql;
  readonly project: (sql: Sql, entries: readonly ReceivedEntry[]) => void;
}): ReceiverStore {
  return {
    holds(origin, probes) {
      const held = probes.find((probe) => holds(sql, origin, probe));
      return { position: held ?? GENESIS, forkedAt: forkAlarm(sql, origin) };
    },
    take: (origin, batch) =>
      sql.transaction(() => {
        if (!holds(sql, origin, batch.after)) return 'gap';
        const { fresh, forkedAt } = compare(sql, origin, batch);
        for (const entry of fresh) insert(sql, entry);
        if (forkedAt !== undefined)
          sql.run(raiseAlarm, { name: alarmName(origin), value: JSON.stringify(forkedAt) });
        if (fresh.length > 0) project(sql, fresh);
        return forkedAt === undefined ? 'taken' : { forkedAt };
      }),
  };
}

function holds(sql: Sql, origin: string, { seq, hash }: Position): boolean {
  if (seq === GENESIS.seq) return hash === GENESIS.hash;
  return sql.get(isHeld, { origin, seq, hash }) !== undefined;
}

/** What of a batch is not here yet, and the first of it whose place another entry has. */
function compare(
  sql: Sql,
  origin: string,
  { after, entries, head }: Batch,
): { fresh: readonly ReceivedEntry[]; forkedAt: Position | undefined } {
  const rows = sql.all(heldBetween, { origin, first: after.seq + 1, last: head.seq });
  if (rows.length === 0) return { fresh: entries, forkedAt: undefined };
  const hashes = new Set(rows.map((row) => row.hash));
  const places = new Set(rows.map((row) => row.seq));
  const fresh = entries.filter((entry) => !hashes.has(entry.hash));
  const second = fresh.find((entry) => places.has(entry.seq));
  return { fresh, forkedAt: second && { seq: second.seq, hash: second.hash } };
}

function insert(sql: Sql, { content, ...entry }: ReceivedEntry): void {
  sql.run(insertReceived, { ...entry, stream: content.stream });
}

function forkAlarm(sql: Sql, origin: string): Position | undefined {
  const alarm = sql.get(alarmOf, { name: alarmName(origin) });
  return alarm === undefined ? undefined : (JSON.parse(alarm.value) as Position);
}

/** Set when a second branch of a journal comes in; removed by whoever settles the matter. */
export function alarmName(origin: string): string {
  return `fork.${origin}`;
}
