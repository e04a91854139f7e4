import { createServer, type Socket } from 'node:net';

import { assertNever } from '#app/lib/assert.ts';
import { deviceBoard } from '#hardware/device-board.ts';
import { recordingPort } from '#hardware/hid/capture.ts';
import { HeldDevice } from '#hardware/hid/held-device.ts';
import { nodeHidPort } from '#hardware/hid/node-hid-port.ts';
import type { HidPort } from '#hardware/hid/port.ts';
import { lineTransportOf } from '#hardware/kept-line.ts';
import { silentLog } from '#hardware/link/log.ts';
import { recorder } from '#hardware/link/recorder.ts';
import { tcpTransport } from '#hardware/link/tcp.ts';
import { systemTimers } from '#hardware/link/timers.ts';
import type { Connection, Transport } from '#hardware/link/transport.ts';
import { scannerMakerOf } from '#hardware/scanner/models.ts';
import { closeServer, listen, portOf } from '#hardware/virtual/listen.ts';

import type { Asked } from './arguments.ts';

export type Recording = {
  /** The line is over by itself. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
};

type RecordContext = {
  /** One line of the capture. */
  readonly sink: (line: string) => void;
  /** Milliseconds that only grow. */
  readonly clock: () => number;
  /** For the person who records. */
  readonly say: (sentence: string) => void;
  readonly hid?: HidPort;
};

/** A device that could not be reached, in a sentence. */
export class NotRecorded extends Error {
  override readonly name = 'NotRecorded';
}

/** Records until it is stopped or the line is over. Throws `NotRecorded` when there is no line. */
export function record(
  asked: Exclude<Asked, { kind: 'list' }>,
  context: RecordContext,
): Promise<Recording> {
  switch (asked.kind) {
    case 'hid':
      return Promise.resolve(recordHid(asked, context));
    case 'serial':
      return recordLine(lineTransportOf(asked.line), asked.send, context);
    case 'tcp':
      return asked.listen === undefined
        ? recordLine(tcpTransport(asked), asked.send, context)
        : recordBetween({ host: asked.host, port: asked.port, listen: asked.listen }, context);
    default:
      return assertNever(asked);
  }
}

function recordHid(asked: Extract<Asked, { kind: 'hid' }>, context: RecordContext): Recording {
  const board = deviceBoard('recorded', () => new Date().toISOString());
  board.onState(({ status, detail }) =>
    context.say(status === 'ready' ? 'Appareil ouvert.' : (detail ?? status)),
  );
  const held = new HeldDevice({
    port: recordingPort(context.hid ?? nodeHidPort(), context.sink, context.clock),
    identity: asked,
    usagePage: asked.usagePage,
    name: 'L’appareil',
    timers: systemTimers,
    log: silentLog,
    board,
    onReport: () => undefined,
    async onOpen(line) {
      for (const report of scannerMakerOf(asked.vendorId)?.switchOn ?? []) {
        await line.sendFeature(Uint8Array.from(report));
      }
    },
  });
  // Pulled out and plugged in again is what we want to see: only a person ends it.
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    ended: promise,
    async stop() {
      await held.close();
      resolve();
    },
  };
}

const CONNECT_MS = 5_000;

async function openRecorded(transport: Transport, context: RecordContext): Promise<Connection> {
  const opening = await recorder(transport, context.sink, context.clock).open(CONNECT_MS);
  if (opening.status === 'open') return opening.connection;
  throw new NotRecorded(`${transport.address} est injoignable\u202f: ${opening.detail}`);
}

async function recordLine(
  transport: Transport,
  send: string | undefined,
  context: RecordContext,
): Promise<Recording> {
  const connection = await openRecorded(transport, context);
  const { promise, resolve } = Promise.withResolvers<void>();
  connection.listen({ received: () => undefined, over: () => resolve() });
  if (send !== undefined) await connection.write(Buffer.from(send, 'latin1'));
  return {
    ended: promise,
    stop() {
      connection.close();
      return promise;
    },
  };
}

/** Stands between a program and a device, and passes everything on. */
async function recordBetween(
  at: { readonly host: string; readonly port: number; readonly listen: number },
  context: RecordContext,
): Promise<Recording> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    void passOn(socket, tcpTransport(at), context);
  });
  await listen(server, { host: '127.0.0.1', port: at.listen });
  context.say(`Le programme se connecte à 127.0.0.1:${portOf(server)}.`);
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    ended: promise,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await closeServer(server);
      resolve();
    },
  };
}

async function passOn(socket: Socket, transport: Transport, context: RecordContext): Promise<void> {
  // Kept by the system until the device is there.
  socket.pause();
  try {
    const connection = await openRecorded(transport, context);
    connection.listen({
      received: (bytes) => void socket.write(bytes),
      over: () => void socket.end(),
    });
    socket.on('data', (bytes: Uint8Array) => void connection.write(bytes));
    socket.on('close', () => connection.close());
    if (socket.destroyed) connection.close();
    socket.resume();
  } catch (fault) {
    context.say(fault instanceof Error ? fault.message : String(fault));
    socket.destroy();
  }
}
