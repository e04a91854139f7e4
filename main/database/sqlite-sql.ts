import type Database from 'better-sqlite3';

import { type Sql, type Statement, valuesInOrder } from '#app/journal/sql.ts';

/** Runs compiled statements on one connection, preparing each once. */
export function sqliteSql(database: Database.Database): Sql {
  const prepared = new Map<Statement<never, unknown>, Database.Statement>();

  function prepare(statement: Statement<never, unknown>): Database.Statement {
    const known = prepared.get(statement);
    if (known !== undefined) return known;
    const fresh = database.prepare(statement.sql);
    prepared.set(statement, fresh);
    return fresh;
  }
  const begin = database.prepare('begin immediate');
  const commit = database.prepare('commit');
  const rollback = database.prepare('rollback');

  return {
    run: (statement, values) =>
      prepare(statement as Statement<never, unknown>).run(valuesInOrder(statement, values)).changes,
    all: <Values, Row>(statement: Statement<Values, Row>, values: Values) =>
      prepare(statement as Statement<never, unknown>).all(
        valuesInOrder(statement, values),
      ) as Row[],
    get: <Values, Row>(statement: Statement<Values, Row>, values: Values) =>
      prepare(statement as Statement<never, unknown>).get(valuesInOrder(statement, values)) as
        | Row
        | undefined,
    transaction(work) {
      begin.run();
      try {
        const outcome = work();
        commit.run();
        return outcome;
      } catch (fault) {
        // NOTE: on a full disk SQLite may have rolled back by itself already.
        if (database.inTransaction) rollback.run();
        throw fault;
      }
    },
  };
}
