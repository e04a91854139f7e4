import { systemTimers, type Timers } from './timers.ts';
import type { Connection, ConnectionEnd, ConnectionListener, Transport } from './transport.ts';

/**
 * What goes wrong on a line, counted in bytes from its opening. `toDevice`: what the till writes;
 * `fromDevice`: what it hears. `opening` names the one opening (0 is the first) that it happens to;
 * without it, all of them.
 */
export type LineFault = { readonly opening?: number } /** Nothing listens. */ & (
  | { readonly kind: 'refuse' }
  /** Somebody else holds the device: it lets us in and out again at once. */
  | { readonly kind: 'busy' }
  | ({ readonly direction: 'toDevice' | 'fromDevice' } & DirectedFault)
);

export type DirectedFault =
  /** Each piece comes so much later. */
  | { readonly kind: 'delay'; readonly delayMs: number }
  /** A piece boundary before byte `at`; `every`: after that many bytes, again and again. */
  | { readonly kind: 'split'; readonly at: number }
  | { readonly kind: 'split'; readonly every: number }
  /** Bytes from `after` on vanish: `count` of them, or all. */
  | { readonly kind: 'drop'; readonly after: number; readonly count?: number }
  /** Byte `at` comes as something else: all its bits turned, or those of `mask`. */
  | { readonly kind: 'corrupt'; readonly at: number; readonly mask?: number }
  /** From byte `after` on nothing passes either way, and nobody is told: a cable pulled. */
  | { readonly kind: 'half-open'; readonly after: number }
  /** Byte `after` and those behind it are lost and the line is torn. */
  | { readonly kind: 'reset'; readonly after: number };

type Directed = Extract<LineFault, { direction: string }>;

/** The same transport with faults that happen to the byte, the same in every run. */
export function faultInjector(
  transport: Transport,
  faults: readonly LineFault[],
  timers: Timers = systemTimers,
): Transport {
  let openings = 0;
  return {
    address: transport.address,
    async open(timeoutMs) {
      const opening = openings;
      openings += 1;
      const mine = faults.filter((fault) => (fault.opening ?? opening) === opening);
      if (mine.some(({ kind }) => kind === 'refuse'))
        return { status: 'failed', reason: 'connection-refused', detail: 'injected fault' };
      const opened = await transport.open(timeoutMs);
      if (opened.status === 'failed') return opened;
      if (mine.some(({ kind }) => kind === 'busy')) {
        opened.connection.close();
        return { status: 'open', connection: overConnection() };
      }
      const directed = mine.filter((fault): fault is Directed => 'direction' in fault);
      return { status: 'open', connection: faulty(opened.connection, directed, timers) };
    },
  };
}

/** A line that the far side has ended already. */
function overConnection(): Connection {
  return {
    listen: (listener) => listener.over('ended'),
    write: () => Promise.resolve(false),
    close: () => undefined,
  };
}

function faulty(connection: Connection, faults: readonly Directed[], timers: Timers): Connection {
  let listener: ConnectionListener | undefined;
  let end: ConnectionEnd | undefined;
  let isCut = false;
  const finish = (why: ConnectionEnd): void => {
    if (end !== undefined) return;
    end = why;
    listener?.over(why);
  };
  const line = {
    cut: () => {
      isCut = true;
    },
    tear: () => {
      finish('broken');
      connection.close();
    },
    isDead: () => isCut || end !== undefined,
  };
  const hearing = stream(of(faults, 'fromDevice'), timers, line, (bytes) => {
    listener?.received(bytes);
  });
  const saying = stream(of(faults, 'toDevice'), timers, line, (bytes) => connection.write(bytes));
  return {
    listen(added) {
      listener = added;
      if (end !== undefined) {
        added.over(end);
        return;
      }
      connection.listen({
        received: (bytes) => void hearing.pass(bytes),
        // NOTE: after the bytes that are still delayed; and a cable pulled tells nobody.
        over: (why) => void hearing.settled().then(() => (isCut ? undefined : finish(why))),
      });
    },
    async write(bytes) {
      if (end !== undefined) return false;
      await saying.pass(bytes);
      return end === undefined;
    },
    close() {
      finish('closed');
      connection.close();
    },
  };
}

function of(
  faults: readonly Directed[],
  direction: Directed['direction'],
): readonly DirectedFault[] {
  return faults.filter((fault) => fault.direction === direction);
}

/** One direction of a line: what becomes of its bytes, in order. */
function stream(
  faults: readonly DirectedFault[],
  timers: Timers,
  line: { cut: () => void; tear: () => void; isDead: () => boolean },
  give: (bytes: Uint8Array) => unknown,
): { pass: (bytes: Uint8Array) => Promise<void>; settled: () => Promise<void> } {
  const delayMs = faults.reduce((sum, fault) => sum + ('delayMs' in fault ? fault.delayMs : 0), 0);
  let offset = 0;
  let turn: Promise<void> = Promise.resolve();

  async function passOne(bytes: Uint8Array, from: number): Promise<void> {
    if (delayMs > 0) await new Promise<void>((resolve) => timers.after(delayMs, resolve));
    for (const piece of piecesOf(bytes, from, faults)) {
      const end = endWithin(piece, faults);
      const kept = changed(end === undefined ? piece : headOf(piece, end.after), faults);
      if (kept.length > 0 && !line.isDead()) await give(kept);
      if (end?.kind === 'half-open') line.cut();
      else if (end !== undefined) line.tear();
      if (end !== undefined) return;
    }
  }

  return {
    pass(bytes) {
      const copy = Uint8Array.from(bytes);
      const from = offset;
      offset += copy.length;
      turn = turn.then(() => passOne(copy, from));
      return turn;
    },
    settled: () => turn,
  };
}

type Piece = { readonly bytes: Uint8Array; readonly from: number };

function piecesOf(
  bytes: Uint8Array,
  from: number,
  faults: readonly DirectedFault[],
): readonly Piece[] {
  const cuts = new Set<number>();
  for (const fault of faults) {
    if (fault.kind !== 'split') continue;
    if ('at' in fault) cuts.add(fault.at);
    else for (let at = fault.every; at < from + bytes.length; at += fault.every) cuts.add(at);
  }
  const pieces: Piece[] = [];
  let start = from;
  for (const cut of [...cuts, from + bytes.length].toSorted((one, other) => one - other)) {
    if (cut <= start || cut > from + bytes.length) continue;
    pieces.push({ bytes: bytes.subarray(start - from, cut - from), from: start });
    start = cut;
  }
  return pieces;
}

function endWithin(
  { bytes, from }: Piece,
  faults: readonly DirectedFault[],
): Extract<DirectedFault, { kind: 'half-open' | 'reset' }> | undefined {
  return faults
    .filter((fault) => fault.kind === 'half-open' || fault.kind === 'reset')
    .filter(({ after }) => after < from + bytes.length)
    .toSorted((one, other) => one.after - other.after)[0];
}

function headOf({ bytes, from }: Piece, until: number): Piece {
  return { from, bytes: bytes.subarray(0, Math.max(0, until - from)) };
}

function changed({ bytes, from }: Piece, faults: readonly DirectedFault[]): Uint8Array {
  const kept: number[] = [];
  for (const [index, byte] of bytes.entries()) {
    const at = from + index;
    let now = byte;
    let isDropped = false;
    for (const fault of faults) {
      if (fault.kind === 'corrupt' && fault.at === at) now ^= fault.mask ?? 0xff;
      if (fault.kind === 'drop')
        isDropped ||= at >= fault.after && at < fault.after + (fault.count ?? Infinity);
    }
    if (!isDropped) kept.push(now);
  }
  return Uint8Array.from(kept);
}
