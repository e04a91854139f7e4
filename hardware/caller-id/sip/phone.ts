import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { lookup } from 'node:dns/promises';

import type { CallerIdConfiguration } from '../../configuration.ts';
import type { CallDesk } from '../source.ts';
import { SipCalls } from './calls.ts';
import { headerOf, parameterOf, responseBytes, sipMessageOf, type SipRequest } from './message.ts';
import { Registration, type RegistrationEnd } from './registration.ts';

type SipConfiguration = Extract<CallerIdConfiguration, { source: 'sip' }>;

const RETRY_FIRST_MS = 5_000;
const RETRY_MAX_MS = 60_000;
/** Exchanges lock an account out that tries wrong passwords too often. */
const REFUSED_RETRY_MS = 300_000;
/** Keeps the way open through a box that translates addresses (RFC 5626 §3.5.1). */
const KEEP_ALIVE_MS = 25_000;
const KEEP_ALIVE = new TextEncoder().encode('\r\n\r\n');

type Trouble = RegistrationEnd | 'unreachable' | 'port-taken';

const TROUBLES: Readonly<Record<Trouble, [string, string]>> = {
  silent: ['Le standard téléphonique ne répond pas', 'Vérifier son adresse et le réseau'],
  unreachable: ['Le standard téléphonique est introuvable', 'Vérifier son adresse et le réseau'],
  'port-taken': ['Le port SIP est déjà pris', 'Fermer l’autre programme ou choisir un autre port'],
  refused: [
    'Le standard téléphonique refuse notre compte',
    'Vérifier l’identifiant et le mot de passe du compte SIP',
  ],
  'no-password': ['Le mot de passe du compte SIP manque', 'Le saisir dans les réglages'],
  failed: ['Le standard téléphonique est en panne', 'Attendre, ou appeler l’opérateur'],
};

/** A telephone of the shop's exchange that rings and is never answered. The answer ends it. */
export function startSip(configuration: SipConfiguration, desk: CallDesk): () => Promise<void> {
  const phone = new SipPhone(configuration, desk);
  return () => phone.close();
}

class SipPhone {
  readonly #configuration: SipConfiguration;
  readonly #desk: CallDesk;
  readonly #calls: SipCalls;
  #socket: Socket | undefined;
  #registration: Registration | undefined;
  /** Requests from elsewhere are not the exchange's: anybody on the network could make calls up. */
  #exchange: readonly string[] = [];
  #failures = 0;
  #isClosed = false;
  #cancelRetry = (): void => undefined;
  #cancelAlive = (): void => undefined;

  constructor(configuration: SipConfiguration, desk: CallDesk) {
    this.#configuration = configuration;
    this.#desk = desk;
    this.#calls = new SipCalls(desk);
    void this.#begin();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelRetry();
    this.#cancelAlive();
    this.#calls.end();
    this.#registration?.close();
    const socket = this.#socket;
    this.#socket = undefined;
    // NOTE: after the datagram that takes us off the list has left.
    await new Promise<void>((resolve) => {
      if (socket === undefined) resolve();
      else setImmediate(() => socket.close(() => resolve()));
    });
  }

  async #begin(): Promise<void> {
    const { registrar, port, user } = this.#configuration;
    const { timers, secret } = this.#desk;
    try {
      const way = await wayTo(registrar, port);
      this.#exchange = way.remotes;
      this.#socket ??= await this.#bind();
      if (this.#isClosed) {
        this.#socket.close();
        return;
      }
      const local = `${way.local}:${this.#socket.address().port}`;
      const domain = port === 5_060 ? registrar : `${registrar}:${port}`;
      this.#registration = new Registration({
        ...{ user, registrar: domain, local, timers, password: secret() },
        send: (bytes) => this.#send(bytes, port, way.remote),
        onRegistered: () => this.#registered(way.remote),
        onEnd: (why) => this.#retry(why),
      });
    } catch (fault) {
      this.#desk.log.warn({ registrar, detail: String(fault) }, 'SIP exchange not reached');
      const { code } = fault as { readonly code?: string };
      this.#retry(code === 'EADDRINUSE' ? 'port-taken' : 'unreachable');
    }
  }

  #registered(exchange: string): void {
    this.#failures = 0;
    this.#desk.board.set({ status: 'ready' });
    this.#cancelAlive();
    const stayAlive = (): void => {
      this.#send(KEEP_ALIVE, this.#configuration.port, exchange);
      this.#cancelAlive = this.#desk.timers.after(KEEP_ALIVE_MS, stayAlive);
    };
    this.#cancelAlive = this.#desk.timers.after(KEEP_ALIVE_MS, stayAlive);
  }

  #retry(why: Trouble): void {
    if (this.#isClosed) return;
    const [detail, action] = TROUBLES[why];
    this.#desk.board.set({ status: 'trouble', detail, action });
    this.#cancelAlive();
    this.#registration = undefined;
    const soonMs = Math.min(RETRY_FIRST_MS * 2 ** this.#failures, RETRY_MAX_MS);
    this.#failures = Math.min(this.#failures + 1, 10);
    const delayMs = why === 'refused' ? REFUSED_RETRY_MS : soonMs;
    this.#cancelRetry = this.#desk.timers.after(delayMs, () => void this.#begin());
  }

  #bind(): Promise<Socket> {
    const socket = createSocket('udp4');
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.bind(this.#configuration.localPort, () => {
        socket.removeListener('error', reject);
        socket.on('error', (fault) => {
          this.#desk.log.warn({ detail: fault.message }, 'SIP socket');
        });
        socket.on('message', (datagram, source) => this.#receive(datagram, source));
        resolve(socket);
      });
    });
  }

  #receive(datagram: Uint8Array, source: RemoteInfo): void {
    const message = sipMessageOf(datagram);
    if (message === undefined) return;
    if (!this.#exchange.includes(source.address)) {
      this.#desk.log.warn({ from: source.address }, 'SIP message not from our exchange');
      return;
    }
    if (message.kind === 'response') {
      this.#registration?.receive(message);
      return;
    }
    const port = replyPort(message, source.port);
    this.#calls.receive(message, (answer) =>
      this.#send(responseBytes(message, { ...answer, source }), port, source.address),
    );
  }

  #send(bytes: Uint8Array, port: number, address: string): void {
    // A datagram may get lost anywhere; the timers above this send it again.
    this.#socket?.send(bytes, port, address, () => undefined);
  }
}

/** Where an answer goes (RFC 3261 §18.2.2, RFC 3581): back where it came from if asked so. */
function replyPort(request: SipRequest, sourcePort: number): number {
  const via = headerOf(request, 'via') ?? '';
  if (parameterOf(via, 'rport') !== undefined) return sourcePort;
  const sentBy = /^SIP\s*\/\s*2\.0\s*\/\s*\S+\s+[^;:\s]+:(\d{1,5})/i.exec(via)?.[1];
  return sentBy === undefined ? 5_060 : Number(sentBy);
}

/** Which of our addresses a host sees, and the host's; nothing is sent. Throws when it has none. */
async function wayTo(
  host: string,
  port: number,
): Promise<{
  readonly local: string;
  readonly remote: string;
  /** Large operators call from any of their addresses. */
  readonly remotes: readonly string[];
}> {
  const found = await lookup(host, { family: 4, all: true });
  const socket = createSocket('udp4');
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.connect(port, host, () => resolve());
    });
    const remote = socket.remoteAddress().address;
    const remotes = [remote, ...found.map(({ address }) => address)];
    return { local: socket.address().address, remote, remotes };
  } finally {
    socket.close();
  }
}
