import type { Timers } from '../link/timers.ts';
import type { Connection } from '../link/transport.ts';
import type { Dialect } from './dialect.ts';
import { type PrinterFlags, type PrinterMessage, probedFlags } from './frame.ts';
import { conditionOf, isHeldUp } from './status.ts';

/** How long the driver waits for what, in milliseconds. */
export type PrinterTimes = {
  readonly connectMs: number;
  /** For the first sign of life, before a byte of a job leaves. */
  readonly greetingMs: number;
  /** Without any progress: no byte taken, no byte received. */
  readonly silenceMs: number;
  /** For the confirmation, once every byte was taken; also the patience for new paper. */
  readonly confirmMs: number;
  /** Between two signs of life asked for, while a job waits and while idle. */
  readonly probeMs: number;
  readonly reconnectMs: number;
  readonly reconnectMaxMs: number;
};

export const PRINTER_TIMES: PrinterTimes = {
  connectMs: 3_000,
  greetingMs: 1_500,
  silenceMs: 15_000,
  confirmMs: 90_000,
  probeMs: 5_000,
  reconnectMs: 1_000,
  reconnectMaxMs: 30_000,
};

/** Bytes handed to the system at a time, so that a slow printer holds us back. */
const CHUNK = 1_024;

/** How an exchange ended. `lost`: the line broke after the first byte of the job had left. */
export type Ending =
  | 'confirmed'
  | 'nothing-sent'
  | 'lost'
  | 'silent'
  | 'no-confirmation'
  /** Every byte was taken, and nothing was ever heard on this line. */
  | 'mute';

export type PrinterLink = {
  /** Sends `bytes` and waits until `isConfirmed` accepts a message. One exchange at a time. */
  readonly exchange: (
    bytes: Uint8Array,
    isConfirmed: (message: PrinterMessage) => boolean,
  ) => Promise<Ending>;
  /** Sends a command and asks for a sign of life, outside any job. */
  readonly greet: (before: Uint8Array) => Promise<'alive' | 'silent' | 'lost'>;
  readonly isOver: () => boolean;
  /** Whether the printer ever sent a byte on this line. */
  readonly hasSpoken: () => boolean;
  readonly close: () => void;
};

type Watcher = { readonly heard: (messages: PrinterMessage[]) => void; readonly over: () => void };

/** One connection to a printer: its answers read, one exchange at a time, every wait bounded. */
export function printerLink(context: {
  readonly connection: Connection;
  readonly timers: Timers;
  readonly times: PrinterTimes;
  readonly dialect: Dialect;
  readonly onMessage: (message: PrinterMessage) => void;
  readonly onOver: () => void;
}): PrinterLink {
  const { connection, timers, times, dialect } = context;
  const parser = dialect.parser();
  let isOver = false;
  let hasSpoken = false;
  let watcher: Watcher | undefined;
  const ears = openEars(context);

  function probe(): void {
    void connection.write(dialect.probe);
  }

  connection.listen({
    received(bytes) {
      hasSpoken = true;
      const messages = parser.push(bytes);
      for (const message of messages) ears.note(message);
      watcher?.heard(messages);
    },
    over() {
      isOver = true;
      ears.close();
      watcher?.over();
      context.onOver();
    },
  });

  async function greet(before: Uint8Array): Promise<'alive' | 'silent' | 'lost'> {
    if (isOver) return 'lost';
    const { watcher: waiting, answer } = waitForLife(timers, times.greetingMs);
    watcher = waiting;
    void connection.write(before);
    probe();
    const result = await answer;
    watcher = undefined;
    return result;
  }

  return {
    greet,
    async exchange(bytes, isConfirmed) {
      if (isOver) return 'nothing-sent';
      const asked = dialect.probesDuringJob ? probe : undefined;
      const { isWaitingForPerson } = ears;
      const waiting = waitForConfirmation({
        ...{ probe: asked, timers, times, isConfirmed, isWaitingForPerson },
      });
      watcher = waiting.watcher;
      await sendAll(connection, bytes, waiting);
      const ending = await waiting.ending;
      watcher = undefined;
      const hasWaited = ending === 'silent' || ending === 'no-confirmation';
      return hasWaited && waiting.isTaken() && !hasSpoken ? 'mute' : ending;
    },
    isOver: () => isOver,
    hasSpoken: () => hasSpoken,
    close: () => connection.close(),
  };
}

/** Understands what the printer says of itself, announced or asked for. */
function openEars({
  timers,
  times,
  onMessage,
}: {
  readonly timers: Timers;
  readonly times: Pick<PrinterTimes, 'greetingMs'>;
  readonly onMessage: (message: PrinterMessage) => void;
}) {
  const answers = probeAnswers(timers, times.greetingMs);
  let flags: PrinterFlags | undefined;
  return {
    note(message: PrinterMessage): void {
      onMessage(message);
      if (message.type === 'status') flags = message.flags;
      if (message.type !== 'real-time') return;
      const probed = answers.take(message.byte);
      if (probed === undefined) return;
      flags = probed;
      onMessage({ type: 'status', flags });
    },
    isWaitingForPerson: () => flags !== undefined && isHeldUp(conditionOf(flags)),
    close: answers.forget,
  };
}

/**
 * Collects the answers to probes. They come in the order of the questions, also where two probes
 * overlap; where one of four was lost, what comes after a while belongs to another probe.
 */
function probeAnswers(timers: Timers, forgetMs: number) {
  let heard: number[] = [];
  let cancel = (): void => undefined;
  const forget = (): void => {
    cancel();
    heard = [];
  };
  return {
    /** What the four say together, with the last of them. */
    take(byte: number): PrinterFlags | undefined {
      heard.push(byte);
      const flags = probedFlags(heard);
      if (flags !== undefined) forget();
      else {
        cancel();
        cancel = timers.after(forgetMs, forget);
      }
      return flags;
    },
    forget,
  };
}

function waitForLife(
  timers: Timers,
  patienceMs: number,
): { readonly watcher: Watcher; readonly answer: Promise<'alive' | 'silent' | 'lost'> } {
  const { promise, resolve } = Promise.withResolvers<'alive' | 'silent' | 'lost'>();
  const cancel = timers.after(patienceMs, () => resolve('silent'));
  const watcher = { heard: () => resolve('alive'), over: () => resolve('lost') };
  return { watcher, answer: promise.finally(cancel) };
}

type Waiting = {
  readonly watcher: Watcher;
  readonly ending: Promise<Ending>;
  readonly isSettled: () => boolean;
  readonly isTaken: () => boolean;
  readonly progressed: () => void;
  readonly taken: () => void;
};

function waitForConfirmation(context: {
  /** Absent where a printer must not be asked during a job: its silence then proves nothing. */
  readonly probe: (() => void) | undefined;
  readonly timers: Timers;
  readonly times: PrinterTimes;
  readonly isConfirmed: (message: PrinterMessage) => boolean;
  /** Its buffer may be full: it neither takes a byte nor reads what it is asked. */
  readonly isWaitingForPerson: () => boolean;
}): Waiting {
  const { timers, times, isConfirmed, isWaitingForPerson } = context;
  const { promise: ending, resolve } = Promise.withResolvers<Ending>();
  let settled = false;
  let isTaken = false;
  let cancelSilence = (): void => undefined;
  let cancelConfirm = (): void => undefined;
  let cancelProbe = (): void => undefined;
  const settle = (result: Ending): void => {
    if (settled) return;
    settled = true;
    cancelSilence();
    cancelConfirm();
    cancelProbe();
    resolve(result);
  };
  const progressed = (): void => {
    cancelSilence();
    if (settled || (isTaken && context.probe === undefined)) return;
    cancelSilence = timers.after(times.silenceMs, () => {
      const patienceMs = isWaitingForPerson() ? times.confirmMs - times.silenceMs : 0;
      if (patienceMs <= 0) settle('silent');
      else cancelSilence = timers.after(patienceMs, () => settle('silent'));
    });
  };
  const probe = (): void => {
    if (settled) return;
    context.probe?.();
    cancelProbe = timers.after(times.probeMs, probe);
  };
  progressed();
  return {
    ending,
    isSettled: () => settled,
    isTaken: () => isTaken,
    progressed,
    taken() {
      if (settled) return;
      isTaken = true;
      progressed();
      cancelConfirm = timers.after(times.confirmMs, () => settle('no-confirmation'));
      if (context.probe !== undefined) cancelProbe = timers.after(times.probeMs, probe);
    },
    watcher: {
      heard(messages) {
        progressed();
        if (messages.some(isConfirmed)) settle('confirmed');
      },
      over: () => settle('lost'),
    },
  };
}

/** Writes piece by piece; every piece taken is progress. */
async function sendAll(connection: Connection, bytes: Uint8Array, waiting: Waiting): Promise<void> {
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const taken = connection.write(bytes.subarray(at, at + CHUNK));
    const isTaken = await Promise.race([taken, waiting.ending.then(() => false)]);
    if (waiting.isSettled()) return;
    if (!isTaken) {
      waiting.watcher.over();
      return;
    }
    waiting.progressed();
  }
  waiting.taken();
}
