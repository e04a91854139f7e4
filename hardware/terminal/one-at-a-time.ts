import { assert } from '#app/lib/assert.ts';

import { type Log, silentLog } from '../link/log.ts';
import { systemTimers } from '../link/timers.ts';
import type {
  CardTerminal,
  LateAnswer,
  MoneyAsked,
  TerminalDriver,
  TerminalOptions,
  TerminalRequest,
} from './card-terminal.ts';
import { type DuplicateOutcome, stopReason, type TerminalOutcome } from './outcome.ts';
import {
  type Shown,
  statusAfter,
  statusBoard,
  statusOfProbe,
  type TerminalBoard,
} from './status-board.ts';
import { UNDER_WAY } from './text.ts';
import { TERMINAL_TIMES } from './times.ts';

/** Outcomes kept, so that the same id asked again gets the same answer. */
const REMEMBERED_MAX = 200;

type Remembered = {
  readonly request: TerminalRequest;
  readonly outcome: Promise<TerminalOutcome>;
};

/**
 * The rules common to all terminals, around one protocol: whole cents, one exchange at a time, the
 * same outcome for the same id, state for a person, a log without any card number.
 */
export function cardTerminal(
  options: TerminalOptions,
  driverFor: (late: (answer: LateAnswer) => void) => TerminalDriver,
): CardTerminal {
  assert(/^(?!00)\d\d$/.test(options.tillNumber), 'a till number has two digits, 01 to 99');
  const core = new OneAtATime(options, driverFor);
  const { driver, board } = core;
  return {
    capabilities: driver.capabilities,
    pay: (asked) => core.move('pay', asked),
    refund: (asked) => core.move('refund', asked),
    cancel: (asked) => core.move('cancel', asked),
    duplicate: (asked) => core.duplicate(asked),
    ...(driver.statusOf === undefined ? {} : { statusOf: driver.statusOf }),
    settle(paymentId) {
      driver.settle?.(paymentId);
    },
    onLate: (listener) => core.onLate(listener),
    async probe() {
      await core.look();
      return board.status();
    },
    status: board.status,
    onStatus: board.onStatus,
    close: () => core.close(),
  };
}

class OneAtATime {
  readonly driver: TerminalDriver;
  readonly board: TerminalBoard;
  readonly #log: Log;
  readonly #closing = new AbortController();
  readonly #remembered = new Map<string, Remembered>();
  readonly #lateListeners = new Set<(late: LateAnswer) => void>();
  readonly #heartbeat: Heartbeat;
  #current: Promise<unknown> | undefined;
  #probing: Promise<Shown> | undefined;

  constructor(
    options: TerminalOptions,
    driverFor: (late: (answer: LateAnswer) => void) => TerminalDriver,
  ) {
    this.board = statusBoard(options.now);
    this.#log = options.log ?? silentLog;
    this.driver = driverFor((answer) => this.#lateHeard(answer));
    this.#heartbeat = heartbeatOf(options, this.driver, () => void this.look());
    this.#heartbeat.restart();
  }

  async move(
    action: 'pay' | 'refund' | 'cancel',
    { paymentId, amountCents, signal, originalId }: MoneyAsked & { readonly originalId?: string },
  ): Promise<TerminalOutcome> {
    assertAmount(amountCents, this.driver);
    const request = { action, paymentId, amountCents, originalId };
    const known = this.#remembered.get(paymentId);
    if (known !== undefined) {
      assert(isSame(known.request, request), 'one id is for one payment');
      return known.outcome;
    }
    if (action !== 'pay' && !this.driver.capabilities[action])
      return { status: 'not-sent', reason: 'not-supported' };
    if (this.#current !== undefined) return { status: 'busy' };
    const outcome = this.#start(request, signal);
    remember(this.#remembered, request, outcome);
    return outcome;
  }

  async duplicate({ signal, ...asked }: MoneyAsked): Promise<DuplicateOutcome> {
    assertAmount(asked.amountCents, this.driver);
    if (!this.driver.capabilities.duplicate) return { status: 'not-sent', reason: 'not-supported' };
    if (this.#current !== undefined) return { status: 'busy' };
    const outcome = await this.#start({ action: 'duplicate', ...asked }, signal);
    return outcome.status === 'paid' ? { status: 'printed' } : outcome;
  }

  onLate(listener: (late: LateAnswer) => void): () => void {
    this.#lateListeners.add(listener);
    return () => void this.#lateListeners.delete(listener);
  }

  /** Whether the terminal is there, while nothing is asked. */
  async look(): Promise<void> {
    if (this.#current !== undefined || this.#closing.signal.aborted) return;
    this.#heartbeat.hold();
    this.#probing ??= this.driver
      .probe(this.#closing.signal)
      .then(statusOfProbe)
      .finally(() => {
        this.#probing = undefined;
      });
    const shown = await this.#probing;
    // A payment that began meanwhile shows its own state.
    if (this.#isUsed()) return;
    this.board.showProbe(shown);
    this.#heartbeat.restart();
  }

  async close(): Promise<void> {
    this.#heartbeat.hold();
    this.#closing.abort('closed');
    await Promise.allSettled([this.#current, this.#probing]);
    this.driver.close();
  }

  #isUsed(): boolean {
    return this.#current !== undefined || this.#closing.signal.aborted;
  }

  #start(request: TerminalRequest, signal: AbortSignal | undefined): Promise<TerminalOutcome> {
    this.#heartbeat.hold();
    const outcome = this.#perform(request, signal).finally(() => {
      this.#current = undefined;
      if (!this.#closing.signal.aborted) this.#heartbeat.restart();
    });
    this.#current = outcome;
    return outcome;
  }

  async #perform(
    request: TerminalRequest,
    signal: AbortSignal | undefined,
  ): Promise<TerminalOutcome> {
    this.board.show({ status: 'busy', detail: UNDER_WAY });
    await this.#probing;
    const stop = stopOf(signal, this.#closing.signal);
    const outcome: TerminalOutcome = stop.aborted
      ? { status: 'not-sent', reason: stopReason(stop) }
      : await this.driver.perform(request, stop);
    this.board.show(statusAfter(outcome));
    const { action, paymentId, amountCents } = request;
    // NOTE: the outcome only. An answer as received may hold a card number.
    const fields = { action, paymentId, amountCents, ...facts(outcome) };
    if (outcome.status === 'in-doubt') this.#log.warn(fields, 'card payment in doubt');
    else this.#log.info(fields, 'card payment ended');
    return outcome;
  }

  #lateHeard({ paymentId, outcome }: LateAnswer): void {
    const known = this.#remembered.get(paymentId);
    if (known !== undefined)
      this.#remembered.set(paymentId, { ...known, outcome: Promise.resolve(outcome) });
    this.#log.warn({ paymentId, ...facts(outcome) }, 'late answer of the card terminal');
    for (const listener of this.#lateListeners) listener({ paymentId, outcome });
  }
}

function assertAmount(amountCents: number, { amountMaxCents }: TerminalDriver): void {
  const isAmount = Number.isSafeInteger(amountCents) && amountCents > 0;
  assert(isAmount && amountCents <= amountMaxCents, 'an amount is in whole cents, above 0');
}

function isSame(one: TerminalRequest, other: TerminalRequest): boolean {
  return one.action === other.action && one.amountCents === other.amountCents;
}

/** `busy` is not remembered: nothing was asked, and the same id may try again. */
function remember(
  remembered: Map<string, Remembered>,
  request: TerminalRequest,
  outcome: Promise<TerminalOutcome>,
): void {
  const { paymentId } = request;
  remembered.set(paymentId, { request, outcome });
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED_MAX && oldest !== undefined) remembered.delete(oldest);
  const forget = (): void => void remembered.delete(paymentId);
  void outcome.then(({ status }) => (status === 'busy' ? forget() : undefined), forget);
}

function facts(outcome: TerminalOutcome): { status: string; reason: string | undefined } {
  return { status: outcome.status, reason: 'reason' in outcome ? outcome.reason : undefined };
}

/** Aborted with why: `stopReason` reads it. */
function stopOf(signal: AbortSignal | undefined, closing: AbortSignal): AbortSignal {
  return signal === undefined ? closing : AbortSignal.any([closing, signal]);
}

type Heartbeat = { readonly hold: () => void; readonly restart: () => void };

/** Runs `beat` after each stretch without use, for the drivers that need it. */
function heartbeatOf(
  { timers = systemTimers, times }: TerminalOptions,
  driver: TerminalDriver,
  beat: () => void,
): Heartbeat {
  const { heartbeatMs } = { ...TERMINAL_TIMES, ...times };
  let cancel = (): void => undefined;
  return {
    hold: () => cancel(),
    restart() {
      cancel();
      if (driver.hasHeartbeat) cancel = timers.after(heartbeatMs, beat);
    },
  };
}
