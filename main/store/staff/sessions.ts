import type { Sql } from '#app/journal/sql.ts';

import type { Employee, Employees } from './employees.ts';
import { type KeptSession, readSessions, removeSession, writeSession } from './session-rows.ts';

/** A screen locks itself after this long without a touch … */
export const LOCK_AFTER_SECONDS = 180;
/** … and the node does after this, whatever the screen does. Views that refresh are no touch. */
const NODE_LOCK_AFTER_MS = 15 * 60_000;
/** A till locked for that long belongs to whoever comes: its owner has gone home. */
const ABANDONED_AFTER_MS = 30 * 60_000;
/** A touch is written this often at most; a restart then knows when the till was last used. */
const TOUCH_EVERY_MS = 60_000;

export type Session = {
  readonly employee: Employee;
  readonly isLocked: boolean;
  /** Locked for so long that anybody may begin a session of their own. */
  readonly isAbandoned: boolean;
};

export type Sessions = {
  readonly at: (device: string) => Session | undefined;
  /** Begins a session, over whichever was there; opens a locked one. */
  readonly begin: (device: string, employeeId: string) => void;
  readonly end: (device: string) => void;
  readonly lock: (device: string) => void;
  /** A person did something at this device. */
  readonly touch: (device: string) => void;
  readonly devices: () => readonly string[];
};

/**
 * Who is signed in on which device. Kept in the database, so that a node that restarts in the middle
 * of a service sends nobody back to the sign-in screen. `now` is ISO 8601 UTC.
 */
export function openSessions({
  sql,
  employees,
  now,
}: {
  readonly sql: Sql;
  readonly employees: Employees;
  readonly now: () => string;
}): Sessions {
  const kept = readSessions(sql);
  const nowMs = () => Date.parse(now());

  /** By the person, or by itself when nobody touched it for long. */
  function lockedSince(session: KeptSession): number | undefined {
    if (session.lockedAtMs !== undefined) return session.lockedAtMs;
    const silentFromMs = session.touchedAtMs + NODE_LOCK_AFTER_MS;
    return nowMs() >= silentFromMs ? silentFromMs : undefined;
  }

  return {
    at(device) {
      const session = kept.get(device);
      if (session === undefined) return undefined;
      const employee = employees.find(session.employeeId);
      // Somebody who no longer works here has no session.
      if (employee === undefined) return undefined;
      const since = lockedSince(session);
      const isAbandoned = since !== undefined && nowMs() - since >= ABANDONED_AFTER_MS;
      return { employee, isLocked: since !== undefined, isAbandoned };
    },
    begin(device, employeeId) {
      const at = now();
      const session: KeptSession = {
        employeeId,
        since: at,
        touchedAtMs: Date.parse(at),
        writtenAtMs: 0,
        lockedAtMs: undefined,
      };
      kept.set(device, session);
      writeSession(sql, device, session);
    },
    end(device) {
      kept.delete(device);
      removeSession(sql, device);
    },
    lock(device) {
      const session = kept.get(device);
      if (session === undefined || session.lockedAtMs !== undefined) return;
      session.lockedAtMs = lockedSince(session) ?? nowMs();
      writeSession(sql, device, session);
    },
    touch(device) {
      const session = kept.get(device);
      if (session === undefined || lockedSince(session) !== undefined) return;
      session.touchedAtMs = nowMs();
      if (session.touchedAtMs - session.writtenAtMs >= TOUCH_EVERY_MS)
        writeSession(sql, device, session);
    },
    devices: () => [...kept.keys()],
  };
}
