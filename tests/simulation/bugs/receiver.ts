import type { ToCentre } from '#app/contract/store-link.ts';
import { GENESIS, type Position } from '#app/journal/entry.ts';
import { alarmName, openReceived } from '#app/journal/receive.ts';
import type { Sql, Statement } from '#app/journal/sql.ts';
import {
  type Batch,
  type ReceivedEntry,
  type ReceiverStore,
  readContent,
  receive,
  type Taken,
} from '#app/sync/receiver.ts';

import { type Opening, type Protocol, sha256 } from '../protocol.ts';

type Change = Partial<Protocol>;

const hashAt: Statement<{ origin: string; seq: number }, { hash: string }> = {
  sql: 'select hash from journal where origin = ? and seq = ? order by position limit 1',
  parameters: [{ slot: 'origin' }, { slot: 'seq' }],
};
const dropAlarm: Statement<{ name: string }, never> = {
  sql: 'delete from setting where name = ?',
  parameters: [{ slot: 'name' }],
};

/** The obvious design: (store, number) is the identity, so a second branch looks like a repetition. */
const dedupBySeq: Change = {
  receiverStore: (opening) => {
    const sound = openReceived(opening);
    const has = (origin: string, seq: number) =>
      seq === 0 || opening.sql.get(hashAt, { origin, seq }) !== undefined;
    return {
      holds: (origin, probes) => ({
        position: probes.find(({ seq }) => has(origin, seq)) ?? GENESIS,
      }),
      take(origin, batch) {
        const entries = batch.entries.filter(({ seq }) => !has(origin, seq));
        const first = entries[0];
        if (first === undefined) return 'taken';
        const before = opening.sql.get(hashAt, { origin, seq: first.seq - 1 });
        const after = { seq: first.seq - 1, hash: before?.hash ?? '' };
        return sound.take(origin, { ...batch, after, entries });
      },
    };
  },
};

const noGapCheck: Change = {
  receiverStore: (opening) => {
    const sound = openReceived(opening);
    return { ...sound, take: (origin, batch) => sound.take(origin, { ...batch, after: GENESIS }) };
  },
};

const acknowledgeBeforeCommit: Change = {
  receiverStore: (opening) => {
    const sound = openReceived(opening);
    return {
      ...sound,
      take(origin, batch) {
        opening.later(() => void sound.take(origin, batch));
        return 'taken';
      },
    };
  },
};

const figuresOutsideTheTransaction: Change = {
  receiverStore: (opening) => {
    const { sql, project } = opening;
    let fresh: Parameters<Opening['project']>[1] = [];
    const note: Opening['project'] = (_, entries) => {
      fresh = entries;
    };
    const sound = openReceived({ sql, project: note });
    return {
      ...sound,
      async take(origin, batch) {
        fresh = [];
        const taken = await sound.take(origin, batch);
        if (fresh.length > 0) sql.transaction(() => project(sql, fresh));
        return taken;
      },
    };
  },
};

/** Counts what it is sent, whether it was there or not. */
const countRepetitions: Change = {
  receiverStore: (opening) => {
    const fresh = new Set<string>();
    const sound = openReceived({
      ...opening,
      project(sql, entries) {
        for (const { hash } of entries) fresh.add(hash);
        opening.project(sql, entries);
      },
    });
    return {
      ...sound,
      async take(origin, batch) {
        const taken = await sound.take(origin, batch);
        if (taken === 'gap') return taken;
        for (const { hash, content } of batch.entries) {
          const { cents } = content.data as { cents?: number };
          if (!fresh.has(hash) && cents !== undefined) opening.sql.run(addAgain, { origin, cents });
        }
        return taken;
      },
    };
  },
};

const addAgain: Statement<{ origin: string; cents: number }, never> = {
  sql: `insert into sim_takings values (?, 1, ?) on conflict (origin)
    do update set orders = orders + 1, cents = cents + excluded.cents`,
  parameters: [{ slot: 'origin' }, { slot: 'cents' }],
};

/** Counts an order again when it comes in another entry: taken again on a restored till. */
const noDedupByOrder: Change = {
  receiverStore: (opening) =>
    openReceived({
      ...opening,
      project: (sql, entries) =>
        opening.project(
          sql,
          entries.map((entry) => asNew(sql, entry)),
        ),
    }),
};

const orderOf: Statement<{ id: string }, { paid: number }> = {
  sql: 'select paid from sim_order where order_id = ? and paid = cents',
  parameters: [{ slot: 'id' }],
};

function asNew(sql: Sql, entry: ReceivedEntry): ReceivedEntry {
  const data = entry.content.data as { orderId: string };
  if (sql.get(orderOf, { id: data.orderId }) === undefined) return entry;
  const renamed = { ...data, orderId: `${data.orderId} again` };
  return { ...entry, content: { ...entry.content, data: renamed } };
}

function silent(opening: Opening, isHeard: (taken: Taken, batch: Batch) => boolean): ReceiverStore {
  const sound = openReceived(opening);
  return {
    ...sound,
    async take(origin, batch) {
      const taken = await sound.take(origin, batch);
      if (typeof taken === 'string' || isHeard(taken, batch)) return taken;
      opening.sql.run(dropAlarm, { name: alarmName(origin) });
      return 'taken';
    },
  };
}

const noForkAlarm: Change = { receiverStore: (opening) => silent(opening, () => false) };

/** Looks only at the first entry of a batch. */
const alarmOnFirstOnly: Change = {
  receiverStore: (opening) =>
    silent(opening, (taken, { after }) => forkOf(taken)?.seq === after.seq + 1),
};

function forkOf(taken: Taken): Position | undefined {
  return typeof taken === 'string' ? undefined : taken.forkedAt;
}

/** Keeps one branch of a fork and throws the other away, but says so. */
const dropSecondBranch: Change = {
  receiverStore: (opening) => {
    const sound = openReceived(opening);
    return {
      ...sound,
      take(origin, batch) {
        const second = batch.entries.find(({ seq, hash }) => {
          const there = opening.sql.get(hashAt, { origin, seq });
          return there !== undefined && there.hash !== hash;
        });
        return second === undefined ? sound.take(origin, batch) : { forkedAt: second };
      },
    };
  },
};

/** Says that it holds the newest probe, held or not. */
const claimTheNewest: Change = {
  receiverStore: (opening) => ({
    ...openReceived(opening),
    holds: (_, probes) => ({ position: probes[0] ?? GENESIS }),
  }),
};

/** Hashes who and where, not what: the identity says nothing of the content. */
const hashWithoutContent: Change = {
  sha256: (text) => sha256(text.replace(/"(data|clock)":.*$/s, '')),
};

/** Takes the store's word for who it is. */
const identityFromPayload: Change = {
  receive: (receiver, peer, message) =>
    receive(
      { ...receiver, verify: () => true },
      { ...peer, origin: claimedOrigin(message) ?? peer.origin },
      message,
    ),
};

function claimedOrigin(message: ToCentre): string | undefined {
  const text = message.kind === 'push' ? message.texts[0] : undefined;
  return text === undefined ? undefined : readContent(text)?.origin;
}

export const RECEIVER_BUGS: Readonly<Record<string, Change>> = {
  'dedup by number instead of hash': dedupBySeq,
  'no gap check': noGapCheck,
  'acknowledge before commit': acknowledgeBeforeCommit,
  'figures outside the transaction': figuresOutsideTheTransaction,
  'count repetitions': countRepetitions,
  'no dedup by order': noDedupByOrder,
  'no fork alarm': noForkAlarm,
  'fork alarm on the first entry only': alarmOnFirstOnly,
  'keep one branch only': dropSecondBranch,
  'claim the newest probe': claimTheNewest,
  'hash without content': hashWithoutContent,
  'identity from the payload': identityFromPayload,
};
