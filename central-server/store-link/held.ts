import type { Pool } from 'pg';

import { GENESIS, type Position } from '#app/journal/entry.ts';
import type { Held } from '#app/sync/receiver.ts';

/** The newest of `probes` that the centre holds, and where the journal of the store has split. */
export async function held(pool: Pool, origin: string, probes: readonly Position[]): Promise<Held> {
  const { rows } = await pool.query<Position>(
    `select found.seq, found.hash
     from json_to_recordset($2::json) as probe(seq bigint, hash text)
       cross join lateral (
         select seq, hash from journal
         where origin = $1 and seq = probe.seq and hash = probe.hash limit 1
       ) as found
     order by found.seq desc limit 1`,
    [origin, JSON.stringify(probes)],
  );
  const forkedAt = await openFork(pool, origin);
  const position = rows[0] ?? GENESIS;
  return forkedAt === undefined ? { position } : { position, forkedAt };
}

async function openFork(pool: Pool, origin: string): Promise<Position | undefined> {
  const { rows } = await pool.query<{ mark: string }>(
    `select mark from alarm join store using (store_id)
     where store_id = $1 and kind = 'fork' and set_aside_at is not null
     order by alarm_id desc limit 1`,
    [origin],
  );
  const [seq, hash] = rows[0]?.mark.split(' ') ?? [];
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash };
}
