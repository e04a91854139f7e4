import { type Dispatch, useState } from 'react';

import { titleText } from '#app/domain/menu/spec-text.ts';
import { specOf } from '#app/domain/menu/spec.ts';
import type { Right } from '#app/domain/staff/rights.ts';

import { type Approval, useApproval } from '../../ui/approval/approval.tsx';
import { Chip } from '../../ui/keys/chip.tsx';
import { Key } from '../../ui/keys/key.tsx';
import { SegmentedKeys } from '../../ui/keys/segmented-keys.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import type { Draft, DraftAction } from '../draft/draft.ts';
import type { Priced } from '../draft/use-priced-draft.ts';
import { CouponField } from './coupon-field.tsx';
import { actionOf, type Kind } from './discount.ts';
import { DiscountValue } from './discount-value.tsx';
import { GivenList } from './given-list.tsx';
import styles from './price.module.css';
import { priceText } from './text.ts';

const KINDS: readonly Kind[] = ['rate', 'amount', 'price', 'free'];
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
  onClose,
}: {
  readonly draft: Draft;
  readonly priced: Priced | undefined;
  /** Of the customer, to be spent. */
  readonly points: number;
  readonly dispatch: Dispatch<DraftAction>;
  /** Somebody with the right has agreed: it goes to the node with the order. */
  readonly onApproval: (approval: Approval) => void;
  readonly onClose: () => void;
}) {
  const text = useText(priceText);
  const ask = useApproval();
  const place = draft.lines.findIndex(({ lineId }) => lineId === draft.selectedId);
  const line = priced?.lines[place];
  const [scope, setScope] = useState<'line' | 'order'>(line === undefined ? 'order' : 'line');
  const [asked, setKind] = useState<Kind>('rate');
  const kind = scope === 'order' && (asked === 'price' || asked === 'free') ? 'rate' : asked;
  const [value, setValue] = useState(0);
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<string | undefined>(undefined);
  const lineId = scope === 'line' ? draft.selectedId : undefined;
  const apply = async () => {
    const action = actionOf({ kind, value, reason, lineId });
    if (action === undefined) {
      setTrouble(reason.trim() === '' ? text.needsReason : text.needsValue);
      return;
    }
    const about = line === undefined ? text.onOrder : titleText(specOf(line));
    const answer = await ask(RIGHT_OF[kind], { about: `${text.kind[kind]} · ${about}` });
    if (answer.status === 'refused') return;
    if (answer.status === 'approved') onApproval(answer.approval);
    dispatch(action);
    onClose();
  };
  const chooseKind = (next: Kind) => {
    setKind(next);
    setValue(0);
  };
  return (
    <Sheet title={text.title} side="centre" onClose={onClose}>
      <div className={styles['discount']}>
        <section className={styles['column']}>
          <SegmentedKeys
            label={text.scopes}
            look="outlined"
            options={[
              ...(line === undefined
                ? []
                : [{ value: 'line' as const, label: titleText(specOf(line)) }]),
              { value: 'order' as const, label: text.onOrder },
            ]}
            value={scope}
            onChange={setScope}
          />
          <SegmentedKeys
            label={text.kinds}
            options={KINDS.filter(
              (one) => scope === 'line' || one === 'rate' || one === 'amount',
            ).map((one) => ({ value: one, label: text.kind[one] }))}
            value={kind}
            onChange={chooseKind}
          />
          <div role="group" aria-label={text.reasons} className={styles['reasons']}>
            {text.reasonQuick.map((sentence) => (
              <Chip
                key={sentence}
                label={sentence}
                pressed={reason === sentence}
                onPress={() => setReason(sentence)}
              />
            ))}
          </div>
          <input
            className={styles['input']}
            aria-label={text.otherReason}
            placeholder={text.otherReason}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <CouponField
            codes={draft.couponCodes}
            points={points}
            spent={draft.loyaltyPoints}
            dispatch={dispatch}
          />
          <GivenList draft={draft} priced={priced} dispatch={dispatch} />
        </section>
        <section className={styles['column']}>
          <DiscountValue kind={kind} value={value} onValue={setValue} />
          {trouble !== undefined && (
            <p className={styles['trouble']} role="alert">
              {trouble}
            </p>
          )}
          <Key label={text.apply} tone="action" size="l" wide onPress={() => void apply()} />
        </section>
      </div>
    </Sheet>
  );
}
