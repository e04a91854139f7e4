import { createConnection, createServer, type Socket } from 'node:net';

import { anOrderInput } from '#tests/world/order-input.ts';
import { aStore, COUNTER } from '#tests/world/store.ts';

import { type Figure, median, percentile, rounded } from '../measure.ts';

const TURNS = 60;
const WARM_UP = 5;
/** From the commit to the first byte of the receipt on the wire. */
const GOAL_MS = 50;
/** DLE EOT 4, the last question of a look at the printer, and its four answers when all is well. */
const LOOK = Buffer.from('100404', 'hex');
const WELL = Buffer.from('12121212', 'hex');
/** ESC @, with which every receipt begins. */
const RECEIPT = Buffer.from('1b40', 'hex');
/** GS ( H, with which every receipt ends; its last four bytes are the id to be echoed. */
const END = Buffer.from('1d28480600', 'hex');

/**
 * A receipt asked for at the door of a store node: from the answer (it is durable then) to its first
 * byte at the printer, through the hardware host; against a byte that one socket sends another in the
 * same process, in turns.
 */
export async function receiptToWire(): Promise<Figure> {
  const peer = await aPrinterThatWatches();
  const store = await aStore({ printer: { host: '127.0.0.1', port: peer.port } });
  const wire = await aBareWire();
  const ours: number[] = [];
  const limit: number[] = [];
  try {
    const input = anOrderInput();
    await asked(store.request('order.place', input, COUNTER));
    for (let turn = -WARM_UP; turn < TURNS; turn += 1) {
      const seen = peer.nextReceipt();
      await asked(store.request('receipt.print', { orderId: input.orderId }, COUNTER));
      const committed = performance.now();
      const oursMs = (await seen) - committed;
      const limitMs = await wire.cross();
      if (turn < 0) continue;
      // A receipt may be on the wire before the answer of its own request is: that is no time at all.
      ours.push(Math.max(0, oursMs));
      limit.push(limitMs);
    }
  } finally {
    wire.close();
    await store.remove();
    peer.close();
  }
  const oursMs = percentile(ours, 95);
  const limitMs = percentile(limit, 95);
  return {
    name: 'receipt-print',
    ours: rounded(oursMs, 2),
    reference: rounded(limitMs, 2),
    ratio: rounded(limitMs / oursMs),
    unit: 'ms (p95)',
    notes: [
      `goal ${GOAL_MS} ms at p95: ${oursMs <= GOAL_MS ? 'kept' : 'missed'}; median ${rounded(median(ours), 2)} ms`,
    ],
  };
}

async function asked(answer: Promise<{ readonly ok: boolean }>): Promise<void> {
  const outcome = await answer;
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`);
}

/** Answers as a printer that is well, and tells when a receipt begins. */
async function aPrinterThatWatches() {
  let tell = (_at: number): void => undefined;
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      if (bytes.includes(RECEIPT)) tell(performance.now());
      if (bytes.includes(LOOK)) socket.write(WELL);
      const end = bytes.lastIndexOf(END);
      if (end === -1) return;
      socket.write(Buffer.concat([Buffer.of(0x37, 0x22), bytes.subarray(end + 7, end + 11)]));
      socket.write(Buffer.of(0));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    nextReceipt: () =>
      new Promise<number>((resolve) => {
        tell = resolve;
      }),
    close: () => server.close(),
  };
}

/** Two sockets of this process: how long one byte takes. */
async function aBareWire() {
  let arrived = (): void => undefined;
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => arrived());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const socket: Socket = createConnection({ host: '127.0.0.1', port, noDelay: true });
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  return {
    async cross(): Promise<number> {
      const start = performance.now();
      await new Promise<void>((resolve) => {
        arrived = resolve;
        socket.write('x');
      });
      return performance.now() - start;
    },
    close(): void {
      socket.destroy();
      server.close();
    },
  };
}
