import { type Sql, statement } from '#app/journal/sql.ts';
import { accept, refuse, type Result } from '#app/lib/result.ts';
import { isoAt } from '#app/lib/time.ts';

import { people } from '../../database/people-tables.ts';

/** Parked at once in a store; a full evening parks a handful. */
const PARKED_MAX = 60;
/** A draft that nobody took back by then is one that nobody wants; its name may be a customer's. */
const KEPT_MS = 48 * 3_600_000;
/** A till that did not hear the answer asks again, and must hear the same. */
const TAKEN_KEPT_MS = 3_600_000;

export type Parked = {
  readonly draftId: string;
  readonly name?: string | undefined;
  readonly totalCents: number;
  readonly draft: string;
};

export type DraftShown = {
  readonly draftId: string;
  readonly name?: string;
  readonly totalCents: number;
  readonly parkedAt: string;
  readonly by: string;
  readonly device: string;
};

type DraftRefusal = {
  readonly code: 'draft.not-found' | 'draft.taken' | 'draft.too-many';
  readonly detail?: Readonly<Record<string, string | number>>;
};

export type Drafts = {
  /** Parked twice under one id: the same draft, as it is now. */
  readonly park: (
    draft: Parked,
    doer: { readonly by: string; readonly device: string },
  ) => Result<Record<string, never>, DraftRefusal>;
  /** Oldest first. */
  readonly list: () => DraftShown[];
  /** Handed to one till only; that till may ask again. */
  readonly take: (draftId: string, device: string) => Result<{ draft: string }, DraftRefusal>;
};

const parked = statement<object>()(() =>
  people
    .selectFrom('draft')
    .selectAll()
    .where('taken_at', 'is', null)
    .orderBy('parked_at')
    .limit(PARKED_MAX),
);
const howMany = statement<object>()(() =>
  people
    .selectFrom('draft')
    .select((row) => row.fn.countAll<number>().as('drafts'))
    .where('taken_at', 'is', null),
);
const byId = statement<{ draftId: string }>()((place) =>
  people.selectFrom('draft').selectAll().where('draft_id', '=', place('draftId')),
);
const insert = statement<{
  draftId: string;
  name: string | null;
  totalCents: number;
  at: string;
  by: string;
  device: string;
  draft: string;
}>()((place) =>
  people
    .insertInto('draft')
    .values({
      draft_id: place('draftId'),
      name: place('name'),
      total_cents: place('totalCents'),
      parked_at: place('at'),
      by: place('by'),
      device: place('device'),
      draft: place('draft'),
      taken_by: null,
      taken_at: null,
    })
    .onConflict((conflict) =>
      conflict.column('draft_id').doUpdateSet({
        name: place('name'),
        total_cents: place('totalCents'),
        draft: place('draft'),
        parked_at: place('at'),
        by: place('by'),
        device: place('device'),
        taken_by: null,
        taken_at: null,
      }),
    ),
);
const markTaken = statement<{ draftId: string; device: string; at: string }>()((place) =>
  people
    .updateTable('draft')
    .set({ taken_by: place('device'), taken_at: place('at') })
    .where('draft_id', '=', place('draftId')),
);
const forgetOld = statement<{ parkedBefore: string; takenBefore: string }>()((place) =>
  people
    .deleteFrom('draft')
    .where((row) =>
      row.or([
        row('parked_at', '<', place('parkedBefore')),
        row('taken_at', '<', place('takenBefore')),
      ]),
    ),
);

/** Orders put aside before they were placed. Kept in the database: a restart loses none. */
export function openDrafts(sql: Sql, now: () => string): Drafts {
  return {
    park({ draftId, name, totalCents, draft }, { by, device }) {
      const at = now();
      const nowMs = Date.parse(at);
      return sql.transaction(() => {
        sql.run(forgetOld, {
          parkedBefore: isoAt(nowMs - KEPT_MS),
          takenBefore: isoAt(nowMs - TAKEN_KEPT_MS),
        });
        const known = sql.get(byId, { draftId });
        // A retry of a park whose answer was lost, and another till has the draft by now.
        if (known !== undefined && known.taken_by !== null && known.taken_by !== device)
          return accept({});
        const isNew = known === undefined || known.taken_by !== null;
        if (isNew && (sql.get(howMany, {})?.drafts ?? 0) >= PARKED_MAX)
          return refuse({ code: 'draft.too-many', detail: { max: PARKED_MAX } });
        sql.run(insert, { draftId, name: name ?? null, totalCents, at, by, device, draft });
        return accept({});
      });
    },
    list: () =>
      sql.all(parked, {}).map((row) => ({
        draftId: row.draft_id,
        ...(row.name === null ? {} : { name: row.name }),
        totalCents: row.total_cents,
        parkedAt: row.parked_at,
        by: row.by,
        device: row.device,
      })),
    take: (draftId, device) =>
      sql.transaction(() => {
        const row = sql.get(byId, { draftId });
        if (row === undefined) return refuse({ code: 'draft.not-found' });
        if (row.taken_by !== null && row.taken_by !== device)
          return refuse({ code: 'draft.taken', detail: { device: row.taken_by } });
        if (row.taken_by === null) sql.run(markTaken, { draftId, device, at: now() });
        return accept({ draft: row.draft });
      }),
  };
}
