import type { Logger } from 'pino';

import type { OrderCommand } from '#app/domain/order/order.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';

import { isSqliteFault } from '../database/disk-faults.ts';
import type { HostedTerminal } from '../hardware-host/hosted-devices.ts';
import type { HostPaymentOutcome } from '../hardware-host/outcomes.ts';
import type { CardAttempt } from '../store/context.ts';
import { runOrder } from '../store/run-order.ts';
import { pause } from './pause.ts';

const attemptsAsked = statement<object>()(() =>
  query
    .selectFrom('payment')
    .select(['order_id', 'payment_id', 'amount_cents'])
    .where('status', '=', 'asked'),
);

const orderOfPayment = statement<{ paymentId: string }>()((place) =>
  query
    .selectFrom('payment')
    .select(['order_id', 'status'])
    .where('payment_id', '=', place('paymentId')),
);

/** `statusOf` where there is somebody to ask how a payment ended: a look, never another payment. */
type Asked = Pick<HostedTerminal, 'pay' | 'refund'> & Partial<Pick<HostedTerminal, 'statusOf'>>;

/** Between two tries to write an outcome, on a full disk. */
const RETRY_MS = 2_000;

export type CardPayments = {
  readonly ask: (attempt: CardAttempt) => void;
  /** The terminal said at last how a payment in doubt ended: it settles the doubt by itself. */
  readonly heardLate: (paymentId: string, outcome: HostPaymentOutcome) => void;
  /** Whether an attempt is before the terminal. */
  readonly isBusy: () => boolean;
  /** Waits for the attempts before the terminal, which is to be closed first. */
  readonly close: () => Promise<void>;
};

/**
 * Asks the terminal for payments that the journal already holds as started, one at a time, and
 * writes down how each ended. An attempt found unanswered at start was cut off by a crash: the
 * customer may have paid, so it is in doubt, and a person decides. Never asked again by itself.
 */
export function cardPayments(context: {
  readonly journal: Journal<StoreEvent>;
  readonly sql: Sql;
  /** Read before each use: the settings may change. */
  readonly terminal: Asked | undefined;
  readonly log: Logger;
  readonly onChange: () => void;
}): CardPayments {
  const { journal, sql, log } = context;
  const stop = new AbortController();
  let busy = 0;
  let line: Promise<void> = Promise.resolve();

  for (const row of sql.all(attemptsAsked, {}))
    record(row.order_id, row.payment_id, { status: 'in-doubt', reason: 'restarted' });

  function record(orderId: string, paymentId: string, result: Result): void {
    const command: OrderCommand = { type: 'record-payment', paymentId, result };
    const outcome = runOrder(journal, orderId, () => command);
    if (!outcome.ok)
      log.error({ orderId, paymentId, code: outcome.refusal.code }, 'payment outcome refused');
  }

  async function perform(attempt: CardAttempt): Promise<void> {
    const result = await asked(attempt);
    await keep(attempt.orderId, attempt.paymentId, result);
    busy -= 1;
    context.onChange();
    if (result.status === 'in-doubt') await lookUp(attempt.paymentId);
  }

  /** Before a person has to: the terminal, or its maker's servers, may know how it ended. */
  async function lookUp(paymentId: string): Promise<void> {
    const told = await context.terminal?.statusOf?.(paymentId);
    if (told?.status === 'paid' || told?.status === 'declined') heardLate(paymentId, told);
  }

  function heardLate(paymentId: string, outcome: HostPaymentOutcome): void {
    const known = sql.get(orderOfPayment, { paymentId });
    // What a person settled meanwhile stands; a terminal that is still unsure says nothing new.
    if (known?.status !== 'in-doubt' || outcome.status === 'in-doubt') return;
    record(known.order_id, paymentId, resultOf(outcome));
    context.onChange();
  }

  async function asked(attempt: CardAttempt): Promise<Result> {
    const { terminal } = context;
    if (terminal === undefined) return { status: 'not-sent', reason: 'no-terminal' };
    try {
      return resultOf(await askedOf(terminal, attempt));
    } catch (fault) {
      log.error({ paymentId: attempt.paymentId, err: fault }, 'card payment broke off');
      return { status: 'in-doubt', reason: 'fault' };
    }
  }

  /**
   * What the terminal said is written as soon as it can be: money has moved, whatever the disk says.
   * Unwritten at the end of the node, it is in doubt at its next start.
   */
  async function keep(orderId: string, paymentId: string, result: Result): Promise<void> {
    for (;;)
      try {
        record(orderId, paymentId, result);
        return;
      } catch (fault) {
        const { status } = result;
        log.error({ orderId, paymentId, status, err: fault }, 'card payment not written yet');
        if (stop.signal.aborted || !isSqliteFault(fault)) return;
        await pause(RETRY_MS, stop.signal);
      }
  }

  return {
    heardLate,
    ask(attempt) {
      busy += 1;
      context.onChange();
      line = line.then(() => perform(attempt));
    },
    isBusy: () => busy > 0,
    async close() {
      stop.abort();
      await line;
    },
  };
}

/** Money that goes back is an intent of its own, linked to the payment it came by. */
function askedOf(
  terminal: Pick<HostedTerminal, 'pay' | 'refund'>,
  { paymentId, amountCents, refundOf }: CardAttempt,
): Promise<HostPaymentOutcome> {
  if (refundOf === undefined) return terminal.pay({ paymentId, amountCents });
  return terminal.refund({ paymentId, amountCents, originalId: refundOf });
}

type Result = Extract<OrderCommand, { type: 'record-payment' }>['result'];

/** What the journal keeps of an outcome. A terminal busy with somebody else never saw the request. */
function resultOf(outcome: HostPaymentOutcome): Result {
  switch (outcome.status) {
    case 'busy':
      return { status: 'not-sent', reason: 'busy' };
    case 'paid':
      return { status: 'paid', card: outcome.card };
    default:
      return { status: outcome.status, reason: outcome.reason };
  }
}
