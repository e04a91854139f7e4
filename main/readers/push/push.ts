import type { Logger } from 'pino';

import { headText } from '#app/contract/store-link.ts';
import { encodePush } from '#app/sync/codec.ts';
import type { SenderJournal } from '#app/sync/probes.ts';
import { senderStep } from '#app/sync/sender.ts';
import {
  SENDER_START,
  type SenderAlarm,
  type SenderEffect,
  type SenderInput,
  type UnsignedPush,
} from '#app/sync/sender-state.ts';

import type { StoreKeys } from '../../database/store-keys.ts';
import { openCentreLink, SPREAD_MS } from './centre-link.ts';
import { deflate } from './compression.ts';
import { type PushStatus, type StatusBoard, statusBoard } from './status-board.ts';
import { alarmClock, type Timers } from './timers.ts';

export type PushOptions = {
  /** Of the central server: `https://centre.example`. */
  readonly url: string;
  readonly journal: SenderJournal;
  readonly keys: Pick<StoreKeys, 'sign'>;
  /** Undefined as long as the store is not enrolled: nothing is sent then. */
  readonly storeId: string | undefined;
  /** Made anew at each start of the store node. */
  readonly bootId: string;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly timers: Timers;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly onStatus: (status: PushStatus) => void;
  readonly signal?: AbortSignal;
  /** Stores that lose the centre together come back spread over this time. */
  readonly spreadMs?: number;
  /** What `knownSeq` was before the start: only for the count shown while cut off. */
  readonly lastKnownSeq?: number | undefined;
};

export type PushReader = {
  /** To be called after each commit. Returns at once; reads and sends a moment later. */
  readonly nudge: () => void;
  readonly status: () => PushStatus;
  readonly close: () => Promise<void>;
};

/** Keeps the centre's copy of the journal complete, whenever there is a way to it. */
export function startPush(options: PushOptions): PushReader {
  const { journal, now, onStatus, storeId, lastKnownSeq } = options;
  const isEnrolled = storeId !== undefined;
  const board = statusBoard({ journal, now, onStatus, isEnrolled, lastKnownSeq });
  if (storeId === undefined)
    return { nudge: board.recount, status: board.read, close: () => Promise.resolve() };

  const sender = runSender({ ...options, storeId }, board);
  const soon = alarmClock(options.timers);
  options.signal?.addEventListener('abort', close, { once: true });

  function close(): void {
    soon.stop();
    sender.close();
  }
  return {
    nudge() {
      board.recount();
      // The commit that nudges must not wait for what is read, signed and compressed.
      if (!soon.isSet()) soon.set(0, () => sender.input({ kind: 'appended' }));
    },
    status: board.read,
    close() {
      options.signal?.removeEventListener('abort', close);
      close();
      return Promise.resolve();
    },
  };
}

/** Carries out what the sender decides, over one connection after another. */
function runSender(
  options: PushOptions & { readonly storeId: string },
  board: StatusBoard,
): { readonly input: (input: SenderInput) => void; readonly close: () => void } {
  const { journal, keys, storeId, random, timers, log, spreadMs = SPREAD_MS } = options;
  const patience = alarmClock(timers);
  let state = SENDER_START;

  const link = openCentreLink({
    ...options,
    spreadMs,
    onUp: (name) => input({ kind: 'connected', link: name }),
    onDown() {
      patience.stop();
      input({ kind: 'disconnected' });
    },
    onMessage: (message) => input({ kind: 'received', message }),
    onRefused: board.refuse,
  });

  function input(given: SenderInput): void {
    const step = senderStep(state, given, { journal, random });
    state = step.state;
    for (const effect of step.effects) act(effect);
  }

  function act(effect: SenderEffect): void {
    switch (effect.kind) {
      case 'send':
        return link.send(effect.message);
      case 'push':
        return link.send(encodePush(signed(effect.push), deflate));
      case 'wait':
        return patience.set(effect.ms, () => input({ kind: 'elapsed', timer: effect.timer }));
      case 'report':
        return board.report(effect);
      case 'alarm':
        return logAlarm(log, effect.alarm);
    }
  }

  function signed(push: UnsignedPush) {
    return { ...push, signature: keys.sign(headText(storeId, push.head)) };
  }

  return {
    input,
    close() {
      patience.stop();
      link.close();
    },
  };
}

function logAlarm(log: PushOptions['log'], alarm: SenderAlarm): void {
  if (alarm.code === 'forked')
    log.error({ seq: alarm.at.seq }, 'two branches of this journal have reached the centre');
  else log.error({ code: alarm.reason }, 'the centre refused what was sent');
}
