import type { Output } from '#app/contract/contract.ts';
import type { PaymentState } from '#app/contract/shapes.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Mode } from '#app/domain/menu.ts';
import { specOf } from '#app/domain/menu/spec.ts';
import { titleText } from '#app/domain/menu/spec-text.ts';
import type { PricedLine } from '#app/domain/order/events.ts';
import { allocate, type Locale } from '#app/lib/money.ts';

import type { Draft } from '../../draft/draft.ts';
import type { Priced } from '../../draft/use-priced-draft.ts';

/** A line to read to the customer, and to pay for apart. */
export type BillLine = {
  readonly lineId: string;
  readonly quantity: number;
  readonly name: string;
  readonly kind: PricedLine['kind'];
  readonly leftCents: number;
  readonly isPaid: boolean;
};

/** What is to be paid and is no article: the road, a voucher sold, a container. */
export type BillExtra = {
  readonly id: string;
  readonly kind: 'fee' | Draft['nonSales'][number]['kind'];
  readonly cents: number;
};

/** What is to be paid: of an order being taken, or of one that is placed. Amounts in cents. */
export type Bill = {
  /** Absent as long as the order is not placed. */
  readonly orderId: string | undefined;
  readonly mode: Mode;
  readonly dueCents: number;
  readonly lines: readonly BillLine[];
  readonly extras: readonly BillExtra[];
  readonly payments: readonly PaymentState[];
  /** Asked for at a later time: what is paid before is a deposit. */
  readonly isScheduled: boolean;
  /** Nothing is taken back any more once the customer has it. */
  readonly isGiven: boolean;
};

type Detail = Output<StoreContract, 'order.detail'>;
type LineOfBill = Omit<BillLine, 'leftCents' | 'isPaid'>;

export function billOfDraft(draft: Draft, priced: Priced, language: Locale): Bill {
  const { feeParts = [] } = priced;
  return {
    orderId: undefined,
    mode: draft.mode,
    dueCents: priced.totalCents + priced.nonSaleCents,
    lines: priced.lines.map((line, place) => ({
      ...lineOf(line, draft.lines[place]?.lineId ?? String(place + 1), language),
      leftCents: line.grossCents,
      isPaid: false,
    })),
    extras: extrasOf(
      feeParts.reduce((sum, part) => sum + part.grossCents, 0),
      draft.nonSales,
    ),
    payments: [],
    isScheduled: draft.scheduledFor !== undefined,
    isGiven: false,
  };
}

export function billOfOrder(detail: Detail, language: Locale): Bill {
  const { orderId, mode, dueCents, payments, isScheduled, status, refunded } = detail;
  const paidFor = new Set(payments.filter(isStanding).flatMap(({ lineIds = [] }) => lineIds));
  return {
    orderId,
    mode,
    dueCents,
    lines: detail.lines.map((line, place) => {
      const lineId = line.lineId ?? String(place + 1);
      const back = refunded.find((known) => known.lineId === lineId)?.quantity ?? 0;
      const quantity = line.quantity - back;
      return {
        ...lineOf({ ...line, quantity }, lineId, language),
        leftCents:
          back === 0 ? line.grossCents : (allocate(line.grossCents, [quantity, back])[0] ?? 0),
        isPaid: paidFor.has(lineId),
      };
    }),
    extras: extrasOf(detail.feeCents, detail.nonSales),
    payments,
    isScheduled,
    isGiven: status === 'handed-over' || status === 'delivered',
  };
}

function extrasOf(feeCents: number, nonSales: Draft['nonSales']): readonly BillExtra[] {
  return [
    ...(feeCents === 0 ? [] : [{ id: 'fee', kind: 'fee' as const, cents: feeCents }]),
    ...nonSales.map(({ nonSaleId, kind, cents }) => ({ id: nonSaleId, kind, cents })),
  ];
}

function lineOf(
  line: Parameters<typeof specOf>[0] & Pick<PricedLine, 'kind' | 'quantity'>,
  lineId: string,
  language: Locale,
): LineOfBill {
  return {
    lineId,
    quantity: line.quantity,
    name: titleText(specOf(line, language)),
    kind: line.kind,
  };
}

/** Money that came in and is still there. */
export function isStanding(payment: PaymentState): boolean {
  return payment.status === 'paid' && payment.direction === 'payment';
}
