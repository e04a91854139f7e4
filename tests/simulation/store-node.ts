import { headText, type ToCentre, type ToStore } from '#app/contract/store-link.ts';
import { type Journal, openJournal } from '#app/journal/journal.ts';
import type { Sql } from '#app/journal/sql.ts';
import type { SenderJournal } from '#app/sync/probes.ts';
import { SENDER_START, type SenderEffect, type SenderInput } from '#app/sync/sender-state.ts';

import { type Memory, signAs } from './protocol.ts';
import { type Disk, type Order, openCopy, place, type Sale, storeProjection } from './trade.ts';
import type { World } from './world.ts';

/** Where a store node dies while it commits an order. */
export type Fate = 'lives' | 'before-commit' | 'before-push' | 'before-acknowledgement';

export class Crash extends Error {}

/** One store node: the product's journal and sender, on a database that outlives the process. */
export class StoreNode {
  readonly origin: string;
  disk: Disk;
  isAlive = false;
  isCutOff = false;
  isConnected = false;
  clockOffsetMs = 0;
  journal: Journal<Sale>;
  state = SENDER_START;
  /** One for each life of the process: what was planned in an earlier one is void. */
  #life = 0;
  #fate: Fate = 'lives';
  #memory: Memory = { acknowledged: undefined, pruned: 0 };
  readonly #world: World;

  constructor(world: World, origin: string, disk: Disk) {
    this.#world = world;
    this.origin = origin;
    this.disk = disk;
    this.journal = this.#open();
  }

  start(): void {
    if (this.isAlive) return;
    this.isAlive = true;
    this.state = SENDER_START;
    this.journal = this.#open();
    this.connect();
  }

  die(): void {
    this.isAlive = false;
    this.isConnected = false;
    this.#life += 1;
  }

  restore(bytes: Buffer): void {
    this.die();
    this.#world.disks.giveBack(this.disk);
    this.disk = openCopy(bytes);
    this.#memory = { acknowledged: undefined, pruned: 0 };
  }

  /** True when the order was acknowledged, false when the node died over it. */
  sell(order: Order, fate: Fate): boolean {
    this.#fate = fate;
    const before = this.journal.head().seq;
    try {
      this.journal.decideOn(`order-${order.orderId}`, place(order, this.#clock()));
    } catch (fault) {
      if (!(fault instanceof Crash)) throw fault;
      this.die();
      return false;
    } finally {
      this.#fate = 'lives';
    }
    for (let seq = this.journal.head().seq; seq > before; seq -= 1)
      this.#world.truth.written.add(this.journal.at(seq)?.hash ?? '');
    if (fate === 'lives') return true;
    this.die();
    return false;
  }

  connect(): void {
    const { scheduler, tape, centre } = this.#world;
    if (!this.isAlive || this.isConnected) return;
    if (this.isCutOff || !centre.isAlive) {
      const life = this.#life;
      scheduler.after(1_000 + tape.below(1_000), () => {
        if (life === this.#life) this.connect();
      });
      return;
    }
    this.isConnected = true;
    this.input({ kind: 'connected', link: this.#world.newLink() });
  }

  disconnect(): void {
    if (!this.isConnected) return;
    this.isConnected = false;
    this.input({ kind: 'disconnected' });
    const life = this.#life;
    const { scheduler, tape } = this.#world;
    scheduler.after(500 + tape.below(2_000), () => {
      if (life === this.#life) this.connect();
    });
  }

  receive(message: ToStore): void {
    if (this.isConnected) this.input({ kind: 'received', message });
  }

  input(input: SenderInput): void {
    if (!this.isAlive) return;
    const step = this.#world.protocol.sender(this.#memory);
    const { tape, batchEntries } = this.#world;
    const journal: SenderJournal = {
      ...this.journal,
      after: (seq, most, text) => this.journal.after(seq, Math.min(most, batchEntries), text),
    };
    const { state, effects } = step(this.state, input, { journal, random: tape.unit });
    this.state = state;
    for (const effect of effects) this.#act(effect);
  }

  #act(effect: SenderEffect): void {
    switch (effect.kind) {
      case 'send':
        return this.#send(effect.message);
      case 'push': {
        const signature = signAs(this.origin, headText(this.origin, effect.push.head));
        return this.#send({ ...effect.push, texts: [...effect.push.texts], signature });
      }
      case 'wait': {
        const life = this.#life;
        return this.#world.scheduler.after(effect.ms, () => {
          if (life === this.#life) this.input({ kind: 'elapsed', timer: effect.timer });
        });
      }
      case 'report':
        return this.#checkReport(effect.knownSeq);
      case 'alarm':
        if (effect.alarm.code === 'forked') this.#world.truth.alarmed.add(this.origin);
        return undefined;
    }
  }

  #send(message: ToCentre): void {
    if (!this.isConnected) return;
    const { network, centre } = this.#world;
    network.send(() => centre.receive(this, message));
  }

  /** I9: what the screen says that the centre holds, the centre has held. */
  #checkReport(knownSeq: number | undefined): void {
    const { truth, centre } = this.#world;
    if (knownSeq === undefined || knownSeq === 0) return;
    const hash = this.journal.at(knownSeq)?.hash ?? '';
    if (truth.held.has(hash) || centre.holds(hash)) return;
    truth.violations.push({ promise: 'I9', what: `${this.origin} claims ${knownSeq} is held` });
  }

  #open(): Journal<Sale> {
    const journal = openJournal<Sale>({
      sql: this.#mortal(this.disk.sql),
      origin: this.origin,
      sha256: this.#world.protocol.sha256,
      now: () => new Date(this.#clock()).toISOString(),
      projections: [storeProjection],
    });
    journal.onAppended(() => {
      if (this.#fate !== 'before-push') this.input({ kind: 'appended' });
    });
    return journal;
  }

  /** Virtual time, as a clock that somebody has put forward or back shows it. */
  #clock(): number {
    return Date.UTC(2026, 9, 24, 18) + this.#world.scheduler.now + this.clockOffsetMs;
  }

  #mortal(sql: Sql): Sql {
    return {
      ...sql,
      transaction: (work) =>
        sql.transaction(() => {
          const outcome = work();
          if (this.#fate === 'before-commit') throw new Crash();
          return outcome;
        }),
    };
  }
}
