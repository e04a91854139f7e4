import type { Kysely } from 'kysely';

/** Who sells, as receipts must name it: address, SIRET, VAT number. */
export const sellers = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('store').addColumn('seller', 'jsonb').execute();
  },
};
