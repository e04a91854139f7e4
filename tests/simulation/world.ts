import { PUSH_MAX_ENTRIES } from '#app/contract/store-link.ts';

import { CentreNode } from './centre-node.ts';
import { planFaults, TRADE_MS } from './faults.ts';
import { checkInvariants } from './invariants.ts';
import { Network } from './engine/network.ts';
import type { Protocol } from './protocol.ts';
import { Scheduler } from './engine/scheduler.ts';
import { type Fate, StoreNode } from './store-node.ts';
import type { Tape } from './engine/tape.ts';
import { DiskPool, emptyStore, type Order } from './trade.ts';
import { newTruth, type Violation } from './truth.ts';

/** Longer than any wait of the protocol twice over: whatever is to heal has healed. */
const QUIET_MS = 240_000;
/** Of the commits: the node dies before it, after it, or with the push already sent. */
const CRASH_PER_COMMIT = 0.01;
const FATES = ['before-commit', 'before-push', 'before-acknowledgement'] as const;
const ATTEMPTS_MAX = 40;
const BATCHES = [PUSH_MAX_ENTRIES, PUSH_MAX_ENTRIES, PUSH_MAX_ENTRIES, 1, 3] as const;

export type Size = {
  readonly stores: number;
  readonly ordersLeast: number;
  readonly ordersMost: number;
  readonly faults: number;
};
export const USUAL_SIZE: Size = { stores: 3, ordersLeast: 8, ordersMost: 15, faults: 6 };

export type Outcome = {
  readonly violations: readonly Violation[];
  readonly events: number;
  readonly orders: number;
  /** The same for the same tape, whatever machine it runs on. */
  readonly trace: string;
  readonly tape: readonly number[];
};

export type Run = { readonly protocol: Protocol; readonly tape: Tape; readonly size?: Size };

let pool: Promise<DiskPool> | undefined;

/** One schedule: trade with faults, then everything heals, then quiet, then the books are checked. */
export async function runSchedule({ protocol, tape, size = USUAL_SIZE }: Run): Promise<Outcome> {
  pool ??= emptyStore().then((bytes) => new DiskPool(bytes));
  const world = new World({ protocol, tape, disks: await pool });
  try {
    return await world.run(size);
  } finally {
    world.close();
  }
}

/** Stores, a centre and what is between them, in one process and in virtual time. */
export class World {
  readonly protocol: Protocol;
  readonly tape: Tape;
  readonly disks: DiskPool;
  readonly scheduler = new Scheduler();
  readonly network: Network;
  readonly truth = newTruth();
  readonly nodes: StoreNode[] = [];
  readonly centre: CentreNode;
  /** Small batches fill the window of the sender and arrive out of order. */
  readonly batchEntries: number;
  #links = 0;
  #orders = 0;
  #trace = 0x811c9dc5;

  constructor({ protocol, tape, disks }: Run & { disks: DiskPool }) {
    this.protocol = protocol;
    this.tape = tape;
    this.network = new Network(this.scheduler, tape);
    this.batchEntries = BATCHES[tape.pick(BATCHES.length)] ?? PUSH_MAX_ENTRIES;
    this.disks = disks;
    this.centre = new CentreNode(this, disks.take());
  }

  async run(size: Size): Promise<Outcome> {
    for (let store = 1; store <= size.stores; store += 1) {
      const node = new StoreNode(this, `store-${store}`, this.disks.take());
      this.nodes.push(node);
      node.start();
      const orders = size.ordersLeast + this.tape.pick(size.ordersMost - size.ordersLeast + 1);
      this.planOrders(node, orders);
    }
    planFaults(this, size.faults);
    const hasEnd =
      (await this.scheduler.run(TRADE_MS)) &&
      (this.#heal(), await this.scheduler.run(TRADE_MS + QUIET_MS));
    const violations: readonly Violation[] = hasEnd
      ? [...this.truth.violations, ...checkInvariants(this)]
      : [{ promise: 'liveness', what: 'the stores and the centre talk without end' }];
    const trace = this.#trace.toString(16);
    const { events } = this.scheduler;
    return { violations, events, orders: this.#orders, trace, tape: this.tape.drawn };
  }

  close(): void {
    for (const { disk } of [this.centre, ...this.nodes]) this.disks.giveBack(disk);
  }

  /** Ids are counted, never drawn: on a simplified tape they must still differ. */
  newLink(): string {
    this.#links += 1;
    return `link-${this.#links}`;
  }

  planOrders(node: StoreNode, count: number): void {
    const left = Math.max(0, TRADE_MS - this.scheduler.now);
    for (let order = 0; order < count; order += 1) {
      this.#orders += 1;
      const lines = Array.from(
        { length: 1 + this.tape.pick(3) },
        () => 500 + this.tape.pick(2_000),
      );
      const cents = lines.reduce((sum, line) => sum + line, 0);
      const intent = { orderId: `order-${this.#orders}`, lines, cents };
      this.scheduler.after(this.tape.below(left), () => this.attempt(node, intent, 0));
    }
  }

  /** Takes an order, again and again with the same id until it is acknowledged. */
  attempt(node: StoreNode, intent: Order, tries: number): void {
    if (tries > ATTEMPTS_MAX) return;
    const again = (ms: number) =>
      this.scheduler.after(ms, () => this.attempt(node, intent, tries + 1));
    if (!node.isAlive) return again(1_000);
    const order = { ...intent, orderId: this.protocol.idForRetry(intent.orderId, tries) };
    if (node.sell(order, this.#drawFate())) {
      this.truth.acknowledged.set(order.orderId, { ...order, intent: intent.orderId });
      this.note(`${node.origin} ${order.orderId} ${node.journal.head().hash}`);
      return undefined;
    }
    this.note(`${node.origin} died over ${order.orderId}`);
    this.scheduler.after(1_000 + this.tape.below(2_000), () => node.start());
    return again(1_500);
  }

  note(line: string): void {
    const text = `${Math.round(this.scheduler.now)} ${line}`;
    for (let index = 0; index < text.length; index += 1) {
      this.#trace = Math.imul(this.#trace ^ text.charCodeAt(index), 0x01000193) >>> 0;
    }
  }

  #drawFate(): Fate {
    if (this.network.isHealed || !this.tape.chance(CRASH_PER_COMMIT)) return 'lives';
    return FATES[this.tape.pick(FATES.length)] ?? 'lives';
  }

  #heal(): void {
    this.network.isHealed = true;
    this.centre.start();
    for (const node of this.nodes) {
      node.isCutOff = false;
      node.start();
    }
  }
}
