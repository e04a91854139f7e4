import { type Sql, statement } from '#app/journal/sql.ts';
import { isoAt } from '#app/lib/time.ts';

import { people } from '../../database/people-tables.ts';

/** A session as it stands in memory; times in milliseconds since 1970. */
export type KeptSession = {
  readonly employeeId: string;
  readonly since: string;
  touchedAtMs: number;
  /** When it was last written to the database. */
  writtenAtMs: number;
  lockedAtMs: number | undefined;
};

const allSessions = statement<object>()(() => people.selectFrom('till_session').selectAll());
const keep = statement<{
  device: string;
  employeeId: string;
  since: string;
  touchedAt: string;
  lockedAt: string | null;
}>()((place) =>
  people
    .insertInto('till_session')
    .values({
      device: place('device'),
      employee_id: place('employeeId'),
      since: place('since'),
      touched_at: place('touchedAt'),
      locked_at: place('lockedAt'),
    })
    .onConflict((conflict) =>
      conflict.column('device').doUpdateSet({
        employee_id: place('employeeId'),
        since: place('since'),
        touched_at: place('touchedAt'),
        locked_at: place('lockedAt'),
      }),
    ),
);
const remove = statement<{ device: string }>()((place) =>
  people.deleteFrom('till_session').where('device', '=', place('device')),
);

/** All sessions of before, by device. */
export function readSessions(sql: Sql): Map<string, KeptSession> {
  return new Map(
    sql.all(allSessions, {}).map((row) => [
      row.device,
      {
        employeeId: row.employee_id,
        since: row.since,
        touchedAtMs: Date.parse(row.touched_at),
        writtenAtMs: Date.parse(row.touched_at),
        lockedAtMs: row.locked_at === null ? undefined : Date.parse(row.locked_at),
      },
    ]),
  );
}

export function writeSession(sql: Sql, device: string, session: KeptSession): void {
  const { employeeId, since, touchedAtMs, lockedAtMs } = session;
  session.writtenAtMs = touchedAtMs;
  sql.run(keep, {
    device,
    employeeId,
    since,
    touchedAt: isoAt(touchedAtMs),
    lockedAt: lockedAtMs === undefined ? null : isoAt(lockedAtMs),
  });
}

export function removeSession(sql: Sql, device: string): void {
  sql.run(remove, { device });
}
