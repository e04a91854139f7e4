import { useEffect, useRef } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { PaymentState } from '#app/contract/shapes.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { assertNever } from '#app/lib/assert.ts';
import { formatEuros } from '#app/lib/money.ts';

import { useView } from '../../client/use-view.ts';
import { useApproval } from '../../ui/approval/approval.tsx';
import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import type { Checkout } from './checkout/use-checkout.ts';
import { billOfOrder } from './choice/bill.ts';
import { Choice } from './choice/choice.tsx';
import { InDoubt } from './doubt/in-doubt.tsx';
import { PaperKeys } from './papers/paper-keys.tsx';
import { SoldVouchers } from './papers/sold-vouchers.tsx';
import { type Stage, stageOf } from './stage.ts';
import { paymentText } from './text.ts';
import { CardAsked, Paid } from './waiting.tsx';

type Detail = Output<StoreContract, 'order.detail'>;

/** The payment of an order that is placed: follows the terminal, then the sheet leaves by itself. */
export function PlacedOrderPayment({
  client,
  orderId,
  isBetweenOrders,
  checkout,
}: {
  readonly client: Client<StoreContract>;
  readonly orderId: string;
  /** No other order is being taken: the change can stay in the ticket panel. */
  readonly isBetweenOrders: boolean;
  readonly checkout: Checkout;
}) {
  const text = useText(paymentText);
  const view = useView(client, 'order.detail', { orderId });
  const detail = view.status === 'ready' ? view.value : undefined;
  const stage = detail && stageOf(detail);
  const canLeave =
    stage?.status === 'paid' && isBetweenOrders && checkout.lastSale?.orderId === orderId;
  const { close } = checkout;
  const hasLeft = useRef(false);
  useEffect(() => {
    if (!canLeave || hasLeft.current) return;
    hasLeft.current = true;
    close();
  }, [canLeave, close]);

  return (
    <Sheet
      title={detail === undefined ? text.title : text.titleOf(detail.number)}
      side="centre"
      onClose={close}
    >
      {detail !== undefined && stage !== undefined && (
        <StageView client={client} detail={detail} stage={stage} checkout={checkout} />
      )}
    </Sheet>
  );
}

function StageView({
  client,
  detail,
  stage,
  checkout,
}: {
  readonly client: Client<StoreContract>;
  readonly detail: Detail;
  readonly stage: Stage;
  readonly checkout: Checkout;
}) {
  const ask = useApproval();
  switch (stage.status) {
    case 'choosing':
      return <PlacedChoice client={client} detail={detail} stage={stage} checkout={checkout} />;
    case 'card-asked':
      return <CardAsked payment={stage.payment} onNext={checkout.close} />;
    case 'in-doubt': {
      const resolve = async (outcome: 'paid' | 'not-paid') => {
        const answer = await ask('payment.resolve');
        if (answer.status === 'refused') return;
        const approval = answer.status === 'approved' ? answer.approval : undefined;
        checkout.resolve(stage.payment.paymentId, outcome, approval);
      };
      return (
        <InDoubt
          client={client}
          orderId={detail.orderId}
          payment={stage.payment}
          sendState={checkout.sender.state}
          onResolve={(outcome) => void resolve(outcome)}
        />
      );
    }
    case 'paid':
      return (
        <Paid
          payments={detail.payments}
          papers={
            <>
              <SoldVouchers detail={detail} />
              <PaperKeys client={client} detail={detail} />
            </>
          }
          onNext={checkout.close}
        />
      );
    default:
      return assertNever(stage);
  }
}

function PlacedChoice({
  client,
  detail,
  stage,
  checkout,
}: {
  readonly client: Client<StoreContract>;
  readonly detail: Detail;
  readonly stage: Extract<Stage, { status: 'choosing' }>;
  readonly checkout: Checkout;
}) {
  const text = useText(paymentText);
  const language = useLanguage();
  const ask = useApproval();
  const { orderId } = detail;
  const reverse = async ({ paymentId, method, amountCents }: PaymentState, reason: string) => {
    const about = `${text.methods[method]} ${formatEuros(amountCents, language)}`;
    const answer = await ask('payment.reverse', { about });
    if (answer.status === 'refused') return;
    checkout.reverse(paymentId, reason, answer.status === 'approved' ? answer.approval : undefined);
  };
  return (
    <Choice
      client={client}
      bill={billOfOrder(detail, language)}
      split={checkout.split}
      sendState={checkout.sender.state}
      {...(stage.failed === undefined ? {} : { failed: stage.failed })}
      canPayLater
      onSplit={checkout.setSplit}
      onPay={(way) => (way.method === 'later' ? checkout.close() : checkout.pay(way))}
      onReverse={(payment, reason) => void reverse(payment, reason)}
      onNote={() => void client.request('receipt.print', { orderId, document: 'note' })}
    />
  );
}
