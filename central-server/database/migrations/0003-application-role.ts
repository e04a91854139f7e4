import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The role under which the centre works. It may read and add to the journal and the alarms, never
 * change or delete them: the evidence of a sale outlives any fault of ours.
 */
export const applicationRole: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};

const STATEMENTS = [
  // A role belongs to the whole server, a database to itself: another database may have made it.
  sql`do $$ begin
    create role oc_pizza_application nologin;
  exception when duplicate_object or unique_violation then null;
  end $$`,
  sql`do $$ begin
    execute format('grant oc_pizza_application to %I', current_user);
  end $$`,
  sql`grant usage on schema public to oc_pizza_application`,
  sql`grant select, insert on journal, alarm, cancellation, orders, order_line
    to oc_pizza_application`,
  sql`grant select, insert, update on store, store_head, store_presence, order_state, payment,
    sales_hour, product_day to oc_pizza_application`,
  sql`grant select, insert, update, delete on enrolment_code, account, session, attempt
    to oc_pizza_application`,
];
