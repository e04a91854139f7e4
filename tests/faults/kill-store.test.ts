import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';

import { type Entry, GENESIS, type Position } from '#app/journal/entry.ts';
import { verifyChain } from '#app/journal/verify.ts';
import { sha256 } from '#main/store/journal-of-store.ts';
import { temporaryFolder } from '#tests/world/store.ts';

const KILLS = 200;
const STORES = 2;
/** After the first answer, so that kills fall anywhere within the next few commits. */
const LIFE_MAX_MS = 25;

type Message = { ready?: true; asking?: { orderId: string }; acknowledged?: string };
type Life = { acknowledged: string[]; unanswered: object | undefined };

/** In one file: most of a life is starting, and a few hundred modules take four times as long. */
const PROGRAM = join(import.meta.dirname, '../../.cache/selling-child.mjs');

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'selling-child.ts')],
    outfile: PROGRAM,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['better-sqlite3', 'node-hid', 'serialport', 'pino'],
    // What was written for `require` finds one.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
});

/** One life of a store node, from its start to its kill. */
async function sellUntilKilled(folder: string, retry: object | undefined, lifeMs: number) {
  const child = fork(PROGRAM, [folder, ...(retry === undefined ? [] : [JSON.stringify(retry)])], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // What was compiled for one life is kept for the next.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'oc-pizza-compiled') },
  });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const life: Life = { acknowledged: [], unanswered: undefined };
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('message', (message: Message) => {
      if (message.asking !== undefined) life.unanswered = message.asking;
      if (message.acknowledged === undefined) return;
      life.unanswered = undefined;
      life.acknowledged.push(message.acknowledged);
      if (life.acknowledged.length === 1) setTimeout(() => child.kill('SIGKILL'), lifeMs);
    });
    child.on('exit', (_code, end) => resolve(end));
  });
  if (signal !== 'SIGKILL') throw new Error(`the store node ended by itself: ${errors}`);
  return life;
}

/** What the file holds after a kill, checked from where the last check ended. */
function inspect(folder: string, from: { head: Position; at: string }, acknowledged: string[]) {
  const database = new Database(join(folder, 'store.sqlite'), { readonly: true });
  try {
    const entries = database
      .prepare('select origin, seq, hash, parent, text from journal where seq > ? order by seq')
      .all(from.head.seq) as Entry[];
    const verdict = verifyChain(entries, sha256, from);
    const lost = acknowledged.filter(
      (id) => database.prepare('select 1 from orders where order_id = ?').get(id) === undefined,
    );
    const torn = database
      .prepare(
        `select order_id from orders o
         where total_cents <> (select coalesce(sum(gross_cents), 0) from order_line l where l.order_id = o.order_id)
            or paid_cents <> (select coalesce(sum(amount_cents), 0) from payment p where p.order_id = o.order_id)
            or not exists (select 1 from kitchen_ticket k where k.order_id = o.order_id)
            or 1 <> (select count(*) from journal j where j.stream = 'order-' || o.order_id
                     and json_extract(j.text, '$.type') = 'order.placed')`,
      )
      .all();
    return { verdict, lost, torn };
  } finally {
    database.close();
  }
}

async function killRepeatedly(kills: number, seed: number) {
  const folder = temporaryFolder();
  let from = { head: GENESIS, at: '' };
  let retry: object | undefined;
  let acknowledged = 0;
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const life = await sellUntilKilled(folder, retry, (kill * 7 + seed) % LIFE_MAX_MS);
      const { verdict, lost, torn } = inspect(folder, from, life.acknowledged);
      if (!verdict.sound) throw new Error(`kill ${kill}: entry ${verdict.seq}: ${verdict.why}`);
      if (lost.length > 0) throw new Error(`kill ${kill}: lost ${lost.join(', ')}`);
      if (torn.length > 0) throw new Error(`kill ${kill}: torn ${JSON.stringify(torn)}`);
      from = verdict;
      retry = life.unanswered;
      acknowledged += life.acknowledged.length;
    }
    return acknowledged;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test(
  `a store node killed ${KILLS} times while it sells loses nothing, tears nothing, doubles nothing`,
  async () => {
    const counts = await Promise.all(
      Array.from({ length: STORES }, (_, store) => killRepeatedly(KILLS / STORES, store * 3)),
    );
    const acknowledged = counts.reduce((sum, count) => sum + count, 0);
    expect(acknowledged).toBeGreaterThanOrEqual(KILLS);
  },
  8 * 60_000,
);
