import type { Pool } from 'pg';

/** How often what was heard is written down for the other processes and the next start. */
export const PRESENCE_WRITE_MS = 20_000;
/** Twice that and a little: a process that has just died is still believed for so long. */
export const PRESENCE_VALID_MS = 45_000;

export type Connection = {
  readonly storeId: string;
  readonly bootId: string;
  readonly publicKey: string;
  /** Tells the store that its key is no longer good, and hangs up. */
  readonly revoke: () => void;
};

/** Which stores this process is connected to, and when it last heard them. Milliseconds since 1970. */
export type Presence = {
  readonly add: (connection: Connection) => void;
  readonly remove: (connection: Connection) => void;
  readonly connections: () => readonly Connection[];
  readonly heard: (storeId: string) => void;
  readonly heardAtMs: (storeId: string) => number | undefined;
  readonly isConnected: (storeId: string) => boolean;
  /** Writes down for the other processes which stores are connected here. */
  readonly write: (pool: Pool) => Promise<void>;
};

/** Writes down that a store has hung up, unless it is connected elsewhere by now. */
export async function writeGone(
  pool: Pool,
  { storeId, bootId }: Connection,
  at: Date,
): Promise<void> {
  await pool.query(
    `update store_presence set heard_at = $3, boot_id = ''
     where store_id = $1 and boot_id = $2`,
    [storeId, bootId, at],
  );
}

export function openPresence(now: () => number): Presence {
  const connections = new Set<Connection>();
  const heardAt = new Map<string, number>();
  const isConnected = (storeId: string) =>
    [...connections].some((connection) => connection.storeId === storeId);
  return {
    add(connection) {
      connections.add(connection);
      heardAt.set(connection.storeId, now());
    },
    remove: (connection) => void connections.delete(connection),
    connections: () => [...connections],
    heard: (storeId) => void heardAt.set(storeId, now()),
    heardAtMs: (storeId) => (isConnected(storeId) ? now() : heardAt.get(storeId)),
    isConnected,
    async write(pool) {
      const rows = [...connections].map(({ storeId, bootId }) => ({ storeId, bootId }));
      if (rows.length === 0) return;
      await pool.query(
        `insert into store_presence (store_id, heard_at, boot_id)
         select distinct on ("storeId") "storeId", $2::timestamptz, "bootId"
         from json_to_recordset($1::json) as here("storeId" text, "bootId" text)
         on conflict (store_id) do update
         set heard_at = excluded.heard_at, boot_id = excluded.boot_id`,
        [JSON.stringify(rows), new Date(now())],
      );
    },
  };
}
