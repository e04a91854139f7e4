import pg from 'pg';

const PROJECTIONS = {
  orders: 'store_id, order_id',
  order_line: 'store_id, order_id, revision, line',
  order_state: 'store_id, order_id',
  cancellation: 'store_id, order_id',
  adjustment: 'store_id, order_id, kind, adjustment_id',
  payment: 'store_id, payment_id',
  sales_hour: 'store_id, business_day, hour',
  product_day: 'store_id, business_day, product_id',
};
const JOURNAL = { journal: 'origin, seq, hash' };

/** Every row that comes from the journals, and with `journal` the journals themselves. */
export async function rowsIn(url: string, journal = true): Promise<Record<string, unknown[]>> {
  const client = new pg.Client(url);
  await client.connect();
  const rows: Record<string, unknown[]> = {};
  for (const [table, order] of Object.entries({ ...PROJECTIONS, ...(journal ? JOURNAL : {}) })) {
    // The order and time of arrival differ between two ways of sending the same.
    const columns = table === 'journal' ? 'origin, seq, hash, parent, text' : '*';
    const found = await client.query(`select ${columns} from ${table} order by ${order}`);
    rows[table] = found.rows;
  }
  await client.end();
  return rows;
}
