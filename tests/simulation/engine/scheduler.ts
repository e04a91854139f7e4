type Event = {
  readonly at: number;
  readonly order: number;
  readonly work: () => void | Promise<void>;
};

/** A schedule that goes on for ever is a livelock: the bound is ten times the longest sound one. */
export const EVENTS_MAX = 20_000;

/** Virtual time in milliseconds; nothing happens but what was planned, one thing after the other. */
export class Scheduler {
  now = 0;
  events = 0;
  #planned = 0;
  readonly #heap: Event[] = [];

  after(ms: number, work: Event['work']): void {
    this.#planned += 1;
    this.#push({ at: this.now + ms, order: this.#planned, work });
  }

  /** Runs what is planned up to `until`. False when there was no end to it. */
  async run(until: number): Promise<boolean> {
    for (let next = this.#heap[0]; next !== undefined && next.at <= until; next = this.#heap[0]) {
      this.#pop();
      this.now = next.at;
      this.events += 1;
      if (this.events > EVENTS_MAX) return false;
      const pending = next.work();
      if (pending !== undefined) await pending;
    }
    this.now = until;
    return true;
  }

  #push(event: Event): void {
    const heap = this.#heap;
    let child = heap.length;
    heap.push(event);
    while (child > 0) {
      const parent = (child - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || isBefore(above, event)) break;
      heap[child] = above;
      child = parent;
    }
    heap[child] = event;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let parent = 0;
    for (;;) {
      let child = 2 * parent + 1;
      const left = heap[child];
      if (left === undefined) break;
      const right = heap[child + 1];
      let least = left;
      if (right !== undefined && isBefore(right, left)) {
        child += 1;
        least = right;
      }
      if (isBefore(last, least)) break;
      heap[parent] = least;
      parent = child;
    }
    heap[parent] = last;
  }
}

function isBefore(one: Event, other: Event): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
