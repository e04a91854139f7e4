import { type Dispatch, useState } from 'react';

import { titleText } from '#app/domain/menu/spec-text.ts';
import { specOf } from '#app/domain/menu/spec.ts';
import type { Right } from '#app/domain/staff/rights.ts';

import { type Approval, useApproval } from '../../ui/approval/approval.tsx';
import { Key } from '../../ui/keys/key.tsx';
import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import type { Draft, DraftAction } from '../draft/draft.ts';
import type { Priced } from '../draft/use-priced-draft.ts';
import { voucherSaleText } from '../payment/voucher-sale/text.ts';
import { CouponField } from './coupon-field.tsx';
import { actionOf, type Kind } from './discount.ts';
import { DiscountChoice } from './discount-choice.tsx';
import { DiscountValue } from './discount-value.tsx';
import { GivenList } from './given-list.tsx';
import { givenWords } from './given-words.ts';
import styles from './price.module.css';
import { priceText } from './text.ts';

const RIGHT_OF: Readonly<Record<Kind, Right>> = {
  rate: 'discount.manual',
  amount: 'discount.manual',
  price: 'price.override',
  free: 'item.free',
};

/** A code, a discount, another price, an article given away: with its reason, and a right. */
export function DiscountSheet({
  draft,
  priced,
  points,
  dispatch,
  onApproval,
  onSellVoucher,
  onClose,
}: {
  readonly draft: Draft;
  readonly priced: Priced | undefined;
  /** Of the customer, to be spent. */
  readonly points: number;
  readonly dispatch: Dispatch<DraftAction>;
  /** Somebody with the right has agreed: it goes to the node with the order. */
  readonly onApproval: (approval: Approval) => void;
  /** A gift voucher joins the order; before the first article its key is on the ticket too. */
  readonly onSellVoucher: () => void;
  readonly onClose: () => void;
}) {
  const text = useText(priceText);
  const line = priced?.lines[draft.lines.findIndex((one) => one.lineId === draft.selectedId)];
  const [scope, setScope] = useState<'line' | 'order'>(line === undefined ? 'order' : 'line');
  const [asked, setKind] = useState<Kind>('rate');
  const kind = scope === 'order' && (asked === 'price' || asked === 'free') ? 'rate' : asked;
  const [value, setValue] = useState(0);
  const [reason, setReason] = useState('');
  const lineId = scope === 'line' ? draft.selectedId : undefined;
  const { apply, trouble } = useApply({
    asked: { kind, value, reason, lineId },
    draft,
    priced,
    dispatch,
    onApproval,
    onClose,
  });
  return (
    <Sheet title={text.title} side="centre" onClose={onClose}>
      <div className={styles['discount']}>
        <section className={styles['column']}>
          <DiscountChoice
            lineTitle={line && titleText(specOf(line))}
            scope={scope}
            kind={kind}
            reason={reason}
            onScope={setScope}
            onKind={(next) => {
              setKind(next);
              setValue(0);
            }}
            onReason={setReason}
          />
          <CouponField
            codes={draft.couponCodes}
            points={points}
            spent={draft.loyaltyPoints}
            dispatch={dispatch}
          />
          <GivenList draft={draft} priced={priced} dispatch={dispatch} />
          <SellVoucher onPress={onSellVoucher} />
        </section>
        <section className={styles['column']}>
          <DiscountValue kind={kind} value={value} onValue={setValue} />
          <Trouble sentence={trouble} />
          <Key label={text.apply} tone="action" size="l" wide onPress={() => void apply()} />
        </section>
      </div>
    </Sheet>
  );
}

/** Asks for the right it takes, then does it. */
function useApply({
  asked,
  draft,
  priced,
  dispatch,
  onApproval,
  onClose,
}: {
  readonly asked: Parameters<typeof actionOf>[0];
  readonly draft: Draft;
  readonly priced: Priced | undefined;
  readonly dispatch: Dispatch<DraftAction>;
  readonly onApproval: (approval: Approval) => void;
  readonly onClose: () => void;
}) {
  const text = useText(priceText);
  const language = useLanguage();
  const ask = useApproval();
  const [trouble, setTrouble] = useState<string | undefined>(undefined);
  const apply = async () => {
    const action = actionOf(asked);
    if (action === undefined) {
      setTrouble(asked.reason.trim() === '' ? text.needsReason : text.needsValue);
      return;
    }
    const answer = await ask(RIGHT_OF[asked.kind], {
      about: givenWords(action, { draft, priced, text, language }),
    });
    if (answer.status === 'refused') return;
    if (answer.status === 'approved') onApproval(answer.approval);
    dispatch(action);
    onClose();
  };
  return { apply, trouble };
}

function SellVoucher({ onPress }: { readonly onPress: () => void }) {
  const { title } = useText(voucherSaleText);
  return <Key label={title} tone="paper" onPress={onPress} />;
}

function Trouble({ sentence }: { readonly sentence: string | undefined }) {
  if (sentence === undefined) return null;
  return (
    <p className={styles['trouble']} role="alert">
      {sentence}
    </p>
  );
}
