import type { CentreDatabase } from '../database/tables.ts';

export type StoreSeed = {
  readonly id: string;
  readonly name: string;
  readonly status: 'open' | 'planned';
  readonly zone: string;
  readonly cutOff: string;
  /** As receipts must name the seller; absent: no digital receipts. */
  readonly addressLines?: readonly string[];
  readonly siret?: string;
  readonly vatId?: string;
};

/** Puts the stores of the chain in place. What is there already keeps its key and its journal. */
export async function putStores(db: CentreDatabase, stores: readonly StoreSeed[]): Promise<void> {
  if (stores.length === 0) return;
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('store')
      .values(
        stores.map(({ id, name, status, zone, cutOff, ...seller }) => ({
          store_id: id,
          name,
          is_open: status === 'open',
          zone,
          cut_off: cutOff,
          public_key: null,
          enrolled_at: null,
          revoked_at: null,
          set_aside_at: null,
          seller: sellerText(seller),
        })),
      )
      .onConflict((conflict) =>
        conflict.column('store_id').doUpdateSet((row) => ({
          name: row.ref('excluded.name'),
          is_open: row.ref('excluded.is_open'),
          zone: row.ref('excluded.zone'),
          cut_off: row.ref('excluded.cut_off'),
          seller: row.ref('excluded.seller'),
        })),
      )
      .execute();
    await tx
      .insertInto('store_head')
      .values(stores.map(({ id }) => ({ store_id: id, seq: 0, hash: '', received_at: null })))
      .onConflict((conflict) => conflict.column('store_id').doNothing())
      .execute();
  });
}

function sellerText({
  addressLines,
  siret,
  vatId,
}: Pick<StoreSeed, 'addressLines' | 'siret' | 'vatId'>): string | null {
  if (addressLines === undefined || siret === undefined || vatId === undefined) return null;
  return JSON.stringify({ addressLines, siret, vatId });
}

/**
 * Makes the key of a store worthless: its open connections end within seconds (watch.ts), new ones
 * are refused. Answers false for a store that is not there.
 */
export async function revokeStore(
  db: CentreDatabase,
  storeId: string,
  now: () => number = Date.now,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('store')
    .set({ revoked_at: new Date(now()) })
    .where('store_id', '=', storeId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
