import { rmSync } from 'node:fs';
import { createServer, type Socket, connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

import pino from 'pino';

import { temporaryFolder } from '#tests/world/store.ts';

import { type Figure, rounded } from './measure.ts';
import { catchUp, entriesOf, sellOffline } from './offline-store.ts';

const ORDERS = 4_000;
/** Entries deflated together for the limit: what one push holds. */
const BATCH = 200;

/**
 * G7: every byte on the TCP connection between a store that catches up and its centre, both ways,
 * handshakes and answers included, per order event; against the same entries merely deflated,
 * batch by batch, with no protocol around them. At most 300 is the goal.
 */
export async function wireBytes(): Promise<Figure> {
  const folder = temporaryFolder();
  const { startCentre } = await import('#central/start.ts');
  const centre = await startCentre({
    data: join(folder, 'centre'),
    port: 0,
    demonstration: true,
    log: pino({ level: 'error' }),
  });
  const counter = await countingProxy(Number(new URL(centre.url).port));
  const storeFolder = await sellOffline(undefined, ORDERS);
  try {
    const { store } = await catchUp(storeFolder, centre, counter.url);
    await store.close();
    const entries = entriesOf(storeFolder, 0);
    const perEvent = counter.bytes() / entries.length;
    const limit = deflated(entries.map(({ text }) => text)) / entries.length;
    return {
      name: 'wire-bytes',
      ours: rounded(perEvent, 1),
      reference: rounded(limit, 1),
      ratio: rounded(limit / perEvent),
      unit: 'B/event',
      notes: [
        `${rounded(counter.bytes() / ORDERS, 1)} B per order of ${rounded(entries.length / ORDERS, 1)} events, both ways`,
      ],
    };
  } finally {
    counter.close();
    await centre.close();
    rmSync(folder, { recursive: true, force: true });
    rmSync(storeFolder, { recursive: true, force: true });
  }
}

function deflated(texts: readonly string[]): number {
  let bytes = 0;
  for (let from = 0; from < texts.length; from += BATCH)
    bytes += deflateRawSync(texts.slice(from, from + BATCH).join('\n')).length;
  return bytes;
}

/** Passes everything on and counts it. */
async function countingProxy(port: number) {
  let bytes = 0;
  const sockets = new Set<Socket>();
  const server = createServer((store) => {
    const centre = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [store, centre],
      [centre, store],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        to.write(chunk);
      });
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    bytes: () => bytes,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
