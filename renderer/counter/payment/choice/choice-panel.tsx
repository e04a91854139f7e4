import type { Client } from '#app/contract/contract.ts';
import type { PaymentState } from '#app/contract/shapes.ts';
import type { StoreContract } from '#app/contract/store.ts';

import type { Way } from '../checkout/use-checkout.ts';
import { GiftVoucherPanel } from '../panels/gift-voucher-panel.tsx';
import { ChequePanel, ManualCardPanel, TipPanel } from '../panels/proof-panels.tsx';
import { ReversePanel } from '../panels/reverse-panel.tsx';
import { SharesPanel } from '../panels/shares-panel.tsx';
import type { TitleLimit } from '../panels/title-limit.ts';
import { TitlesPanel } from '../panels/titles-panel.tsx';
import { AmountPanel } from './amount-panel.tsx';
import type { Asked } from './asked.ts';
import type { OpenPanel } from './panel-name.ts';

type Amount = Parameters<typeof AmountPanel>[0];

/** What stands in the middle of the payment sheet. */
export function ChoicePanel({
  client,
  panel,
  amount,
  asked,
  titles,
  paper,
  isRestDay,
  onPay,
  onShare,
  onReverse,
  onBack,
}: {
  readonly client: Client<StoreContract>;
  readonly panel: OpenPanel;
  readonly amount: Amount;
  readonly asked: Asked;
  readonly titles: TitleLimit;
  /** The paper titles added so far. */
  readonly paper: {
    readonly titlesCents: readonly number[];
    readonly setTitles: (titles: readonly number[]) => void;
  };
  readonly isRestDay: boolean;
  readonly onPay: (way: Way) => void;
  readonly onShare: (count: number) => void;
  readonly onReverse: (payment: PaymentState, reason: string) => void;
  readonly onBack: () => void;
}) {
  const proof = { cents: asked.cents, asked: asked.part, onPay, onBack };
  switch (panel.name) {
    case 'amount':
      return <AmountPanel {...amount} />;
    case 'titles':
      return (
        <TitlesPanel
          limit={titles}
          titles={paper.titlesCents}
          isRestDay={isRestDay}
          onTitles={paper.setTitles}
          onPay={onPay}
          onBack={onBack}
        />
      );
    case 'cheque':
      return <ChequePanel {...proof} />;
    case 'card-manual':
      return <ManualCardPanel {...proof} />;
    case 'tip':
      return <TipPanel {...proof} />;
    case 'gift-voucher':
      return <GiftVoucherPanel client={client} cents={asked.cents} onPay={onPay} onBack={onBack} />;
    case 'shares':
      return <SharesPanel dueCents={amount.dueCents} onChoose={onShare} onBack={onBack} />;
    case 'reverse':
      return <ReversePanel payment={panel.payment} onReverse={onReverse} onBack={onBack} />;
  }
}
