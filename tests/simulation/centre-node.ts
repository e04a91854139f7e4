import type { Push, ToCentre } from '#app/contract/store-link.ts';
import { alarmName } from '#app/journal/receive.ts';
import type { Sql } from '#app/journal/sql.ts';
import type { ReceivedEntry, ReceiverStore } from '#app/sync/receiver.ts';

import { verifySimulated } from './protocol.ts';
import { Crash, type StoreNode } from './store-node.ts';
import { type Disk, openCopy, projectReceived } from './trade.ts';
import type { World } from './world.ts';

/** Of the batches that arrive: the centre dies in the middle, or after the commit. */
const CRASH_PER_BATCH = 0.015;
const DAMAGE_PER_PUSH = 0.01;
const DOWN_MS = 4_000;

/** The centre: the product's receiver on a database that outlives the process. */
export class CentreNode {
  disk: Disk;
  isAlive = true;
  store: ReceiverStore;
  #life = 0;
  readonly #world: World;

  constructor(world: World, disk: Disk) {
    this.#world = world;
    this.disk = disk;
    this.store = this.#open();
  }

  async receive(node: StoreNode, message: ToCentre): Promise<void> {
    const { protocol, network, tape, truth } = this.#world;
    if (!this.isAlive) return;
    const peer = { origin: node.origin, publicKey: node.origin };
    const receiver = { sha256: protocol.sha256, verify: verifySimulated, store: this.store };
    try {
      const answers = await protocol.receive(receiver, peer, this.#damaged(message));
      if (message.kind === 'push') {
        if (answers.some((answer) => answer.kind === 'forked')) truth.alarmed.add(node.origin);
        this.#noteHeld(node.origin, message);
        if (!network.isHealed && tape.chance(CRASH_PER_BATCH / 2)) throw new Crash();
      }
      for (const answer of answers) network.send(() => node.receive(answer));
    } catch (fault) {
      this.#dieOf(fault);
    }
  }

  #mayDie(work: () => void): void {
    try {
      work();
    } catch (fault) {
      this.#dieOf(fault);
    }
  }

  /** What is no crash of the schedule is a fault of the simulation, and stops it. */
  #dieOf(fault: unknown): void {
    if (!(fault instanceof Crash)) throw fault;
    this.crash(DOWN_MS);
  }

  crash(downMs: number): void {
    const { scheduler, nodes } = this.#world;
    this.isAlive = false;
    this.#life += 1;
    for (const node of nodes) node.disconnect();
    scheduler.after(downMs, () => this.start());
  }

  start(): void {
    if (this.isAlive) return;
    this.isAlive = true;
    this.store = this.#open();
  }

  restore(bytes: Buffer): void {
    this.#life += 1;
    this.#world.disks.giveBack(this.disk);
    this.disk = openCopy(bytes);
    this.store = this.#open();
  }

  holds(hash: string): boolean {
    const row = this.disk.database.prepare('select 1 from journal where hash = ?');
    return row.get(hash) !== undefined;
  }

  hasAlarm(origin: string): boolean {
    const row = this.disk.database.prepare('select 1 from setting where name = ?');
    return row.get(alarmName(origin)) !== undefined;
  }

  #open(): ReceiverStore {
    const { protocol, scheduler, tape } = this.#world;
    return protocol.receiverStore({
      sql: this.disk.sql,
      project: (sql, entries) => this.#project(sql, entries),
      later: (work) => {
        const life = this.#life;
        scheduler.after(200 + tape.below(1_000), () => {
          if (life === this.#life && this.isAlive) this.#mayDie(work);
        });
      },
    });
  }

  #project(sql: Sql, entries: readonly ReceivedEntry[]): void {
    const { network, tape } = this.#world;
    if (network.isHealed || !tape.chance(CRASH_PER_BATCH)) {
      projectReceived(sql, entries);
      return;
    }
    projectReceived(sql, entries.slice(0, tape.pick(entries.length)));
    throw new Crash();
  }

  #damaged(message: ToCentre): ToCentre {
    const { network, tape } = this.#world;
    if (message.kind !== 'push' || network.isHealed || !tape.chance(DAMAGE_PER_PUSH))
      return message;
    return {
      ...message,
      texts: message.texts.map((text) => text.replace(/Cents":\d/, 'Cents":9')),
    };
  }

  #noteHeld(origin: string, { after, texts }: Push): void {
    const rows = this.disk.heldBetween.all(origin, after.seq, after.seq + texts.length);
    for (const hash of rows) this.#world.truth.held.add(hash);
  }
}
