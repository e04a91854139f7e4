import { assert } from '#app/lib/assert.ts';

import { type Log, silentLog } from '../link/log.ts';
import { tcpTransport } from '../link/tcp.ts';
import { systemTimers, type Timers } from '../link/timers.ts';
import type { Transport } from '../link/transport.ts';
import { type PaymentRequest, paymentRequest } from './frame.ts';
import { exchange, TERMINAL_TIMES, type TerminalTimes } from './link.ts';
import { outcomeOf, type TerminalOutcome } from './outcome.ts';

export type { CardAnswer, TerminalOutcome } from './outcome.ts';

export type TerminalStatus = {
  readonly status: 'ready' | 'busy' | 'trouble' | 'unknown';
  /** For a person, in French: `Terminal injoignable`. */
  readonly detail?: string;
  /** Since when, ISO 8601 in UTC. */
  readonly since: string;
};

export type CaisseApTerminal = {
  /**
   * Asks the terminal for a card payment. The caller has written its intent down before. Never
   * throws for what the world does, never asks twice. `signal` stops the wait, not the terminal.
   */
  readonly pay: (payment: {
    readonly paymentId: string;
    readonly amountCents: number;
    readonly signal?: AbortSignal;
  }) => Promise<TerminalOutcome>;
  /** From what the last payments told; a terminal is never asked for its state with an amount. */
  readonly status: () => TerminalStatus;
  readonly onStatus: (listener: (status: TerminalStatus) => void) => () => void;
  /** A payment under way ends in doubt. */
  readonly close: () => Promise<void>;
};

export type TerminalOptions = {
  /** Number of the till, `01` to `99`. */
  readonly tillNumber: string;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  readonly timers?: Timers;
  readonly log?: Log;
  readonly times?: Partial<TerminalTimes>;
  /** Given to the maker of a till by the Association du Paiement; all open code sends this one. */
  readonly ipc?: string;
};

const OPEN_IPC = '012345678901';
/** CB has at most twelve digits. */
const AMOUNT_MAX_CENTS = 999_999_999_999;

/** A card terminal that speaks Caisse-AP version 3 on TCP (port 8888 unless set otherwise). */
export function caisseApTerminal(
  options: { readonly host: string; readonly port: number } & TerminalOptions,
): CaisseApTerminal {
  return terminalOver(tcpTransport(options), options);
}

/** The same over any transport. */
export function terminalOver(transport: Transport, options: TerminalOptions): CaisseApTerminal {
  assert(/^(?!00)\d\d$/.test(options.tillNumber), 'a till number has two digits, 01 to 99');
  const log = options.log ?? silentLog;
  const closing = new AbortController();
  const listeners = new Set<(status: TerminalStatus) => void>();
  let status: TerminalStatus = { status: 'unknown', since: options.now() };
  let current: Promise<TerminalOutcome> | undefined;

  function setStatus(next: Omit<TerminalStatus, 'since'>): void {
    const isSame = next.status === status.status && next.detail === status.detail;
    if (isSame) return;
    status = { ...next, since: options.now() };
    for (const listener of listeners) listener(status);
  }

  async function payOnce(
    { paymentId, amountCents }: { readonly paymentId: string; readonly amountCents: number },
    signal: AbortSignal | undefined,
  ): Promise<TerminalOutcome> {
    setStatus({ status: 'busy' });
    const request = {
      tillNumber: options.tillNumber,
      amountCents,
      ipc: options.ipc ?? OPEN_IPC,
    };
    const outcome = await ask({ transport, options, request, signal, closing: closing.signal });
    setStatus(statusAfter(outcome));
    // NOTE: the outcome only. An answer as received may hold a card number.
    const reason = 'reason' in outcome ? outcome.reason : undefined;
    log.info({ paymentId, amountCents, status: outcome.status, reason }, 'card payment ended');
    return outcome;
  }

  return {
    async pay({ signal, ...payment }) {
      const isAmount = Number.isSafeInteger(payment.amountCents) && payment.amountCents > 0;
      assert(
        isAmount && payment.amountCents <= AMOUNT_MAX_CENTS,
        'an amount is in whole cents, above 0',
      );
      if (current !== undefined) return { status: 'busy' };
      current = payOnce(payment, signal).finally(() => {
        current = undefined;
      });
      return current;
    },
    status: () => status,
    onStatus(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      closing.abort();
      await current;
    },
  };
}

async function ask(context: {
  readonly transport: Transport;
  readonly options: TerminalOptions;
  readonly request: PaymentRequest;
  readonly signal: AbortSignal | undefined;
  readonly closing: AbortSignal;
}): Promise<TerminalOutcome> {
  const { transport, options, request, signal, closing } = context;
  const times = { ...TERMINAL_TIMES, ...options.times };
  if (closing.aborted) return { status: 'not-sent', reason: 'closed' };
  if (signal?.aborted) return { status: 'not-sent', reason: 'cancelled' };
  const opening = await transport.open(times.connectMs);
  if (opening.status === 'failed') return { status: 'not-sent', reason: opening.reason };
  const { connection } = opening;
  if (closing.aborted || signal?.aborted) {
    connection.close();
    return { status: 'not-sent', reason: closing.aborted ? 'closed' : 'cancelled' };
  }
  const close = (): void => connection.close();
  closing.addEventListener('abort', close, { once: true });
  const timers = options.timers ?? systemTimers;
  const result = await exchange({
    connection,
    request: paymentRequest(request),
    timers,
    times,
    signal,
  });
  closing.removeEventListener('abort', close);
  if (result.status === 'nothing-sent') return { status: 'not-sent', reason: 'connection-lost' };
  if (result.status === 'unclear') return { status: 'in-doubt', reason: result.reason };
  return outcomeOf(request, result.records);
}

function statusAfter(outcome: TerminalOutcome): Omit<TerminalStatus, 'since'> {
  // Whether the payment is settled since is for the till to say; of the terminal nothing is known.
  if (outcome.status === 'in-doubt') return { status: 'unknown' };
  const isUnreachable =
    outcome.status === 'not-sent' && outcome.reason !== 'cancelled' && outcome.reason !== 'closed';
  return isUnreachable
    ? { status: 'trouble', detail: 'Terminal injoignable' }
    : { status: 'ready' };
}
