import { bytesOfHex, type CaptureLine, hexOfBytes, maskedLines } from './capture.ts';
import { type MemoryEnd, memoryTransport } from './memory.ts';
import type { Timers } from './timers.ts';
import type { Connection, Transport } from './transport.ts';

/**
 * The same transport, each byte also given to `sink` as lines of JSON. Card numbers are masked before
 * they get there. `clock`: milliseconds that only grow, such as `performance.now`.
 */
export function recorder(
  transport: Transport,
  sink: (line: string) => void,
  clock: () => number,
): Transport {
  const startedAt = clock();
  const now = (): number => Math.round(clock() - startedAt);
  return {
    address: transport.address,
    async open(timeoutMs) {
      const opening = await transport.open(timeoutMs);
      if (opening.status === 'failed') return opening;
      const note = maskedLines((line) => sink(JSON.stringify(line)));
      note({ t: now(), dir: 'open' });
      return { status: 'open', connection: recorded(opening.connection, note, now) };
    },
  };
}

function recorded(
  connection: Connection,
  note: (line: CaptureLine) => void,
  now: () => number,
): Connection {
  return {
    listen(listener) {
      connection.listen({
        received(bytes) {
          note({ t: now(), dir: 'in', hex: hexOfBytes(bytes) });
          listener.received(bytes);
        },
        over(end) {
          note({ t: now(), dir: 'over', end });
          listener.over(end);
        },
      });
    },
    write(bytes) {
      note({ t: now(), dir: 'out', hex: hexOfBytes(bytes) });
      return connection.write(bytes);
    },
    close: connection.close,
  };
}

export type Player = {
  readonly transport: Transport;
  /** What the driver wrote otherwise than in the capture; empty when it did all the same. */
  readonly differences: () => readonly string[];
};

/**
 * Plays the device's part of a capture. Bytes of the device come once the driver has written what
 * stands before them, in the pieces they came in; at once, or in their time when `timers` is given.
 * A driver that writes something else is noted and its line torn. Each opening takes the next
 * recorded line; after the last one the device refuses.
 */
export function player(
  capture: readonly CaptureLine[],
  { timers }: { readonly timers?: Timers } = {},
): Player {
  const lines = linesOf(capture);
  const differences: string[] = [];
  const inner = memoryTransport((far) => play(far, lines.shift() ?? [], differences, timers));
  return {
    transport: {
      address: 'capture',
      open: (timeoutMs) =>
        lines.length === 0
          ? Promise.resolve({
              status: 'failed',
              reason: 'connection-refused',
              detail: 'the capture has no further line',
            })
          : inner.open(timeoutMs),
    },
    differences: () => differences,
  };
}

function linesOf(capture: readonly CaptureLine[]): CaptureLine[][] {
  const lines: CaptureLine[][] = [];
  for (const step of capture) {
    if (step.dir === 'open' || lines.length === 0) lines.push([]);
    if (step.dir !== 'open') lines.at(-1)?.push(step);
  }
  return lines;
}

function play(
  far: MemoryEnd,
  steps: CaptureLine[],
  differences: string[],
  timers: Timers | undefined,
): void {
  let written = '';
  let last = steps[0]?.t ?? 0;

  function go(): void {
    for (let step = steps[0]; step !== undefined; step = steps[0]) {
      if (step.dir === 'out' && !take(step.hex)) return;
      const waitMs = step.dir === 'out' ? 0 : step.t - last;
      last = step.t;
      steps.shift();
      if (timers !== undefined && waitMs > 0) {
        const due = step;
        timers.after(waitMs, () => {
          act(due);
          go();
        });
        return;
      }
      act(step);
    }
  }

  function act(step: CaptureLine): void {
    if (step.dir === 'in') void far.write(bytesOfHex(step.hex));
    else if (step.dir === 'over' && step.end === 'broken') far.tear();
    else if (step.dir === 'over' && step.end === 'ended') far.close();
  }

  /** Whether the driver has written these bytes; they are used up. */
  function take(hex: string): boolean {
    if (!written.startsWith(hex.slice(0, written.length))) {
      differences.push(`expected ${hex}, written ${written}`);
      steps.length = 0;
      far.tear();
      return false;
    }
    if (written.length < hex.length) return false;
    written = written.slice(hex.length);
    return true;
  }

  far.listen({
    received(bytes) {
      written += hexOfBytes(bytes);
      go();
    },
    over: () => undefined,
  });
  go();
}
