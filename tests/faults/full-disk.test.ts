import { rmSync } from 'node:fs';
import { join } from 'node:path';

import type Database from 'better-sqlite3';
import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Door } from '#app/contract/door.ts';
import { demonstrationMenu } from '#app/demonstration/menu.ts';
import { type Entry, GENESIS } from '#app/journal/entry.ts';
import { verifyChain } from '#app/journal/verify.ts';
import { startVirtualTerminal, type VirtualTerminal } from '#hardware/terminal/virtual/server.ts';
import { openDatabase } from '#main/database/open.ts';
import { connectDevices, type Devices } from '#main/store/devices.ts';
import { journalOfStore, sha256 } from '#main/store/journal-of-store.ts';
import { linkToCentre } from '#main/store/link-to-centre.ts';
import { announcements } from '#main/store/start/announcements.ts';
import { openWorlds, type Worlds } from '#main/store/start/open-worlds.ts';
import { anOrderInput } from '#tests/world/order-input.ts';
import { COUNTER, temporaryFolder, theStore } from '#tests/world/store.ts';

/** More than the pages of a new file can take. */
const WRITES_MAX = 2_000;

type Node = {
  readonly database: Database.Database;
  readonly devices: Devices;
  readonly worlds: Worlds;
  readonly request: (method: string, input: unknown) => ReturnType<Door>;
};

let folder = '';
let terminal: VirtualTerminal;
let node: Node;
beforeEach(async () => {
  folder = temporaryFolder();
  terminal = await startVirtualTerminal({ name: 'Comptoir', port: 0, pagePort: 0 });
  node = await openNode();
});
afterEach(async () => {
  await node.worlds.close();
  await node.devices.close();
  node.database.close();
  await terminal.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The parts of a store node on a file whose size the test can limit: only its own connection can. */
async function openNode(): Promise<Node> {
  const database = await openDatabase(join(folder, 'store.sqlite'));
  const log = pino({ level: 'silent' });
  const store = theStore('lyon-3');
  const now = () => new Date().toISOString();
  const announce = () => undefined;
  const { sql, journal } = journalOfStore({ database, storeId: store.id, now });
  const options = {
    ...{ store, menu: demonstrationMenu, folder, host: '127.0.0.1', port: 0, screens: '', log },
    terminal: { host: '127.0.0.1', port: terminal.port },
  };
  const devices = connectDevices({ options, sql, journal, now, announce });
  const worlds = openWorlds({
    ...{ options, sql, journal, now, devices, clock: Date.now },
    ...{ bus: announcements(), trainingBus: announcements(), announceTo: () => undefined },
    centre: linkToCentre({ options, sql, journal, now, clock: Date.now, announce }),
  });
  return {
    database,
    devices,
    worlds,
    request: (method, input) => worlds.door(method, input, COUNTER),
  };
}

/** No page more: SQLite answers as on a disk without room, in the middle of what it writes. */
function fillDisk(): void {
  const pages: unknown = node.database.pragma('page_count', { simple: true });
  node.database.pragma(`max_page_count = ${String(pages)}`);
}

function makeRoom(): void {
  node.database.pragma('max_page_count = 1000000');
}

/** Writes until there is room for nothing of its kind; the answers before the last were all yes. */
async function untilRefused(write: () => Promise<{ method: string; input: unknown }>) {
  for (let count = 0; count < WRITES_MAX; count += 1) {
    const { method, input } = await write();
    const answer = await node.request(method, input);
    if (!answer.ok) return { input, refusal: answer.refusal, accepted: count };
  }
  throw new Error('the disk never was full');
}

const anOrder = () => Promise.resolve({ method: 'order.place', input: anOrderInput() });

function entries(): Entry[] {
  return node.database
    .prepare('select origin, seq, hash, parent, text from journal order by seq')
    .all() as Entry[];
}

test('on a full disk the till says so, keeps what it sold, and sells again once there is room', async () => {
  fillDisk();
  const { input, refusal, accepted } = await untilRefused(anOrder);
  expect(refusal).toEqual({ code: 'store.disk-full' });
  const sold = entries();
  expect(await node.request('order.board', {})).toMatchObject({
    ok: true,
    value: Array.from({ length: accepted }, (_, index) => ({ number: index + 1 })),
  });
  expect(await node.request('order.place', input)).toMatchObject({ ok: false });
  expect(entries()).toEqual(sold);

  makeRoom();
  expect(await node.request('order.place', input)).toMatchObject({
    ok: true,
    value: { number: accepted + 1 },
  });
  const verdict = verifyChain(entries(), sha256, { head: GENESIS, at: '' });
  expect(verdict).toMatchObject({ sound: true, head: { seq: 2 * (accepted + 1) } });
});

test('a card payment accepted while the disk is full is paid as soon as there is room', async () => {
  terminal.setMode({ kind: 'manual' });
  const byCard = anOrderInput({ payment: 'card' });
  await node.request('order.place', byCard);
  await expect.poll(() => terminal.screen().status).toBe('waiting');
  fillDisk();
  await untilRefused(anOrder);
  const { orderId } = byCard;
  await untilRefused(() => Promise.resolve({ method: 'receipt.print', input: { orderId } }));
  terminal.decide('accept');
  await expect.poll(() => node.devices.cards.status().status).toBe('ready');
  const detail = async () => await node.request('order.detail', { orderId });
  expect(await detail()).toMatchObject({ value: { payments: [{ status: 'asked' }] } });

  makeRoom();
  await expect
    .poll(detail, { timeout: 10_000 })
    .toMatchObject({ value: { dueCents: 0, payments: [{ status: 'paid' }] } });
});

test('a store node stops although what the terminal said cannot be written, and then doubts it', async () => {
  terminal.setMode({ kind: 'manual' });
  const byCard = anOrderInput({ payment: 'card' });
  await node.request('order.place', byCard);
  await expect.poll(() => terminal.screen().status).toBe('waiting');
  fillDisk();
  await untilRefused(anOrder);
  const { orderId } = byCard;
  await untilRefused(() => Promise.resolve({ method: 'receipt.print', input: { orderId } }));
  terminal.decide('accept');
  await expect.poll(() => node.devices.cards.status().status).toBe('ready');
  await node.devices.close();
  node.database.close();

  node = await openNode();
  expect(await node.request('order.detail', { orderId })).toMatchObject({
    value: { payments: [{ status: 'in-doubt', reason: 'restarted' }] },
  });
});
