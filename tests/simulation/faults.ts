import { headText, type Push } from '#app/contract/store-link.ts';
import { hashOf } from '#app/journal/entry.ts';

import { signAs } from './protocol.ts';
import { StoreNode } from './store-node.ts';
import { openCopy, saleOf } from './trade.ts';
import type { World } from './world.ts';

/** How long the stores sell, in virtual time, before everything heals. */
export const TRADE_MS = 25_000;

const CLOCK_JUMPS_MS = [-86_400_000, -3_600_000, 3_600_000, 86_400_000, 365 * 86_400_000];

/** Draws `count` faults and their moments. The first kind is none at all: what a tape of 0 means. */
export function planFaults(world: World, count: number): void {
  for (let fault = 0; fault < count; fault += 1) {
    const plan = FAULTS[world.tape.pick(FAULTS.length + 1) - 1];
    const at = world.tape.below(TRADE_MS);
    if (plan !== undefined) plan(world, at);
  }
}

type Plan = (world: World, at: number) => void;

const cutOff: Plan = (world, at) => {
  const node = pickNode(world);
  const ms = world.tape.below(8_000);
  world.scheduler.after(at, () => {
    node.isCutOff = true;
    node.disconnect();
    world.scheduler.after(ms, () => {
      node.isCutOff = false;
    });
  });
};

const crashStore: Plan = (world, at) => {
  const node = pickNode(world);
  const ms = 500 + world.tape.below(3_000);
  world.scheduler.after(at, () => {
    node.die();
    world.scheduler.after(ms, () => node.start());
  });
};

const crashCentre: Plan = (world, at) => {
  const ms = 500 + world.tape.below(6_000);
  world.scheduler.after(at, () => {
    if (world.centre.isAlive) world.centre.crash(ms);
  });
};

/** The centre comes back from a copy made earlier; its connections may even stay. */
const restoreCentre: Plan = (world, at) => {
  const copiedAt = world.tape.below(at);
  const keepsConnections = world.tape.chance(0.5);
  let copy: Buffer | undefined;
  world.scheduler.after(copiedAt, () => {
    copy = world.centre.disk.database.serialize();
  });
  world.scheduler.after(at, () => {
    if (copy === undefined) return;
    const { centre, truth, nodes } = world;
    centre.restore(copy);
    const holds = centre.disk.database.prepare('select 1 from sim_order where order_id = ?');
    for (const id of truth.owedByCentre)
      if (holds.get(id) === undefined) truth.owedByCentre.delete(id);
    world.note('centre restored');
    if (!keepsConnections) for (const node of nodes) node.disconnect();
  });
};

/** A store comes back from a copy made earlier. Some lost orders are taken again, under their id. */
const restoreStore: Plan = (world, at) => {
  const node = pickNode(world);
  const copiedAt = world.tape.below(at);
  let copy: Buffer | undefined;
  world.scheduler.after(copiedAt, () => {
    copy = node.disk.database.serialize();
  });
  world.scheduler.after(at, () => {
    if (copy === undefined) return;
    const before = node.journal.after(0, 1_000, 10_000_000);
    node.restore(copy);
    world.truth.doubled.add(node.origin);
    node.start();
    for (const entry of before)
      if (node.journal.at(entry.seq)?.hash !== entry.hash) loseOrder(world, node, entry);
    world.note(`${node.origin} restored`);
  });
};

function loseOrder(world: World, node: StoreNode, entry: { text: string; hash: string }): void {
  const sale = saleOf({ content: JSON.parse(entry.text) });
  if (sale.type !== 'order.placed') return;
  const { orderId, cents, lines } = sale.data;
  const { truth, centre, tape, scheduler } = world;
  truth.lostByRestore.add(orderId);
  const isHeld = centre.disk.database
    .prepare('select 1 from journal where hash = ?')
    .get(entry.hash);
  if (isHeld !== undefined && truth.acknowledged.has(orderId)) truth.owedByCentre.add(orderId);
  if (tape.chance(0.5))
    scheduler.after(3_000, () => world.attempt(node, { orderId, cents, lines }, 0));
}

/** A second till starts on a copy of the disk, with the same key, and sells too. */
const cloneStore: Plan = (world, at) => {
  const node = pickNode(world);
  world.scheduler.after(at, () => {
    const clone = new StoreNode(world, node.origin, openCopy(node.disk.database.serialize()));
    world.truth.doubled.add(node.origin);
    world.nodes.push(clone);
    clone.start();
    world.planOrders(clone, 3);
    world.note(`${node.origin} cloned`);
  });
};

const jumpClock: Plan = (world, at) => {
  const node = pickNode(world);
  const jump = CLOCK_JUMPS_MS[world.tape.pick(CLOCK_JUMPS_MS.length)] ?? 0;
  world.scheduler.after(at, () => {
    node.clockOffsetMs += jump;
  });
};

/** A store that is properly connected sends what another is to have written. */
const impersonate: Plan = (world, at) => {
  const impostor = pickNode(world);
  const victim = pickNode(world);
  world.scheduler.after(at, () => {
    if (impostor.origin === victim.origin) return;
    const { origin, journal } = victim;
    const after = journal.head();
    const data = { orderId: `forged-${at}`, cents: 1, lines: [1], clock: 0 };
    const content = {
      origin,
      seq: after.seq + 1,
      at: '2026-10-24T18:00:00.000Z',
      stream: 'forged',
    };
    const text = JSON.stringify({ ...content, type: 'order.placed', data });
    const head = hashOf(world.protocol.sha256, after.hash, text);
    const signature = signAs(impostor.origin, headText(origin, head));
    const push: Push = { kind: 'push', link: 'forged-link', after, texts: [text], head, signature };
    world.network.send(() => world.centre.receive(impostor, push));
  });
};

const FAULTS: readonly Plan[] = [
  cutOff,
  crashStore,
  crashCentre,
  restoreCentre,
  restoreStore,
  cloneStore,
  jumpClock,
  impersonate,
];

function pickNode({ nodes, tape }: World): StoreNode {
  const node = nodes[tape.pick(nodes.length)];
  if (node === undefined) throw new Error('A world without stores.');
  return node;
}
