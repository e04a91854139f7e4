import { waitAfterWrongPins } from '#app/domain/staff/wrong-pins.ts';
import { type Sql, statement } from '#app/journal/sql.ts';
import { isoAt } from '#app/lib/time.ts';

import { people } from '../../database/people-tables.ts';

/**
 * Counts all devices together: whoever holds the key of a till can call themselves another till at
 * each try. Five tills may each be wrong five times before that.
 */
const ANY_DEVICE = '*';
const FREE_ON_ANY_DEVICE = 25;

const attemptOf = statement<{ id: string; device: string }>()((place) =>
  people
    .selectFrom('pin_attempt')
    .selectAll()
    .where('employee_id', '=', place('id'))
    .where('device', '=', place('device')),
);
const keepAttempt = statement<{
  id: string;
  device: string;
  wrong: number;
  lockedUntil: string | null;
}>()((place) =>
  people
    .insertInto('pin_attempt')
    .values({
      employee_id: place('id'),
      device: place('device'),
      wrong: place('wrong'),
      locked_until: place('lockedUntil'),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['employee_id', 'device'])
        .doUpdateSet({ wrong: place('wrong'), locked_until: place('lockedUntil') }),
    ),
);
const forget = statement<{ id: string; device: string }>()((place) =>
  people
    .deleteFrom('pin_attempt')
    .where('employee_id', '=', place('id'))
    .where('device', 'in', [place('device'), ANY_DEVICE]),
);

export type PinAttempts = {
  /** Until when nobody may try for this employee on this device. */
  readonly lockedUntil: (employeeId: string, device: string) => string | undefined;
  /**
   * Counts a try as wrong before it is checked, durably: a power cut gives none back. Answers how
   * many were wrong in a row on this device, and until when the next must wait if it is wrong.
   */
  readonly begin: (
    employeeId: string,
    device: string,
  ) => { readonly wrong: number; readonly lockedUntil: string | undefined };
  /** The PIN was right. */
  readonly clear: (employeeId: string, device: string) => void;
};

/** Tries of PINs, by employee and device. `now` is ISO 8601 UTC. */
export function pinAttempts(sql: Sql, now: () => string): PinAttempts {
  function count(employeeId: string, device: string, free?: number) {
    const wrong = (sql.get(attemptOf, { id: employeeId, device })?.wrong ?? 0) + 1;
    const waitMs = waitAfterWrongPins(wrong, free);
    const lockedUntil = waitMs === 0 ? null : isoAt(Date.parse(now()) + waitMs);
    sql.run(keepAttempt, { id: employeeId, device, wrong, lockedUntil });
    return { wrong, lockedUntil };
  }
  return {
    lockedUntil(employeeId, device) {
      const waits = [device, ANY_DEVICE].flatMap((each) => {
        const until = sql.get(attemptOf, { id: employeeId, device: each })?.locked_until ?? '';
        return until > now() ? [until] : [];
      });
      return waits.sort().at(-1);
    },
    begin(employeeId, device) {
      return sql.transaction(() => {
        const here = count(employeeId, device);
        const anywhere = count(employeeId, ANY_DEVICE, FREE_ON_ANY_DEVICE);
        const until = [here.lockedUntil ?? '', anywhere.lockedUntil ?? ''].sort().at(-1);
        return { wrong: here.wrong, lockedUntil: until === '' ? undefined : until };
      });
    },
    clear: (employeeId, device) => void sql.run(forget, { id: employeeId, device }),
  };
}
