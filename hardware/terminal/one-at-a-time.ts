import { assert } from '#app/lib/assert.ts';

import { silentLog } from '../link/log.ts';
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
import { type Shown, statusAfter, statusBoard, statusOfProbe } from './status-board.ts';
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
  const log = options.log ?? silentLog;
  const closing = new AbortController();
  const board = statusBoard(options.now);
  const remembered = new Map<string, Remembered>();
  const lateListeners = new Set<(late: LateAnswer) => void>();
  const driver = driverFor(lateHeard);
  let current: Promise<unknown> | undefined;
  let probing: Promise<Shown> | undefined;
  const heartbeat = heartbeatOf(options, driver, () => void look());

  function lateHeard({ paymentId, outcome }: LateAnswer): void {
    const known = remembered.get(paymentId);
    if (known !== undefined)
      remembered.set(paymentId, { request: known.request, outcome: Promise.resolve(outcome) });
    log.warn({ paymentId, ...facts(outcome) }, 'late answer of the card terminal');
    for (const listener of lateListeners) listener({ paymentId, outcome });
  }

  async function perform(
    request: TerminalRequest,
    signal: AbortSignal | undefined,
  ): Promise<TerminalOutcome> {
    board.show({ status: 'busy', detail: UNDER_WAY });
    await probing;
    const stop = stopOf(signal, closing.signal);
    const outcome: TerminalOutcome = stop.aborted
      ? { status: 'not-sent', reason: stopReason(stop) }
      : await driver.perform(request, stop);
    board.show(statusAfter(outcome));
    const { action, paymentId, amountCents } = request;
    // NOTE: the outcome only. An answer as received may hold a card number.
    const fields = { action, paymentId, amountCents, ...facts(outcome) };
    const isLoud = outcome.status === 'in-doubt';
    if (isLoud) log.warn(fields, 'card payment in doubt');
    else log.info(fields, 'card payment ended');
    return outcome;
  }

  function start(
    request: TerminalRequest,
    signal: AbortSignal | undefined,
  ): Promise<TerminalOutcome> {
    heartbeat.hold();
    const outcome = perform(request, signal).finally(() => {
      current = undefined;
      if (!closing.signal.aborted) heartbeat.restart();
    });
    current = outcome;
    return outcome;
  }

  async function move(
    action: 'pay' | 'refund' | 'cancel',
    { paymentId, amountCents, signal, originalId }: MoneyAsked & { readonly originalId?: string },
  ): Promise<TerminalOutcome> {
    assertAmount(amountCents, driver);
    const request = { action, paymentId, amountCents, originalId };
    const known = remembered.get(paymentId);
    if (known !== undefined) {
      assert(isSame(known.request, request), 'one id is for one payment');
      return known.outcome;
    }
    if (action !== 'pay' && !driver.capabilities[action])
      return { status: 'not-sent', reason: 'not-supported' };
    if (current !== undefined) return { status: 'busy' };
    const outcome = start(request, signal);
    remember(remembered, request, outcome);
    return outcome;
  }

  async function duplicate({ signal, ...asked }: MoneyAsked): Promise<DuplicateOutcome> {
    assertAmount(asked.amountCents, driver);
    if (!driver.capabilities.duplicate) return { status: 'not-sent', reason: 'not-supported' };
    if (current !== undefined) return { status: 'busy' };
    const outcome = await start({ action: 'duplicate', ...asked }, signal);
    return outcome.status === 'paid' ? { status: 'printed' } : outcome;
  }

  async function look(): Promise<void> {
    if (current !== undefined || closing.signal.aborted) return;
    heartbeat.hold();
    probing ??= driver
      .probe(closing.signal)
      .then(statusOfProbe)
      .finally(() => {
        probing = undefined;
      });
    const shown = await probing;
    // A payment that began meanwhile shows its own state; one that ended left its doubt to be seen.
    if (current === undefined) {
      board.showProbe(shown);
      heartbeat.restart();
    }
  }

  heartbeat.restart();
  return {
    capabilities: driver.capabilities,
    pay: (asked) => move('pay', asked),
    refund: (asked) => move('refund', asked),
    cancel: (asked) => move('cancel', asked),
    duplicate,
    ...(driver.statusOf === undefined ? {} : { statusOf: driver.statusOf }),
    settle(paymentId) {
      driver.settle?.(paymentId);
    },
    onLate(listener) {
      lateListeners.add(listener);
      return () => void lateListeners.delete(listener);
    },
    async probe() {
      await look();
      return board.status();
    },
    status: board.status,
    onStatus: board.onStatus,
    async close() {
      heartbeat.hold();
      closing.abort('closed');
      await Promise.allSettled([current, probing]);
      driver.close();
    },
  };
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

/** Runs `beat` after each stretch without use, for the drivers that need it. */
function heartbeatOf(
  { timers = systemTimers, times }: TerminalOptions,
  driver: TerminalDriver,
  beat: () => void,
): { readonly hold: () => void; readonly restart: () => void } {
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
