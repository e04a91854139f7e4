import type { SerialLine } from './configuration.ts';
import type { Log } from './link/log.ts';
import { transportOf } from './link/of-configuration.ts';
import { tcpTransport } from './link/tcp.ts';
import type { Timers } from './link/timers.ts';
import type { Connection, Transport } from './link/transport.ts';

type KeptContext = {
  readonly transport: Transport;
  readonly timers: Timers;
  readonly log: Log;
  /** A fresh line: nothing is known of the device any more. */
  readonly onOpen: () => void;
  readonly onBytes: (bytes: Uint8Array) => void;
  /** No line for now; tried again without asking. */
  readonly onDown: () => void;
};

const CONNECT_MS = 5_000;
/** Longer than any device holds a line back; what takes longer is a line that is gone. */
const WRITE_MS = 5_000;
const RETRY_FIRST_MS = 1_000;
const RETRY_MAX_MS = 30_000;
/** A line that lasts so long is a good one: the next loss is tried again at once. */
const STEADY_MS = 10_000;

/** A line that is opened again whenever it is gone, ever less often while it cannot be. */
export class KeptLine {
  readonly #context: KeptContext;
  #connection: Connection | undefined;
  #isClosed = false;
  #failures = 0;
  #cancelWait = (): void => undefined;

  constructor(context: KeptContext) {
    this.#context = context;
    void this.#open();
  }

  /** `false` when there is no line, or it went over this write. */
  async write(bytes: Uint8Array): Promise<boolean> {
    const connection = this.#connection;
    if (connection === undefined) return false;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const cancel = this.#context.timers.after(WRITE_MS, () => resolve(false));
    void connection.write(bytes).then(resolve);
    const isTaken = await promise;
    cancel();
    if (!isTaken && this.#connection === connection) this.drop();
    return isTaken && this.#connection === connection;
  }

  /** Lets go of a line whose device no longer answers, and opens it again. */
  drop(): void {
    const connection = this.#connection;
    if (connection === undefined) return;
    this.#connection = undefined;
    connection.close();
    this.#lost();
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelWait();
    this.#connection?.close();
    this.#connection = undefined;
  }

  async #open(): Promise<void> {
    const { transport, timers, log, onBytes, onOpen } = this.#context;
    const opening = await transport.open(CONNECT_MS);
    if (this.#isClosed) {
      if (opening.status === 'open') opening.connection.close();
      return;
    }
    if (opening.status === 'failed') {
      const { reason, detail } = opening;
      log.warn({ line: transport.address, reason, detail }, 'line not opened');
      this.#lost();
      return;
    }
    const { connection } = opening;
    this.#connection = connection;
    const isHeld = (): boolean => this.#connection === connection;
    this.#cancelWait = timers.after(STEADY_MS, () => {
      this.#failures = 0;
    });
    connection.listen({
      received: (bytes) => {
        if (isHeld()) onBytes(bytes);
      },
      over: () => {
        if (!isHeld()) return;
        log.warn({ line: transport.address }, 'line lost');
        this.#connection = undefined;
        this.#lost();
      },
    });
    if (isHeld()) onOpen();
  }

  #lost(): void {
    if (this.#isClosed) return;
    this.#cancelWait();
    const delayMs = Math.min(RETRY_FIRST_MS * 2 ** this.#failures, RETRY_MAX_MS);
    this.#failures = Math.min(this.#failures + 1, 10);
    this.#cancelWait = this.#context.timers.after(delayMs, () => void this.#open());
    this.#context.onDown();
  }
}

/** The way over a serial line; `tcp://192.168.1.9:4001` is one behind a serial server (raw TCP). */
export function lineTransportOf(line: SerialLine): Transport {
  const server = /^tcp:\/\/([^:/]+):(\d{1,5})$/.exec(line.path);
  if (server === null) return transportOf({ kind: 'serial', ...line });
  return tcpTransport({ host: server[1] ?? '', port: Number(server[2]) });
}
