import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { openLog } from '#central/log.ts';
import { type Centre, startCentre } from '#central/start.ts';
import { enrolled } from '#tests/world/centre.ts';
import { aJournal } from '#tests/world/centre/journal.ts';
import { aHello, aPush, inBytes, provenLink, type TillKey } from '#tests/world/centre/link.ts';
import { rowsIn } from '#tests/world/centre/rows.ts';
import { aSale, soldAndGiven } from '#tests/world/centre/sales.ts';

const ORDERS = 200;
const PER_PUSH = 20;

let folder: string;
let centre: Centre;
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'oc-pizza-killed-'));
  fs.chmodSync(folder, 0o755);
  centre = await startCentre({ data: folder, demonstration: true, log: openLog('silent') });
});
afterAll(async () => {
  await centre.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const journal = aJournal('lyon-3');
for (let index = 0; index < ORDERS; index += 1) {
  const sale = aSale({ orderId: `order-${index}` });
  journal.write(sale.at, ...soldAndGiven(sale));
}
const last = journal.entries.length;

/** Pushes from where the centre stands until the end or a silence; answers how far it was taken. */
async function pushOn(key: TillKey, onTaken: (seq: number) => void): Promise<void> {
  const link = await provenLink(centre.url, { storeId: 'lyon-3', key });
  try {
    link.send(aHello(journal, ...Array.from({ length: 40 }, (_, index) => last - 25 * index)));
    const known = await link.next('known');
    let seq = 'position' in known ? known.position.seq : 0;
    while (seq < last) {
      const to = Math.min(last, seq + PER_PUSH);
      link.send(inBytes(aPush(journal, { from: seq + 1, to, key })));
      const answer = await Promise.race([link.next('taken', 'gap'), silence()]);
      if (answer?.kind !== 'taken') return;
      seq = to;
      onTaken(seq);
    }
  } finally {
    link.close();
  }
}

/** A store asks again after five seconds without an answer; this one is in a hurry. */
async function silence(): Promise<undefined> {
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  return undefined;
}

test('the database killed while a store pushes: what was taken is there, the rest comes again', async () => {
  const key = await enrolled(centre, 'lyon-3');
  const taken: number[] = [];
  const kills = [100, 420, 700];
  for (let round = 0; round < 40 && (taken.at(-1) ?? 0) < last; round += 1) {
    try {
      await pushOn(key, (seq) => {
        taken.push(seq);
        const pid = centre.databasePid();
        if (seq < (kills[0] ?? Infinity) || pid === undefined) return;
        kills.shift();
        process.kill(pid, 'SIGKILL');
      });
    } catch {
      // The database is away: the store is not admitted, and comes again.
      await silence();
    }
    const confirmed = Math.max(0, ...taken);
    const held = await heldEntries();
    if (held !== undefined) expect(held).toBeGreaterThanOrEqual(confirmed);
  }
  expect(kills).toEqual([]);
  const rows = await rowsIn(centre.databaseUrl);
  expect(rows['journal']).toHaveLength(last);
  expect(rows['orders']).toHaveLength(ORDERS);
  expect(rows['sales_hour']).toMatchObject([{ orders: '200', sales_cents: '238000' }]);
}, 90_000);

/** undefined while the database recovers. */
async function heldEntries(): Promise<number | undefined> {
  try {
    const { journal: rows } = await rowsIn(centre.databaseUrl);
    return rows?.length;
  } catch {
    return undefined;
  }
}
