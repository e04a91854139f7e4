import type { Scheduler } from './scheduler.ts';
import type { Tape } from './tape.ts';

/** Rates of the fault model: 8 % lost, 6 % doubled up to 3 s late, delays that reorder. */
const LOSS = 0.08;
const DOUBLING = 0.06;
const DELAY_MS = 400;
const LATE_MS = 3_000;

/** Carries messages, badly until it is healed. */
export class Network {
  isHealed = false;
  readonly #scheduler: Scheduler;
  readonly #tape: Tape;

  constructor(scheduler: Scheduler, tape: Tape) {
    this.#scheduler = scheduler;
    this.#tape = tape;
  }

  send(deliver: () => void | Promise<void>): void {
    if (this.isHealed) {
      this.#scheduler.after(10, deliver);
      return;
    }
    if (this.#tape.chance(LOSS)) return;
    this.#scheduler.after(1 + this.#tape.below(DELAY_MS), deliver);
    if (this.#tape.chance(DOUBLING)) this.#scheduler.after(this.#tape.below(LATE_MS), deliver);
  }
}
