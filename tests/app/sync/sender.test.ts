import { describe, expect, test } from 'vitest';

import type { ToStore } from '#app/contract/store-link.ts';
import { type Entry, GENESIS, type Position } from '#app/journal/entry.ts';
import {
  ANSWER_TIMEOUT_MS,
  QUIET_PROBE_MS,
  senderStep,
  WAIT_MAX_MS,
  WINDOW,
} from '#app/sync/sender.ts';
import {
  SENDER_START,
  type SenderEffect,
  type SenderInput,
  type SenderState,
} from '#app/sync/sender-state.ts';

import { aChain, journalOf, positionOf } from './chain.ts';

/** A sender over a journal that may grow; waits are exactly as long as they are meant to be. */
function aSender(length: number) {
  const all = aChain(5_000);
  let entries: readonly Entry[] = all.slice(0, length);
  let state: SenderState = SENDER_START;
  let effects: readonly SenderEffect[] = [];
  function give(input: SenderInput): void {
    const journal = journalOf(entries);
    ({ state, effects } = senderStep(state, input, { journal, random: () => 0.5 }));
  }
  const link = () => ('link' in state ? `${state.link}.${state.round}` : '');
  const of = <Kind extends SenderEffect['kind']>(kind: Kind) =>
    effects.filter(
      (effect): effect is Extract<SenderEffect, { kind: Kind }> => effect.kind === kind,
    );
  return {
    at: (seq: number): Position => positionOf(all[seq - 1]),
    connect: (name = 'first-link') => give({ kind: 'connected', link: name }),
    disconnect: () => give({ kind: 'disconnected' }),
    known: (position: Position) =>
      give({ kind: 'received', message: { kind: 'known', link: link(), position } }),
    taken: (position: Position) =>
      give({ kind: 'received', message: { kind: 'taken', link: link(), position } }),
    hear: (message: ToStore) => give({ kind: 'received', message }),
    elapse: () => give({ kind: 'elapsed', timer: state.timer }),
    elapseStale: () => give({ kind: 'elapsed', timer: state.timer - 1 }),
    grow(by: number) {
      entries = all.slice(0, entries.length + by);
      give({ kind: 'appended' });
    },
    link,
    pushes: () =>
      of('push').map(({ push }) => [push.after.seq + 1, push.after.seq + push.texts.length]),
    probes: () => of('send').map(({ message }) => message.probes.map(({ seq }) => seq)),
    waits: () => of('wait').map(({ ms }) => ms),
    reports: () => of('report').map(({ status, knownSeq }) => [status, knownSeq]),
    alarms: () => of('alarm').map(({ alarm }) => alarm.code),
    count: () => effects.length,
  };
}

describe('a connection begins with a question', () => {
  test('nothing is sent before the centre has said what it holds', () => {
    const sender = aSender(20);
    sender.connect();
    expect(sender.probes()).toEqual([[20, 19, 18, 16, 12, 4, 1]]);
    expect(sender.pushes()).toEqual([]);
    sender.grow(1);
    expect(sender.count()).toBe(0);
    sender.known(sender.at(12));
    expect(sender.pushes()).toEqual([[13, 21]]);
    expect(sender.reports()).toEqual([['up', 12]]);
  });

  test('what was acknowledged on an earlier connection is asked again', () => {
    const sender = aSender(3);
    sender.connect();
    sender.known(GENESIS);
    sender.taken(sender.at(3));
    sender.disconnect();
    sender.connect('second-link');
    expect(sender.probes()).toEqual([[3, 2, 1]]);
    sender.known(GENESIS);
    expect(sender.pushes()).toEqual([[1, 3]]);
  });

  test('an answer to an earlier connection or question is dropped', () => {
    const sender = aSender(3);
    sender.connect();
    const earlier = sender.link();
    sender.disconnect();
    sender.connect('second-link');
    sender.hear({ kind: 'known', link: earlier, position: GENESIS });
    expect(sender.count()).toBe(0);
  });

  test('an answer that names what this journal never held is not believed', () => {
    const sender = aSender(3);
    sender.connect();
    sender.known({ seq: 2, hash: sender.at(3).hash });
    expect(sender.pushes()).toEqual([]);
    expect(sender.probes()).toEqual([[3, 2, 1]]);
  });

  test('a long doubt is narrowed before anything is sent', () => {
    const sender = aSender(5_000);
    sender.connect();
    sender.known(sender.at(904));
    expect(sender.pushes()).toEqual([]);
    const [probes = []] = sender.probes();
    expect(probes.at(-1)).toBe(904);
    expect(probes[0]).toBeLessThan(2_952);
  });
});

describe('batches are bounded', () => {
  test('a few are on their way at a time, and each answer lets the next one go', () => {
    const sender = aSender(900);
    sender.connect();
    sender.known(GENESIS);
    expect(sender.pushes()).toHaveLength(WINDOW);
    sender.taken(sender.at(200));
    expect(sender.pushes()).toEqual([[601, 800]]);
    sender.taken(sender.at(600));
    expect(sender.pushes()).toEqual([[801, 900]]);
    sender.taken(sender.at(400));
    expect(sender.count()).toBe(0);
    sender.taken(sender.at(900));
    expect(sender.reports()).toEqual([['up', 900]]);
  });

  test('an order sold while all is well goes at once, alone', () => {
    const sender = aSender(1);
    sender.connect();
    sender.known(sender.at(1));
    sender.grow(1);
    expect(sender.pushes()).toEqual([[2, 2]]);
  });
});

describe('when something is lost', () => {
  test('a gap is answered with a new question, a second one only after a rest', () => {
    const sender = aSender(3);
    sender.connect();
    sender.known(GENESIS);
    sender.hear({ kind: 'gap', link: sender.link() });
    expect(sender.probes()).toEqual([[3, 2, 1]]);
    sender.known(GENESIS);
    sender.hear({ kind: 'gap', link: sender.link() });
    expect(sender.probes()).toEqual([]);
    expect(sender.waits()).toEqual([ANSWER_TIMEOUT_MS * 2]);
    sender.elapse();
    expect(sender.probes()).toEqual([[3, 2, 1]]);
  });
});

describe('when nothing is heard', () => {
  test('silence is waited for longer and longer, and shown as cut off', () => {
    const sender = aSender(3);
    sender.connect();
    const waits = [sender.waits()];
    for (let time = 0; time < 6; time += 1) {
      sender.elapse();
      expect(sender.probes()).toHaveLength(1);
      waits.push(sender.waits());
    }
    expect(waits.flat()).toEqual([
      5_000,
      10_000,
      20_000,
      40_000,
      WAIT_MAX_MS,
      WAIT_MAX_MS,
      WAIT_MAX_MS,
    ]);
    sender.known(sender.at(3));
    expect(sender.reports()).toEqual([['up', 3]]);
    sender.grow(1);
    sender.elapse();
    sender.elapse();
    expect(sender.reports()).toEqual([['down', 3]]);
  });

  test('orders sold meanwhile do not put off the question about a lost batch', () => {
    const sender = aSender(1);
    sender.connect();
    sender.known(GENESIS);
    sender.grow(1);
    expect(sender.waits()).toEqual([]);
    sender.elapse();
    expect(sender.probes()).toEqual([[2, 1]]);
  });

  test('a wait that was replaced means nothing any more', () => {
    const sender = aSender(1);
    sender.connect();
    sender.known(GENESIS);
    sender.elapseStale();
    expect(sender.count()).toBe(0);
  });

  test('after a minute of quiet the centre is asked anyway', () => {
    const sender = aSender(3);
    sender.connect();
    sender.known(sender.at(3));
    expect(sender.waits()).toEqual([QUIET_PROBE_MS]);
    sender.elapse();
    expect(sender.probes()).toEqual([[3, 2, 1]]);
    expect(sender.reports()).toEqual([]);
    sender.known(sender.at(1));
    expect(sender.pushes()).toEqual([[2, 3]]);
  });
});

describe('what a person must know', () => {
  test('a fork is an alarm once, the till is set aside, and goes on sending', () => {
    const sender = aSender(3);
    sender.connect();
    sender.known(GENESIS);
    sender.hear({ kind: 'forked', link: sender.link(), at: sender.at(2) });
    expect(sender.alarms()).toEqual(['forked']);
    expect(sender.reports()).toEqual([['set-aside', 0]]);
    sender.taken(sender.at(3));
    sender.grow(1);
    expect(sender.pushes()).toEqual([[4, 4]]);
    sender.hear({ kind: 'forked', link: sender.link(), at: sender.at(4) });
    expect(sender.alarms()).toEqual([]);
  });

  test('a fork that head office has settled is over at the next question', () => {
    const sender = aSender(3);
    sender.connect();
    sender.hear({ kind: 'forked', link: sender.link(), at: sender.at(2) });
    sender.known(sender.at(3));
    expect(sender.reports()).toEqual([['set-aside', 3]]);
    sender.elapse();
    sender.known(sender.at(3));
    expect(sender.reports()).toEqual([['up', 3]]);
  });

  test('a refused batch is an alarm, and tried again after a question', () => {
    const sender = aSender(3);
    sender.connect();
    sender.known(GENESIS);
    sender.hear({ kind: 'refused', link: sender.link(), code: 'bad-hash' });
    expect(sender.alarms()).toEqual(['refused']);
    expect(sender.probes()).toHaveLength(1);
  });

  test('a revoked till stops sending until it is connected anew', () => {
    const sender = aSender(3);
    sender.connect();
    sender.known(GENESIS);
    sender.hear({ kind: 'refused', link: sender.link(), code: 'revoked' });
    expect(sender.reports()).toEqual([['revoked', 0]]);
    sender.grow(1);
    expect(sender.count()).toBe(0);
    sender.disconnect();
    sender.connect('second-link');
    expect(sender.probes()).toHaveLength(1);
  });
});
