import { GENESIS } from '#app/journal/entry.ts';
import type { SenderJournal } from '#app/sync/probes.ts';
import { senderStep } from '#app/sync/sender.ts';
import type { SenderContext, SenderStep } from '#app/sync/sender-state.ts';

import type { Memory, Protocol } from '../protocol.ts';

type Change = Partial<Protocol>;

/** Forgets what the centre said it has taken. A centre restored from an old copy asks for it again. */
const pruneOnAcknowledgement: Change = {
  sender: (memory) => (state, input, context) => {
    if (input.kind === 'received' && input.message.kind === 'taken')
      memory.pruned = Math.max(memory.pruned, input.message.position.seq);
    return senderStep(state, input, pruned(context, memory));
  },
};

const pruneOnSend: Change = {
  sender: (memory) => (state, input, context) => {
    const step = senderStep(state, input, pruned(context, memory));
    for (const effect of step.effects)
      if (effect.kind === 'push')
        memory.pruned = Math.max(memory.pruned, effect.push.after.seq + effect.push.texts.length);
    return step;
  },
};

/** What is pruned is gone, but for the place of the last of it, which is asked about as well. */
function pruned(context: SenderContext, memory: Memory): SenderContext {
  const { journal } = context;
  const kept: SenderJournal = {
    head: journal.head,
    at: (seq) => journal.at(seq === 0 ? 0 : Math.max(seq, memory.pruned)),
    after: (seq, maxEntries, maxText) =>
      journal.after(Math.max(seq, memory.pruned), maxEntries, maxText),
  };
  return { ...context, journal: kept };
}

/** Goes on from what it remembers, and never asks. */
const resumeFromOwnMemory: Change = {
  sender: (memory) => (state, input, context) => {
    if (input.kind === 'received' && input.message.kind === 'taken')
      memory.acknowledged = input.message.position;
    const step = senderStep(state, input, context);
    const asks = step.effects.find((effect) => effect.kind === 'send');
    if (asks?.kind !== 'send' || memory.acknowledged === undefined) return step;
    const { link } = asks.message;
    const position = memory.acknowledged;
    return senderStep(
      step.state,
      { kind: 'received', message: { kind: 'known', link, position } },
      context,
    );
  },
};

/** Sends in the order of the clock of the machine, which is not that of the journal. */
const sendByClock: Change = {
  sender: () => (state, input, context) => {
    const { journal } = context;
    const after: SenderJournal['after'] = (...place) =>
      journal.after(...place).toSorted((one, other) => clockOf(one.text) - clockOf(other.text));
    return senderStep(state, input, { ...context, journal: { ...journal, after } });
  },
};

function clockOf(text: string): number {
  const content: { data: { clock: number } } = JSON.parse(text);
  return content.data.clock;
}

const neverAskAgain: Change = {
  sender: () => (state, input, context) =>
    input.kind === 'elapsed' ? { state, effects: [] } : senderStep(state, input, context),
};

/** With nothing to send, never asks: a centre restored behind a living connection stays behind. */
const noQuietProbe: Change = {
  sender: () => (state, input, context) =>
    input.kind === 'elapsed' && state.phase === 'pushing' && state.inFlight.length === 0
      ? { state, effects: [] }
      : senderStep(state, input, context),
};

const ignoreGap: Change = {
  sender: () => (state, input, context) =>
    input.kind === 'received' &&
    input.message.kind === 'gap' &&
    state.phase === 'pushing' &&
    state.inFlight[0] !== undefined
      ? senderStep(state, takenInstead(input.message.link, state.inFlight[0]), context)
      : senderStep(state, input, context),
};

function takenInstead(link: string, position: { seq: number; hash: string }) {
  return { kind: 'received', message: { kind: 'taken', link, position } } as const;
}

/** Counts a batch as known as soon as it is sent. */
const trustTheWire: Change = {
  sender: () => {
    const step: SenderStep = (state, input, context) => {
      const sent = senderStep(state, input, context);
      const pushed = sent.effects.find((effect) => effect.kind === 'push');
      if (pushed?.kind !== 'push' || sent.state.phase !== 'pushing') return sent;
      const position = sent.state.inFlight[0] ?? GENESIS;
      const next = step(sent.state, takenInstead(pushed.push.link, position), context);
      return { state: next.state, effects: [...sent.effects, ...next.effects] };
    };
    return step;
  },
};

/** Sends an entry that follows the last taken one as if it followed the genesis. */
const forgetParent: Change = {
  sender: () => (state, input, context) => {
    const step = senderStep(state, input, context);
    const effects = step.effects.map((effect) =>
      effect.kind === 'push' ? { ...effect, push: { ...effect.push, after: GENESIS } } : effect,
    );
    return { ...step, effects };
  },
};

const newIdOnRetry: Change = {
  idForRetry: (orderId, attempt) => (attempt === 0 ? orderId : `${orderId} again ${attempt}`),
};

export const SENDER_BUGS: Readonly<Record<string, Change>> = {
  'prune on acknowledgement': pruneOnAcknowledgement,
  'prune on send': pruneOnSend,
  'resume from own memory': resumeFromOwnMemory,
  'send sorted by clock': sendByClock,
  'never ask again after silence': neverAskAgain,
  'no probe while quiet': noQuietProbe,
  'take a gap for an acknowledgement': ignoreGap,
  'count as taken what was sent': trustTheWire,
  'push without its parent': forgetParent,
  'new id on retry': newIdOnRetry,
};
