import type { Connection, ConnectionEnd, ConnectionListener, Transport } from './transport.ts';

/** One end of a line that runs through memory: a connection whose line can also be torn. */
export type MemoryEnd = Connection & {
  /** As a power cut or a reset: both sides hear `broken`. */
  readonly tear: () => void;
};

/**
 * Two ends of one line. Bytes arrive in order, in the pieces they were written in, and never within
 * the call that wrote them. `close` on one end is `closed` here and `ended` over there.
 */
export function memoryLine(): readonly [MemoryEnd, MemoryEnd] {
  const sides = [newSide(), newSide()] as const;
  return [endOf(sides[0], sides[1]), endOf(sides[1], sides[0])];
}

/** A transport whose every opening hands the far end to `accept`, before the near one is given. */
export function memoryTransport(
  accept: (farEnd: MemoryEnd) => void,
  address = 'memory',
): Transport {
  return {
    address,
    open() {
      const [near, far] = memoryLine();
      accept(far);
      return Promise.resolve({ status: 'open', connection: near });
    },
  };
}

type Side = {
  /** Heard before anybody listened. */
  readonly early: Uint8Array[];
  listener: ConnectionListener | undefined;
  end: ConnectionEnd | undefined;
};

function newSide(): Side {
  return { early: [], listener: undefined, end: undefined };
}

function hear(side: Side, bytes: Uint8Array): void {
  if (side.end !== undefined) return;
  if (side.listener === undefined) side.early.push(bytes);
  else side.listener.received(bytes);
}

function finish(side: Side, end: ConnectionEnd): void {
  if (side.end !== undefined) return;
  side.end = end;
  side.listener?.over(end);
}

function endOf(own: Side, other: Side): MemoryEnd {
  return {
    listen(listener) {
      own.listener = listener;
      for (const bytes of own.early.splice(0)) listener.received(bytes);
      if (own.end !== undefined) listener.over(own.end);
    },
    async write(bytes) {
      const copy = Uint8Array.from(bytes);
      if (own.end !== undefined) return false;
      await Promise.resolve();
      hear(other, copy);
      return true;
    },
    close() {
      finish(own, 'closed');
      // NOTE: in a microtask, as writes are: what was written before is heard before.
      queueMicrotask(() => finish(other, 'ended'));
    },
    tear() {
      finish(own, 'broken');
      queueMicrotask(() => finish(other, 'broken'));
    },
  };
}
