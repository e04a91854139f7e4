import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import type { Draft } from '../draft/draft.ts';
import type { PricedDraft } from '../draft/use-priced-draft.ts';
import type { Checkout } from './checkout/use-checkout.ts';
import { billOfDraft } from './choice/bill.ts';
import { Choice } from './choice/choice.tsx';
import { PlacedOrderPayment } from './placed-order-payment.tsx';
import { paymentText } from './text.ts';
import { NodeSilent } from './waiting.tsx';

/** Taking the money: of the order being taken, which is placed by it, or of one placed before. */
export function PaymentSheet({
  client,
  draft,
  priced,
  checkout,
}: {
  readonly client: Client<StoreContract>;
  readonly draft: Draft;
  readonly priced: PricedDraft;
  readonly checkout: Checkout;
}) {
  const text = useText(paymentText);
  const language = useLanguage();
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
        orderId={target.orderId}
        isBetweenOrders={draft.lines.length + draft.nonSales.length === 0}
        checkout={checkout}
      />
    );
  }
  return (
    <Sheet title={text.title} side="centre" onClose={checkout.close}>
      {priced.ok && (
        <Choice
          client={client}
          bill={billOfDraft(draft, priced.value, language)}
          split={checkout.split}
          sendState={sender.state}
          canPayLater
          onSplit={checkout.setSplit}
          onPay={checkout.pay}
          onReverse={nothing}
          onNote={nothing}
        />
      )}
    </Sheet>
  );
}

/** Before an order is placed, nothing of it was paid, and no paper can be asked for. */
function nothing(): void {}
