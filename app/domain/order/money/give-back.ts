import { assert, assertNever } from '../../../lib/assert.ts';
import { accept, refuse, type Result } from '../../../lib/result.ts';
import type { RefundPaymentCommand, ReversePaymentCommand } from '../commands.ts';
import { doerOf } from '../doer.ts';
import type { PaymentEvent, PaymentMethod } from '../events.ts';
import {
  hasOpenPayment,
  isOfTerminal,
  leftOf,
  type PaidAttempt,
  type PaymentAttempt,
} from '../payments.ts';
import type { OrderRefusal } from '../refusals.ts';
import { dueCents, isGiven, type PlacedOrder } from '../state.ts';

/**
 * Takes back a payment pressed by mistake, before the order is given. What a terminal took is given
 * back by a terminal; what was given back in part already is given back for the rest.
 */
export function reversePayment(
  order: PlacedOrder,
  command: ReversePaymentCommand,
): Result<PaymentEvent[], OrderRefusal> {
  const { orderId, payments } = order;
  const { paymentId, reason } = command;
  const payment = payments.find((known) => known.paymentId === paymentId);
  if (payment === undefined) return refuse({ code: 'payment.unknown' });
  if (payment.status === 'reversed') return refuse({ code: 'payment.already-reversed' });
  if (isGiven(order)) return refuse({ code: 'order.already-given' });
  const isReversible =
    payment.status === 'paid' &&
    payment.direction === 'payment' &&
    !isOfTerminal(payment.method) &&
    leftOf(payments, payment) === payment.amountCents;
  if (!isReversible) return refuse({ code: 'payment.not-reversible' });
  return accept([
    { type: 'payment.reversed', data: { orderId, paymentId, reason, ...doerOf(command) } },
  ]);
}

/**
 * Gives money back to the payment it came by, never more than it brought nor than is owed. A
 * terminal is asked first, and may decline: then it stays owed.
 */
export function refundPayment(
  order: PlacedOrder,
  command: RefundPaymentCommand,
): Result<PaymentEvent[], OrderRefusal> {
  const { payments } = order;
  const { paymentId, ofPaymentId, amountCents } = command;
  if (payments.some((known) => known.paymentId === paymentId)) {
    return refuse({ code: 'payment.already-asked' });
  }
  if (hasOpenPayment(payments)) return refuse({ code: 'payment.open' });
  const of = payments.find((known) => known.paymentId === ofPaymentId);
  if (of === undefined) return refuse({ code: 'payment.unknown' });
  if (!isRefundable(of)) return refuse({ code: 'payment.not-refundable' });
  const owedCents = 0 - dueCents(order);
  if (owedCents <= 0) return refuse({ code: 'payment.nothing-owed' });
  const maximumCents = Math.min(owedCents, leftOf(payments, of));
  if (maximumCents === 0 || (amountCents !== undefined && amountCents > maximumCents)) {
    return refuse({ code: 'payment.refund-too-large', detail: { maximumCents } });
  }
  return accept([givenBack(order.orderId, of, command, amountCents ?? maximumCents)]);
}

/** Paper titles went into the safe: neither they nor cash for them go back. */
function isRefundable(payment: PaymentAttempt): payment is RefundableAttempt {
  return (
    payment.status === 'paid' &&
    payment.direction === 'payment' &&
    payment.method !== 'meal-voucher'
  );
}

type RefundableAttempt = PaidAttempt & {
  readonly method: Exclude<PaymentMethod, 'meal-voucher'>;
};

function givenBack(
  orderId: string,
  of: RefundableAttempt,
  command: RefundPaymentCommand,
  amountCents: number,
): PaymentEvent {
  const { method } = of;
  const { paymentId, ofPaymentId } = command;
  const data = {
    orderId,
    paymentId,
    amountCents,
    direction: 'refund',
    ofPaymentId,
    ...doerOf(command),
  } as const;
  switch (method) {
    case 'card':
    case 'meal-voucher-card':
      return { type: 'payment.started', data: { ...data, method } };
    case 'cash':
      return {
        type: 'payment.paid',
        data: { ...data, method, tenderedCents: amountCents, changeCents: 0 },
      };
    case 'card-manual':
      return {
        type: 'payment.paid',
        data: { ...data, method, authorisation: of.authorisation ?? '' },
      };
    case 'cheque':
      return { type: 'payment.paid', data: { ...data, method } };
    case 'gift-voucher': {
      const { code } = of;
      assert(code !== undefined, `${of.paymentId} was paid with a voucher`);
      return { type: 'payment.paid', data: { ...data, method, code } };
    }
    default:
      return assertNever(method);
  }
}
