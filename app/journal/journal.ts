import { PUSH_MAX_TEXT } from '../contract/store-link.ts';
import { assert } from '../lib/assert.ts';
import type { Result } from '../lib/result.ts';
import {
  type Entry,
  type EntryContent,
  GENESIS,
  hashOf,
  type Position,
  type Sha256,
} from './entry.ts';
import { query } from './query.ts';
import { type Sql, statement } from './sql.ts';

/** One event beside the entry that holds it. */
export type Fact<Event> = {
  readonly event: Event;
  readonly origin: string;
  readonly seq: number;
  readonly at: string;
};

/** Turns facts into rows. Applying the whole journal to empty tables gives the same rows again. */
export type Projection<Event> = {
  readonly name: string;
  /** What a screen may be reading that this event changes. */
  readonly topicsOf: (event: Event) => readonly string[];
  readonly apply: (sql: Sql, facts: readonly Fact<Event>[]) => void;
  readonly empty: (sql: Sql) => void;
};

export type NewEvent = { readonly type: string; readonly data: unknown };

export type Journal<Event extends NewEvent> = {
  readonly origin: string;
  readonly head: () => Position;
  /**
   * Reads a stream, decides on it, appends the outcome and projects it, in one transaction: no
   * other writer comes between. Returns once the outcome is durable. Throws what the database
   * throws, with nothing written.
   */
  readonly decideOn: <Value, R extends { code: string }>(
    stream: string,
    decide: (past: readonly Event[]) => Result<{ events: readonly Event[]; value: Value }, R>,
  ) => Result<Value, R>;
  readonly at: (seq: number) => Position | undefined;
  /** What follows `seq`, in order, bounded in entries and in characters (but never none if there is one). */
  readonly after: (seq: number, maxEntries: number, maxText: number) => Entry[];
  /** Empties the projections and applies the whole journal again. */
  readonly rebuild: () => void;
  /** Called after each commit with the topics that may have changed, and what was written. */
  readonly onAppended: (listener: AppendedListener<Event>) => () => void;
};

type AppendedListener<Event> = (topics: readonly string[], events: readonly Event[]) => void;

export type JournalContext<Event extends NewEvent> = {
  readonly sql: Sql;
  readonly origin: string;
  readonly sha256: Sha256;
  /** ISO 8601 UTC. May jump back; what is written never does. */
  readonly now: () => string;
  readonly projections: readonly Projection<Event>[];
};

const REBUILD_BATCH = 500;

const insertEntry = statement<Entry & { stream: string }>()((place) =>
  query.insertInto('journal').values({
    origin: place('origin'),
    seq: place('seq'),
    hash: place('hash'),
    parent: place('parent'),
    stream: place('stream'),
    text: place('text'),
  }),
);
const textsOfStream = statement<{ stream: string }>()((place) =>
  query.selectFrom('journal').select('text').where('stream', '=', place('stream')).orderBy('seq'),
);
const newestOf = statement<{ origin: string }>()((place) =>
  query
    .selectFrom('journal')
    .select(['seq', 'hash', 'text'])
    .where('origin', '=', place('origin'))
    .orderBy('seq', 'desc')
    .limit(1),
);
const positionAt = statement<{ origin: string; seq: number }>()((place) =>
  query
    .selectFrom('journal')
    .select(['seq', 'hash'])
    .where('origin', '=', place('origin'))
    .where('seq', '=', place('seq')),
);
const entriesAfter = statement<{ origin: string; seq: number; limit: number }>()((place) =>
  query
    .selectFrom('journal')
    .select(['origin', 'seq', 'hash', 'parent', 'text'])
    .where('origin', '=', place('origin'))
    .where('seq', '>', place('seq'))
    .orderBy('seq')
    .limit(place('limit')),
);

/** The journal of the node that runs it: the only writer of `origin`. */
export function openJournal<Event extends NewEvent>(
  context: JournalContext<Event>,
): Journal<Event> {
  const { sql, origin, projections } = context;
  const listeners = new Set<AppendedListener<Event>>();
  let head = newestEntry(sql, origin);

  function write(stream: string, events: readonly Event[]): typeof head {
    const facts: Fact<Event>[] = [];
    let last = head;
    for (const event of events) {
      const { entry, at } = nextEntry(context, last, stream, event);
      sql.run(insertEntry, { ...entry, stream });
      facts.push({ event, origin, seq: entry.seq, at });
      last = { seq: entry.seq, hash: entry.hash, at };
    }
    for (const projection of projections) projection.apply(sql, facts);
    return last;
  }

  function announce(events: readonly Event[]): void {
    const topics = new Set<string>();
    for (const event of events)
      for (const projection of projections)
        for (const topic of projection.topicsOf(event)) topics.add(topic);
    for (const listener of listeners) listener([...topics], events);
  }

  return {
    origin,
    head: () => ({ seq: head.seq, hash: head.hash }),
    decideOn(stream, decide) {
      let written = head;
      const outcome = sql.transaction(() => {
        const past = sql
          .all(textsOfStream, { stream })
          .map((row) => contentOf(row.text) as unknown as Event);
        const decision = decide(past);
        if (decision.ok && decision.value.events.length > 0)
          written = write(stream, decision.value.events);
        return decision;
      });
      if (!outcome.ok) return outcome;
      if (written !== head) {
        head = written;
        announce(outcome.value.events);
      }
      return { ok: true, value: outcome.value.value };
    },
    at: (seq) => (seq === 0 ? GENESIS : sql.get(positionAt, { origin, seq })),
    after(seq, maxEntries, maxText) {
      const rows = sql.all(entriesAfter, { origin, seq, limit: maxEntries });
      let text = 0;
      const fits = rows.findIndex((row, index) => {
        text += row.text.length;
        return index > 0 && text > maxText;
      });
      return fits === -1 ? rows : rows.slice(0, fits);
    },
    rebuild: () => rebuild(context),
    onAppended(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Reads back what an entry says. The text was validated before it was written or received. */
export function contentOf(text: string): EntryContent {
  return JSON.parse(text) as EntryContent;
}

function newestEntry(sql: Sql, origin: string): Position & { at: string } {
  const newest = sql.get(newestOf, { origin });
  if (newest === undefined) return { ...GENESIS, at: '' };
  return { seq: newest.seq, hash: newest.hash, at: contentOf(newest.text).at };
}

/** Time never goes back within a chain, whatever the clock of the machine does (R-FISC-32). */
function nextEntry<Event extends NewEvent>(
  { origin, now, sha256 }: JournalContext<Event>,
  last: Position & { at: string },
  stream: string,
  event: Event,
): { entry: Entry; at: string } {
  const clock = now();
  const at = clock > last.at ? clock : last.at;
  const seq = last.seq + 1;
  const content: EntryContent = { origin, seq, at, stream, type: event.type, data: event.data };
  const text = JSON.stringify(content);
  assert(text.length <= PUSH_MAX_TEXT, 'an entry fits in one push to the centre');
  return {
    entry: { origin, seq, hash: hashOf(sha256, last.hash, text), parent: last.hash, text },
    at,
  };
}

function rebuild<Event extends NewEvent>({
  sql,
  origin,
  projections,
}: JournalContext<Event>): void {
  sql.transaction(() => {
    for (const projection of projections) projection.empty(sql);
    for (let seq = 0; ; ) {
      const rows = sql.all(entriesAfter, { origin, seq, limit: REBUILD_BATCH });
      if (rows.length === 0) return;
      const facts = rows.map((row) => {
        const content = contentOf(row.text);
        return { event: content as unknown as Event, origin, seq: row.seq, at: content.at };
      });
      for (const projection of projections) projection.apply(sql, facts);
      seq = rows.at(-1)?.seq ?? seq;
    }
  });
}
