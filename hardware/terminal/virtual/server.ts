import { createServer, type Socket } from 'node:net';

import { closeServer, listen, portOf } from '../../virtual/listen.ts';
import { type PageAnswer, type PageQuestion, startPageServer } from '../../virtual/page-server.ts';
import { type Decision, type Screen, TerminalMachine, type Transaction } from './machine.ts';
import { type TerminalMode, terminalModeOf } from './modes.ts';
import { recordsIn } from './wire.ts';

export type VirtualTerminalOptions = {
  readonly name: string;
  readonly host?: string;
  /** 0 chooses a free one. */
  readonly port: number;
  readonly pagePort: number;
  /** `manual` unless said. */
  readonly mode?: TerminalMode;
  readonly now?: () => string;
};

export type VirtualTerminal = {
  readonly port: number;
  readonly pagePort: number;
  /** A press on a key; `false` when nothing is asked. */
  readonly decide: (decision: Decision) => boolean;
  readonly setMode: (mode: TerminalMode) => void;
  readonly screen: () => Screen;
  /** Newest first. */
  readonly transactions: () => readonly Transaction[];
  /** Called when the screen, the journal or the mode changed. The answer ends it. */
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => Promise<void>;
};

/** Silence after a whole record that means: that was the request. */
const QUIET_MS = 100;
const REQUEST_MAX = 2_048;
const DECISIONS: readonly Decision[] = ['accept', 'refuse', 'abandon'];

/** A card terminal that is not there: Caisse-AP on TCP, its screen and its keys on a page. */
export async function startVirtualTerminal(
  options: VirtualTerminalOptions,
): Promise<VirtualTerminal> {
  const host = options.host ?? '127.0.0.1';
  const listeners = new Set<() => void>();
  const machine = new TerminalMachine({
    mode: options.mode ?? { kind: 'manual' },
    now: options.now ?? (() => new Date().toISOString()),
    changed() {
      for (const listener of listeners) listener();
    },
  });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => accept(socket, machine, sockets));
  await listen(server, { host, port: options.port });
  const unplug = async (): Promise<void> => {
    machine.close();
    for (const socket of sockets) socket.destroy();
    await closeServer(server);
  };
  const port = portOf(server);
  const page = await startPageServer({
    host,
    port: options.pagePort,
    folder: new URL('./page/', import.meta.url),
    state: () => ({
      name: options.name,
      address: `${host}:${port}`,
      mode: machine.mode,
      screen: machine.screen,
      transactions: machine.transactions,
    }),
    answer: (question) => Promise.resolve(answerOf(question, machine)),
  }).catch(async (fault: unknown) => {
    await unplug();
    throw fault;
  });
  listeners.add(page.changed);
  return {
    port,
    pagePort: page.port,
    decide: (decision) => machine.decide(decision),
    setMode: (mode) => machine.setMode(mode),
    screen: () => machine.screen,
    transactions: () => machine.transactions,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      await Promise.all([unplug(), page.close()]);
    },
  };
}

/** One request and one answer on each connection. */
function accept(socket: Socket, machine: TerminalMachine, sockets: Set<Socket>): void {
  let text = '';
  let quiet: NodeJS.Timeout | undefined;
  let isAsked = false;
  sockets.add(socket);
  // A till that vanishes does not stop a terminal; `close` follows in any case.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    clearTimeout(quiet);
    sockets.delete(socket);
  });
  socket.on('data', (bytes) => {
    if (isAsked) return;
    clearTimeout(quiet);
    text += bytes.toString('latin1');
    const records = text.length > REQUEST_MAX ? 'bad' : recordsIn(text);
    if (records === undefined) return;
    quiet = setTimeout(() => {
      isAsked = true;
      machine.ask(records === 'bad' ? new Map() : records, {
        answer(answer) {
          const isThere = socket.writable;
          if (isThere) socket.write(answer, 'latin1');
          return isThere;
        },
        hangUp: () => void socket.end(),
        reset: () => void socket.resetAndDestroy(),
      });
    }, QUIET_MS);
  });
}

function answerOf(
  { method, path, body }: PageQuestion,
  machine: TerminalMachine,
): PageAnswer | undefined {
  if (method === 'GET' && path === '/transactions') {
    return { type: 'json', value: machine.transactions };
  }
  if (method === 'POST' && path === '/mode') {
    const mode = terminalModeOf(body);
    if (mode === undefined) return { type: 'refused', sentence: 'Mode inconnu.' };
    machine.setMode(mode);
    return { type: 'json', value: mode };
  }
  if (method !== 'POST' || path !== '/answer') return undefined;
  const asked = typeof body === 'object' && body !== null && 'answer' in body ? body.answer : '';
  const decision = DECISIONS.find((known) => known === asked);
  if (decision === undefined || !machine.decide(decision)) {
    return { type: 'refused', sentence: 'Aucun montant n’est demandé.' };
  }
  return { type: 'json', value: { answer: decision } };
}
