import type { CallEvent } from '#app/domain/caller-id.ts';
import { type Sql, statement } from '#app/journal/sql.ts';
import { accept, refuse, type Result } from '#app/lib/result.ts';
import { isoAt } from '#app/lib/time.ts';

import { type CallTable, people } from '../../database/people-tables.ts';

/** A call that ended stays on the screens this long: the customer may call back at once. */
const ENDED_SHOWN_MS = 2 * 60_000;
/** A source that lost its box may never tell the end of a call. */
const RINGING_SHOWN_MS = 5 * 60_000;
const ANSWERED_SHOWN_MS = 30 * 60_000;
/** Numbers are personal data: kept as long as a dispute about an order may need them. */
const KEPT_MS = 30 * 24 * 3_600_000;
/** More lines than any pizzeria has. */
const SHOWN_MAX = 20;

export type Call = {
  readonly callId: string;
  readonly lineId: string;
  readonly e164: string | undefined;
  readonly state: 'ringing' | 'answered' | 'ended';
  /** When it first rang, ISO 8601 UTC. */
  readonly at: string;
  /** The till that took it. */
  readonly device: string | undefined;
};

type CallRefusal = {
  readonly code: 'call.not-found' | 'call.taken';
  readonly detail?: Readonly<Record<string, string | number>>;
};

export type CallService = {
  /** What a caller-id source tells, already without repetitions (app/domain/caller-id.ts). */
  readonly take: (event: CallEvent) => void;
  /** Those a till should see now, in the order in which they rang. */
  readonly current: () => Call[];
  /** This till takes it; taken again by the same till, nothing changes. */
  readonly answer: (callId: string, device: string) => Result<Record<string, never>, CallRefusal>;
  readonly dismiss: (callId: string) => Result<Record<string, never>, CallRefusal>;
};

const byId = statement<{ callId: string }>()((place) =>
  people.selectFrom('call').selectAll().where('call_id', '=', place('callId')),
);
const recent = statement<{ after: string }>()((place) =>
  people
    .selectFrom('call')
    .selectAll()
    .where('changed_at', '>=', place('after'))
    .where('is_dismissed', '=', 0)
    .orderBy('at')
    .orderBy('call_id'),
);
const keep = statement<{
  callId: string;
  lineId: string;
  e164: string | null;
  state: string;
  at: string;
  changedAt: string;
}>()((place) =>
  people
    .insertInto('call')
    .values({
      call_id: place('callId'),
      line_id: place('lineId'),
      e164: place('e164'),
      state: place('state'),
      at: place('at'),
      changed_at: place('changedAt'),
      device: null,
      is_dismissed: 0,
    })
    .onConflict((conflict) =>
      conflict.column('call_id').doUpdateSet({
        e164: place('e164'),
        state: place('state'),
        changed_at: place('changedAt'),
        // A number that calls again is shown again.
        is_dismissed: 0,
      }),
    ),
);
const follow = statement<{ callId: string; state: string; changedAt: string }>()((place) =>
  people
    .updateTable('call')
    .set({ state: place('state'), changed_at: place('changedAt') })
    .where('call_id', '=', place('callId')),
);
const takeIt = statement<{ callId: string; device: string; changedAt: string }>()((place) =>
  people
    .updateTable('call')
    .set({ device: place('device'), changed_at: place('changedAt') })
    .where('call_id', '=', place('callId')),
);
const dismissIt = statement<{ callId: string }>()((place) =>
  people.updateTable('call').set({ is_dismissed: 1 }).where('call_id', '=', place('callId')),
);
const forgetOld = statement<{ before: string }>()((place) =>
  people.deleteFrom('call').where('changed_at', '<', place('before')),
);

/**
 * Who is on the telephone. Needs `sql`, `now` and `announce` of the context and keeps nothing itself,
 * so that it may be made wherever it is needed. All times are the node's: a box has its own clock.
 */
export function callService({
  sql,
  now,
  announce,
}: {
  readonly sql: Sql;
  readonly now: () => string;
  readonly announce: (topics: readonly string[]) => void;
}): CallService {
  return {
    take(event) {
      const changedAt = now();
      const callId = event.sourceCallId.slice(0, 80);
      const known = sql.get(byId, { callId });
      if (event.kind === 'ringing') {
        sql.transaction(() => {
          sql.run(forgetOld, { before: isoAt(Date.parse(changedAt) - KEPT_MS) });
          sql.run(keep, {
            callId,
            lineId: event.lineId,
            e164: event.e164 ?? known?.e164 ?? null,
            state: 'ringing',
            at: changedAt,
            changedAt,
          });
        });
      } else if (known !== undefined) {
        sql.run(follow, { callId, state: event.kind, changedAt });
      } else return;
      announce(['calls']);
    },
    current() {
      const nowMs = Date.parse(now());
      return sql
        .all(recent, { after: isoAt(nowMs - ANSWERED_SHOWN_MS) })
        .filter((row) => nowMs - Date.parse(row.changed_at) < shownFor(row))
        .slice(-SHOWN_MAX)
        .map(callOf);
    },
    answer(callId, device) {
      const outcome = sql.transaction((): Result<Record<string, never>, CallRefusal> => {
        const row = sql.get(byId, { callId });
        if (row === undefined) return refuse({ code: 'call.not-found' });
        if (row.device !== null && row.device !== device)
          return refuse({ code: 'call.taken', detail: { device: row.device } });
        sql.run(takeIt, { callId, device, changedAt: now() });
        return accept({});
      });
      if (outcome.ok) announce(['calls']);
      return outcome;
    },
    dismiss(callId) {
      if (sql.run(dismissIt, { callId }) === 0) return refuse({ code: 'call.not-found' });
      announce(['calls']);
      return accept({});
    },
  };
}

function shownFor({ state, device }: CallTable): number {
  if (state === 'ended') return ENDED_SHOWN_MS;
  return state === 'answered' || device !== null ? ANSWERED_SHOWN_MS : RINGING_SHOWN_MS;
}

function callOf(row: CallTable): Call {
  return {
    callId: row.call_id,
    lineId: row.line_id,
    e164: row.e164 ?? undefined,
    state: row.state as Call['state'],
    at: row.at,
    device: row.device ?? undefined,
  };
}
