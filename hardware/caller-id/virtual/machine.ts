/** The telephone network of a shop that is not there: who calls, how it rings, how it ends. */

export type VirtualCall = {
  readonly id: number;
  /** As dialled; `undefined` is withheld. */
  readonly number: string | undefined;
  readonly name: string;
  readonly status: 'ringing' | 'answered' | 'ended';
  /** ISO 8601 in UTC. */
  readonly at: string;
};

/** A line of the shop that hears of calls. */
export type Outlet = {
  readonly started: (call: VirtualCall) => void;
  /** Rings again, every five seconds. */
  readonly rang: (call: VirtualCall) => void;
  readonly over: (call: VirtualCall) => void;
};

const CALLS_SHOWN = 30;
/** Cadence of a French telephone: 1.5 s of ring, 3.5 s of silence. */
const RING_EVERY_MS = 5_000;
/** Nobody waits longer. */
const RINGS_MAX = 12;

export class PhoneMachine {
  readonly #context: { readonly now: () => string; readonly changed: () => void };
  readonly #outlets: Outlet[] = [];
  readonly #timers = new Map<number, NodeJS.Timeout>();
  #calls: readonly VirtualCall[] = [];
  #count = 0;

  constructor(context: { readonly now: () => string; readonly changed: () => void }) {
    this.#context = context;
  }

  /** Newest first. */
  get calls(): readonly VirtualCall[] {
    return this.#calls;
  }

  connect(outlet: Outlet): void {
    this.#outlets.push(outlet);
  }

  /** Somebody calls; answers the number of the call. */
  call({ number, name }: { readonly number: string | undefined; readonly name: string }): number {
    this.#count += 1;
    const call: VirtualCall = {
      ...{ id: this.#count, number, name, status: 'ringing', at: this.#context.now() },
    };
    this.#calls = [call, ...this.#calls].slice(0, CALLS_SHOWN);
    for (const outlet of this.#outlets) outlet.started(call);
    let rings = 1;
    const timer = setInterval(() => {
      rings += 1;
      if (rings > RINGS_MAX) this.end(call.id, 'ended');
      else for (const outlet of this.#outlets) outlet.rang(call);
    }, RING_EVERY_MS);
    this.#timers.set(call.id, timer);
    this.#context.changed();
    return call.id;
  }

  /** Somebody takes it on another telephone, or the caller gives up. `false` for a call that is over. */
  end(id: number, status: 'answered' | 'ended'): boolean {
    const call = this.#calls.find((one) => one.id === id);
    if (call === undefined || call.status === 'ended' || call.status === status) return false;
    clearInterval(this.#timers.get(id));
    this.#timers.delete(id);
    const over: VirtualCall = { ...call, status };
    this.#calls = this.#calls.map((one) => (one === call ? over : one));
    for (const outlet of this.#outlets) outlet.over(over);
    this.#context.changed();
    return true;
  }

  close(): void {
    for (const timer of this.#timers.values()) clearInterval(timer);
    this.#timers.clear();
  }
}
