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

type Context = {
  readonly journal: Journal<StoreEvent>;
  readonly sql: Sql;
  /** Read before each use: the settings may change. */
  readonly terminal: Asked | undefined;
  readonly log: Logger;
  readonly onChange: () => void;
};

/**
 * Asks the terminal for payments that the journal already holds as started, one at a time, and
 * writes down how each ended. An attempt found unanswered at start was cut off by a crash: the
 * customer may have paid, so it is in doubt, and a person decides. Never asked again by itself.
 */
export function cardPayments(context: Context): CardPayments {
  const stop = new AbortController();
  let busy = 0;
  let line: Promise<void> = Promise.resolve();

  for (const row of context.sql.all(attemptsAsked, {}))
    record(context, {
      orderId: row.order_id,
      paymentId: row.payment_id,
      result: { status: 'in-doubt', reason: 'restarted' },
    });

  /** NOTE: must not throw: after an attempt that does, no other would ever be asked. */
  async function perform(attempt: CardAttempt): Promise<void> {
    const { orderId, paymentId } = attempt;
    const result = await asked(context, attempt);
    await keep(context, { orderId, paymentId, result }, stop.signal);
    busy -= 1;
    context.onChange();
    if (result.status === 'in-doubt') await lookUp(context, paymentId);
  }

  return {
    heardLate: (paymentId, outcome) => heardLate(context, paymentId, outcome),
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

type Settled = {
  readonly orderId: string;
  readonly paymentId: string;
  readonly result: Result;
};

function record({ journal, log }: Context, { orderId, paymentId, result }: Settled): void {
  const command: OrderCommand = { type: 'record-payment', paymentId, result };
  const outcome = runOrder(journal, orderId, () => command);
  if (!outcome.ok)
    log.error({ orderId, paymentId, code: outcome.refusal.code }, 'payment outcome refused');
}

/** Before a person has to: the terminal, or its maker's servers, may know how it ended. */
async function lookUp(context: Context, paymentId: string): Promise<void> {
  try {
    const told = await context.terminal?.statusOf?.(paymentId);
    if (told?.status === 'paid' || told?.status === 'declined') heardLate(context, paymentId, told);
  } catch (fault) {
    context.log.error({ paymentId, err: fault }, 'how a card payment ended cannot be looked up');
  }
}

function heardLate(context: Context, paymentId: string, outcome: HostPaymentOutcome): void {
  const known = context.sql.get(orderOfPayment, { paymentId });
  // What a person settled meanwhile stands; a terminal that is still unsure says nothing new.
  if (known?.status !== 'in-doubt' || outcome.status === 'in-doubt') return;
  record(context, { orderId: known.order_id, paymentId, result: resultOf(outcome) });
  context.onChange();
}

async function asked({ terminal, log }: Context, attempt: CardAttempt): Promise<Result> {
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
async function keep(context: Context, settled: Settled, signal: AbortSignal): Promise<void> {
  const { orderId, paymentId, result } = settled;
  for (;;)
    try {
      record(context, settled);
      return;
    } catch (fault) {
      const { status } = result;
      context.log.error({ orderId, paymentId, status, err: fault }, 'card payment not written yet');
      if (signal.aborted || !isSqliteFault(fault)) return;
      await pause(RETRY_MS, signal);
    }
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
