import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';

import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import type { Draft } from '../draft/draft.ts';
import type { PricedDraft } from '../draft/use-priced-draft.ts';
import type { Checkout } from './checkout/use-checkout.ts';
import { Choice } from './choice/choice.tsx';
import { recapOf } from './choice/recap-lines.ts';
import { PlacedOrderPayment } from './placed-order-payment.tsx';
import { paymentText } from './text.ts';
import { NodeSilent } from './waiting.tsx';

/** Taking the money: of the order being taken, which is placed by it, or of one placed before. */
export function PaymentSheet({
  client,
  menu,
  draft,
  priced,
  checkout,
}: {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
  readonly draft: Draft;
  readonly priced: PricedDraft;
  readonly checkout: Checkout;
}) {
  const text = useText(paymentText);
  const { target, sender } = checkout;
  if (target === undefined) return null;
  if (sender.state.status === 'sending' && sender.state.unanswered !== undefined) {
    return (
      <Sheet title={text.title} side="centre" onClose={checkout.close}>
        <NodeSilent
          sinceMs={sender.state.sinceMs}
          unanswered={sender.state.unanswered}
          onBack={checkout.close}
        />
      </Sheet>
    );
  }
  if (target.kind === 'order') {
    return (
      <PlacedOrderPayment
        key={target.orderId}
        client={client}
        menu={menu}
        orderId={target.orderId}
        isBetweenOrders={draft.lines.length === 0}
        checkout={checkout}
      />
    );
  }
  return (
    <Sheet title={text.title} side="centre" onClose={checkout.close}>
      <Choice
        dueCents={priced.ok ? priced.value.totalCents : 0}
        mode={draft.mode}
        lines={priced.ok ? recapOf(menu, priced.value.lines) : []}
        sendState={sender.state}
        canPayLater
        onPay={checkout.pay}
      />
    </Sheet>
  );
}
