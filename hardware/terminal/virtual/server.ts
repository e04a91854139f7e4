import { createServer, type Server, type Socket } from 'node:net';

import { closeServer, listen, portOf } from '../../virtual/listen.ts';
import { type PageAnswer, type PageQuestion, startPageServer } from '../../virtual/page-server.ts';
import { CaisseApSpeaker } from './caisse-ap/speaker.ts';
import { ConcertSpeaker } from './concert/speaker.ts';
import { lineOver, type TerminalLine } from './line.ts';
import { type Decision, type Screen, TerminalMachine, type Transaction } from './machine.ts';
import { modesOf, type Protocol, type TerminalMode, terminalModeOf } from './modes.ts';

export type VirtualTerminalOptions = {
  readonly name: string;
  readonly host?: string;
  /** 0 chooses a free one. */
  readonly port: number;
  readonly pagePort: number;
  /** `caisse-ap` unless said. Concert is spoken on each connection as on a serial line. */
  readonly protocol?: Protocol;
  /** `manual` unless said. */
  readonly mode?: TerminalMode;
  readonly now?: () => string;
  /** Concert: how long it waits for the till's ACK. A second unless said. */
  readonly waitMs?: number;
};

export type VirtualTerminal = {
  readonly port: number;
  readonly pagePort: number;
  /** Speaks on this line as on a connection of its own: a serial line, or the far end of a memory. */
  readonly serve: (line: TerminalLine) => void;
  /** A press on a key; `false` when nothing is asked. */
  readonly decide: (decision: Decision) => boolean;
  readonly mode: () => TerminalMode;
  readonly setMode: (mode: TerminalMode) => void;
  readonly screen: () => Screen;
  /** Newest first. */
  readonly transactions: () => readonly Transaction[];
  /** What all cards together were charged, refunds and cancellations taken off. */
  readonly chargedCents: () => number;
  /** How many slips were printed once more. */
  readonly reprints: () => number;
  /** Called when the screen, the journal or the mode changed. The answer ends it. */
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => Promise<void>;
};

const DECISIONS: readonly Decision[] = ['accept', 'refuse', 'abandon'];
const PROTOCOL_NAMES = { 'caisse-ap': 'Caisse-AP', concert: 'Concert E+' } as const;
const WAIT_MS = 1_000;

/** A card terminal that is not there: its line on TCP, its screen and its keys on a page. */
export async function startVirtualTerminal(
  options: VirtualTerminalOptions,
): Promise<VirtualTerminal> {
  const host = options.host ?? '127.0.0.1';
  const protocol = options.protocol ?? 'caisse-ap';
  const listeners = new Set<() => void>();
  const machine = new TerminalMachine({
    mode: options.mode ?? { kind: 'manual' },
    now: options.now ?? (() => new Date().toISOString()),
    changed() {
      for (const listener of listeners) listener();
    },
  });
  const serve = (line: TerminalLine): void => {
    if (protocol === 'caisse-ap') new CaisseApSpeaker(line, machine);
    else new ConcertSpeaker({ line, machine, waitMs: options.waitMs ?? WAIT_MS });
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    // Without power there is nobody: the till is thrown out as it comes.
    if (!machine.isOn) {
      socket.resetAndDestroy();
      return;
    }
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(lineOver(socket));
  });
  await listen(server, { host, port: options.port });
  const unplug = (): Promise<void> => unplugged(server, sockets, machine);
  const port = portOf(server);
  const page = await startPageServer({
    host,
    port: options.pagePort,
    folder: new URL('./page/', import.meta.url),
    state: () =>
      stateOf(machine, {
        name: options.name,
        address: `${host}:${port}`,
        protocol,
      }),
    answer: (question) => Promise.resolve(answerOf(question, machine, protocol)),
  }).catch(async (fault: unknown) => {
    await unplug();
    throw fault;
  });
  listeners.add(page.changed);
  return {
    port,
    pagePort: page.port,
    serve,
    decide: (decision) => machine.decide(decision),
    mode: () => machine.mode,
    setMode: (mode) => machine.setMode(mode),
    screen: () => machine.screen,
    transactions: () => machine.transactions,
    chargedCents: () => machine.chargedCents,
    reprints: () => machine.reprints,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      await Promise.all([unplug(), page.close()]);
    },
  };
}

/** What the page draws. */
function stateOf(
  { mode, screen, isOn, transactions, chargedCents }: TerminalMachine,
  { name, address, protocol }: { name: string; address: string; protocol: Protocol },
): object {
  return {
    ...{ name, address, mode, screen, isOn, transactions, chargedCents },
    protocol: PROTOCOL_NAMES[protocol],
    modes: modesOf(protocol),
  };
}

async function unplugged(
  server: Server,
  sockets: Set<Socket>,
  machine: TerminalMachine,
): Promise<void> {
  machine.close();
  for (const socket of sockets) socket.destroy();
  await closeServer(server);
}

function answerOf(
  { method, path, body }: PageQuestion,
  machine: TerminalMachine,
  protocol: Protocol,
): PageAnswer | undefined {
  if (method === 'GET' && path === '/transactions') {
    return { type: 'json', value: machine.transactions };
  }
  if (method === 'POST' && path === '/mode') {
    const mode = terminalModeOf(body, protocol);
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
