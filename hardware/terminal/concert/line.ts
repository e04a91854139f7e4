import type { Timers } from '../../link/timers.ts';
import type { Connection, ConnectionEnd } from '../../link/transport.ts';
import { type Signal, signalReader } from './frame.ts';

export type Heard =
  | Signal
  | { readonly kind: 'silence' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'over'; readonly end: ConnectionEnd };

/** Signals heard that nobody waited for; more of them is noise. */
const WAITING_MAX = 64;

/** An open line to a Concert terminal, as a row of signals to be taken one by one. */
export class ConcertLine {
  readonly #context: Context;
  readonly #reader = signalReader();
  #heard: Heard[] = [];
  #take: ((heard: Heard) => void) | undefined;
  #end: ConnectionEnd | undefined;
  #cancelByte = (): void => undefined;

  constructor(context: Context) {
    this.#context = context;
    context.connection.listen({
      received: (bytes) => this.#received(bytes),
      over: (end) => {
        this.#cancelByte();
        this.#end = end;
        this.#give({ kind: 'over', end });
      },
    });
  }

  get isOver(): boolean {
    return this.#end !== undefined;
  }

  say(...bytes: readonly number[]): void {
    void this.#context.connection.write(Uint8Array.from(bytes));
  }

  write(bytes: Uint8Array): void {
    void this.#context.connection.write(bytes);
  }

  /** The next signal, waited for `withinMs` where said and until `stop`. One waits at a time. */
  next({ withinMs, stop }: { withinMs?: number; stop?: AbortSignal }): Promise<Heard> {
    const first = this.#heard.shift();
    if (first !== undefined) return Promise.resolve(first);
    if (this.#end !== undefined) return Promise.resolve({ kind: 'over', end: this.#end });
    if (stop?.aborted === true) return Promise.resolve({ kind: 'stopped' });
    return new Promise((resolve) => {
      const stopped = (): void => taken({ kind: 'stopped' });
      const cancel =
        withinMs === undefined
          ? (): void => undefined
          : this.#context.timers.after(withinMs, () => taken({ kind: 'silence' }));
      const taken = (heard: Heard): void => {
        this.#take = undefined;
        cancel();
        stop?.removeEventListener('abort', stopped);
        resolve(heard);
      };
      this.#take = taken;
      stop?.addEventListener('abort', stopped, { once: true });
    });
  }

  /** The next of these, or the end of the line; all else is noise, and skipped. */
  async nextOf(
    wanted: readonly Signal['kind'][],
    { withinMs, stop }: { readonly withinMs: number; readonly stop?: AbortSignal },
  ): Promise<Heard> {
    const patience = new AbortController();
    const cancel = this.#context.timers.after(withinMs, () => patience.abort());
    const until = AbortSignal.any([patience.signal, ...(stop === undefined ? [] : [stop])]);
    try {
      for (;;) {
        const heard = await this.next({ stop: until });
        if (heard.kind === 'stopped') return stop?.aborted === true ? heard : { kind: 'silence' };
        if (heard.kind === 'over' || wanted.some((kind) => kind === heard.kind)) return heard;
      }
    } finally {
      cancel();
    }
  }

  /** For who reads on. */
  putBack(heard: Heard): void {
    this.#heard.unshift(heard);
  }

  /** Forgets what was heard and not taken. A call of the terminal among it is answered first. */
  forget(): { readonly wasCalled: boolean } {
    this.#heard = this.#heard.filter((heard) => isCall(heard));
    return { wasCalled: this.#heard.length > 0 };
  }

  close(): void {
    this.#cancelByte();
    this.#context.connection.close();
  }

  #received(bytes: Uint8Array): void {
    this.#cancelByte();
    for (const signal of this.#reader.push(bytes)) this.#give(signal);
    // A frame that stops in its middle is as good as a wrong one.
    if (this.#reader.isInside())
      this.#cancelByte = this.#context.timers.after(this.#context.byteMs, () => {
        this.#reader.reset();
        this.#give({ kind: 'bad-frame' });
      });
  }

  #give(heard: Heard): void {
    if (this.#take !== undefined) {
      this.#take(heard);
      return;
    }
    if (this.#heard.length < WAITING_MAX) this.#heard.push(heard);
    if (isCall(heard)) this.#context.unasked();
  }
}

/** A terminal that has something to say. */
function isCall({ kind }: Heard): boolean {
  return kind === 'enquiry' || kind === 'frame';
}

type Context = {
  readonly connection: Connection;
  readonly timers: Timers;
  /** Longest silence within a frame. */
  readonly byteMs: number;
  /** The terminal calls, and nobody waits for it. */
  readonly unasked: () => void;
};
