import type { ClientBase, Pool } from 'pg';

import { assert } from '#app/lib/assert.ts';
import { GENESIS, type Position } from '#app/journal/entry.ts';
import type { Batch, ReceivedEntry, Taken } from '#app/sync/receiver.ts';

import { INGEST } from './ingest-sql.ts';
import { read } from './projected-events.ts';

/** Prepared once a connection: planning it anew costs a tenth of a push. */
const NAME = 'ingest';

type Outcome = { readonly moved: boolean; readonly fresh: number | undefined };

/**
 * Stores and projects a batch in one transaction, and answers after its commit. The usual batch
 * follows the head of its store and is one statement; any other (repeated, overlapping, on another
 * branch) is looked into under the lock of the store. `batch` was verified.
 */
export async function ingest(
  pool: Pool,
  { origin, batch, at }: { readonly origin: string; readonly batch: Batch; readonly at: Date },
): Promise<Taken> {
  const json = asJson(batch.entries);
  if (json.unreadable.length === 0) {
    const { moved } = await run(pool, {
      origin,
      json: json.text,
      gate: batch.after.hash,
      head: batch.head,
      at,
    });
    if (moved) return 'taken';
  }
  const client = await pool.connect();
  try {
    await client.query('begin');
    const taken = await takeUnderLock(client, { origin, batch, at, json });
    await client.query(taken === 'gap' ? 'rollback' : 'commit');
    client.release();
    return taken;
  } catch (error) {
    // A connection whose transaction failed is not used again: closing it rolls back.
    client.release(true);
    throw error;
  }
}

type Json = { readonly text: string; readonly unreadable: readonly ReceivedEntry[] };

async function takeUnderLock(
  client: ClientBase,
  { origin, batch, at, json }: { origin: string; batch: Batch; at: Date; json: Json },
): Promise<Taken> {
  const head = await lockHead(client, origin);
  if (!(await holds(client, origin, batch.after))) return 'gap';
  const { moved, fresh } = await run(client, {
    origin,
    json: json.text,
    gate: head.hash,
    head: batch.head.seq > head.seq ? batch.head : head,
    at,
  });
  assert(moved, 'the head of a store stands still under its lock');
  for (const { seq, hash } of json.unreadable) {
    await raise(client, { storeId: origin, at, kind: 'unreadable', mark: `${seq} ${hash}` });
  }
  const forkedAt = fresh === undefined ? undefined : await fork(client, { batch, fresh, at });
  return forkedAt === undefined ? 'taken' : { forkedAt };
}

async function lockHead(client: ClientBase, origin: string): Promise<Position> {
  const { rows } = await client.query<Position>(
    'select seq, hash from store_head where store_id = $1 for update',
    [origin],
  );
  const [head] = rows;
  assert(head !== undefined, `store ${origin} has a head`);
  return head;
}

async function holds(client: ClientBase, origin: string, { seq, hash }: Position) {
  if (seq === GENESIS.seq) return hash === GENESIS.hash;
  const { rows } = await client.query(
    'select 1 from journal where origin = $1 and seq = $2 and hash = $3',
    [origin, seq, hash],
  );
  return rows.length > 0;
}

/**
 * The first entry that was not there before and whose place another one has. If both follow the
 * same entry, the journal has just split: an alarm is raised and the store set aside. Both
 * branches stay; their orders count once each.
 */
async function fork(
  client: ClientBase,
  { batch, fresh, at }: { batch: Batch; fresh: number; at: Date },
): Promise<Position | undefined> {
  const [first] = batch.entries;
  assert(first !== undefined, 'a batch has an entry');
  const { origin } = first;
  const { rows } = await client.query<{ seq: number; parent: string }>(
    `select seq, parent from journal
     where origin = $1 and seq between $2 and $3 and not (hash = any($4))
     order by seq`,
    [origin, fresh, batch.head.seq, batch.entries.map(({ hash }) => hash)],
  );
  const [other] = rows;
  if (other === undefined) return undefined;
  const second = batch.entries[other.seq - first.seq];
  assert(second !== undefined, 'the place of the other entry is within the batch');
  const place = { seq: second.seq, hash: second.hash };
  if (rows.some(({ seq, parent }) => seq === second.seq && parent === second.parent)) {
    await raise(client, { storeId: origin, at, kind: 'fork', mark: `${place.seq} ${place.hash}` });
    await client.query(
      'update store set set_aside_at = coalesce(set_aside_at, $2) where store_id = $1',
      [origin, at],
    );
  }
  return place;
}

export type AlarmKind = 'fork' | 'cloned' | 'unreadable';

/** Written once, however often it is raised. */
export async function raise(
  client: Pick<ClientBase, 'query'>,
  alarm: {
    readonly storeId: string;
    readonly at: Date;
    readonly kind: AlarmKind;
    readonly mark: string;
  },
): Promise<void> {
  await client.query(
    'insert into alarm (store_id, at, kind, mark) values ($1, $2, $3, $4) on conflict do nothing',
    [alarm.storeId, alarm.at, alarm.kind, alarm.mark],
  );
}

async function run(
  client: Pick<ClientBase, 'query'>,
  {
    origin,
    json,
    gate,
    head,
    at,
  }: { origin: string; json: string; gate: string; head: Position; at: Date },
): Promise<Outcome> {
  const { rows } = await client.query<{ moved: number; fresh: number | null }>({
    name: NAME,
    text: INGEST,
    values: [json, origin, gate, head.seq, head.hash, at],
  });
  const [row] = rows;
  assert(row !== undefined, 'the statement answers one row');
  return { moved: row.moved > 0, fresh: row.fresh ?? undefined };
}

/** The one parameter the statement takes the batch from. Texts that count go in as they are. */
export function asJson(entries: readonly ReceivedEntry[]): Json {
  const unreadable: ReceivedEntry[] = [];
  const items = entries.map((entry) => {
    const { seq, hash, parent, text } = entry;
    const reading = read(entry);
    if (reading === 'unreadable') unreadable.push(entry);
    const rest = reading === 'counted' ? `"content":${text}` : `"text":${JSON.stringify(text)}`;
    return `{"seq":${seq},"hash":"${hash}","parent":"${parent}",${rest}}`;
  });
  return { text: `[${items.join(',')}]`, unreadable };
}
