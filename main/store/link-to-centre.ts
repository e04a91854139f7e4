import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';
import { uuidV7 } from '#app/lib/ids.ts';
import { refuse } from '#app/lib/result.ts';

import { enrol, openStoreKeys, type StoreKeys } from '../database/store-keys.ts';
import { pause } from '../readers/pause.ts';
import { type PushReader, startPush } from '../readers/push/push.ts';
import { systemTimers } from '../readers/push/timers.ts';
import type { CentreStatus } from './context.ts';
import type { StoreOptions } from './start/start-store.ts';

export type CentreLink = {
  readonly status: () => CentreStatus;
  readonly close: () => Promise<void>;
};

type Context = {
  readonly options: StoreOptions;
  readonly sql: Sql;
  readonly journal: Journal<StoreEvent>;
  readonly now: () => string;
  readonly clock: () => number;
  readonly announce: (topics: readonly string[]) => void;
};

/** Between two tries to enrol while the centre is out of reach. */
const ENROL_RETRY_MS = 5_000;
const READER = 'centre';

const readCursor = statement<{ origin: string }>()((place) =>
  query
    .selectFrom('cursor')
    .select('seq')
    .where('reader', '=', READER)
    .where('origin', '=', place('origin')),
);
const writeCursor = statement<{ origin: string; seq: number }>()((place) =>
  query
    .insertInto('cursor')
    .values({ reader: READER, origin: place('origin'), seq: place('seq') })
    .onConflict((conflict) =>
      conflict.columns(['reader', 'origin']).doUpdateSet({ seq: place('seq') }),
    ),
);

/**
 * Enrols the store with its one-time code when it must, then keeps the centre's copy of its
 * journal complete. Selling never waits for any of it.
 */
export function linkToCentre(context: Context): CentreLink {
  const { options, journal, now } = context;
  const since = now();
  const stop = new AbortController();
  let push: PushReader | undefined;
  if (options.centre !== undefined) {
    const keys = openStoreKeys(join(options.folder, 'store-key.json'));
    void enrolled(context, keys, stop.signal).then((storeId) => {
      if (storeId === undefined || stop.signal.aborted) return;
      push = start(context, keys, storeId);
      context.announce(['status']);
    });
  }
  const off = journal.onAppended(() => push?.nudge());
  return {
    status() {
      const state = push?.status();
      if (state === undefined)
        return { status: 'not-enrolled', since, waiting: journal.head().seq };
      return { status: state.status, since: state.since, waiting: state.waiting };
    },
    async close() {
      off();
      stop.abort();
      keepCursor(context, push?.status().knownSeq);
      await push?.close();
    },
  };
}

/** The id under which the centre knows this store, once it does; undefined when it refuses. */
async function enrolled(
  { options, journal }: Context,
  keys: StoreKeys,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { centre, log } = options;
  const known = keys.enrolment();
  const code = centre?.enrolmentCode;
  if (centre === undefined) return undefined;
  if (known !== undefined && (known.centreUrl === centre.url || code === undefined))
    return sameStore(options, known.storeId, journal.origin);
  while (code !== undefined && !signal.aborted) {
    const outcome = await tried(log, () => enrol({ keys, centreUrl: centre.url, code }));
    if (outcome.ok) return sameStore(options, outcome.value.storeId, journal.origin);
    if (outcome.refusal.code !== 'enrol.unreachable') {
      log.error({ ...outcome.refusal }, 'the centre refused to enrol this store');
      return undefined;
    }
    await pause(ENROL_RETRY_MS, signal);
  }
  return undefined;
}

/** A disk that cannot keep the answer is no reason to stop selling: the same code is tried again. */
async function tried(
  log: StoreOptions['log'],
  enrolOnce: () => ReturnType<typeof enrol>,
): ReturnType<typeof enrol> {
  try {
    return await enrolOnce();
  } catch (fault) {
    log.error({ err: fault }, 'the enrolment of this store cannot be kept yet');
    return refuse({ code: 'enrol.unreachable' });
  }
}

/** A key enrolled for another store must not send this one's journal. */
function sameStore({ log }: StoreOptions, enrolledAs: string, storeId: string): string | undefined {
  if (enrolledAs === storeId) return storeId;
  log.error({ enrolledAs, storeId }, 'the key of this node belongs to another store');
  return undefined;
}

function start(context: Context, keys: StoreKeys, storeId: string): PushReader {
  const { options, journal, now, clock, announce } = context;
  let wasUp = false;
  return startPush({
    url: options.centre?.url ?? '',
    journal,
    keys,
    storeId,
    bootId: uuidV7(clock(), randomBytes(10)),
    now,
    random: Math.random,
    timers: systemTimers,
    log: options.log,
    lastKnownSeq: context.sql.get(readCursor, { origin: storeId })?.seq,
    onStatus(status) {
      if (wasUp && status.status === 'down' && status.knownSeq !== undefined)
        keepCursor(context, status.knownSeq);
      wasUp = status.status === 'up';
      announce(['status']);
    },
  });
}

/** For the count shown after a restart without the centre; nothing is ever decided on it. */
function keepCursor({ sql, journal, options }: Context, knownSeq: number | undefined): void {
  if (knownSeq === undefined) return;
  try {
    sql.run(writeCursor, { origin: journal.origin, seq: knownSeq });
  } catch (fault) {
    // A full disk: the count will be too high after a restart, until the centre is reached.
    options.log.warn({ err: fault }, 'what the centre holds was not noted');
  }
}
