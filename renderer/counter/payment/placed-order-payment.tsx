import { useEffect, useRef } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu, Mode } from '#app/domain/menu.ts';
import { assertNever } from '#app/lib/assert.ts';

import { useView } from '../../client/use-view.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import type { Checkout } from './checkout/use-checkout.ts';
import { Choice } from './choice/choice.tsx';
import { type RecapLine, recapOf } from './choice/recap-lines.ts';
import { type Stage, stageOf } from './stage.ts';
import { paymentText } from './text.ts';
import { CardAsked, InDoubt, Paid } from './waiting.tsx';

type Detail = Parameters<typeof stageOf>[0] & {
  readonly number: number;
  readonly mode: Mode;
  readonly lines: readonly RecapLine[];
};

/** The payment of an order that is placed: follows the terminal, then the sheet leaves by itself. */
export function PlacedOrderPayment({
  client,
  menu,
  orderId,
  isBetweenOrders,
  checkout,
}: {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
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
        <StageView menu={menu} detail={detail} stage={stage} checkout={checkout} />
      )}
    </Sheet>
  );
}

function StageView({
  menu,
  detail,
  stage,
  checkout,
}: {
  readonly menu: Menu;
  readonly detail: Detail;
  readonly stage: Stage;
  readonly checkout: Checkout;
}) {
  switch (stage.status) {
    case 'choosing':
      return (
        <Choice
          dueCents={detail.dueCents}
          mode={detail.mode}
          lines={recapOf(menu, detail.lines)}
          sendState={checkout.sender.state}
          {...(stage.failed === undefined ? {} : { failed: stage.failed })}
          canPayLater={stage.failed !== undefined}
          onPay={(way) => (way.method === 'later' ? checkout.close() : checkout.pay(way))}
        />
      );
    case 'card-asked':
      return <CardAsked payment={stage.payment} onNext={checkout.close} />;
    case 'in-doubt':
      return (
        <InDoubt
          payment={stage.payment}
          sendState={checkout.sender.state}
          onResolve={(outcome) => checkout.resolve(stage.payment.paymentId, outcome)}
        />
      );
    case 'paid':
      return <Paid payments={detail.payments} onNext={checkout.close} />;
    default:
      return assertNever(stage);
  }
}
