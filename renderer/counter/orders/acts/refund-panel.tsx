import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { specOf } from '#app/domain/menu/spec.ts';
import { titleText } from '#app/domain/menu/spec-text.ts';
import { formatEuros } from '#app/lib/money.ts';

import { useApproval } from '../../../ui/approval/approval.tsx';
import { Key } from '../../../ui/keys/key.tsx';
import { useRefusalText } from '../../../ui/refusals/refusals.ts';
import { useLanguage, useText } from '../../../ui/settings/settings.tsx';
import { useReadNow } from '../../../ui/time/now.tsx';
import { newId } from '../../payment/checkout/new-id.ts';
import { ActPanel, Reasons } from './act-panel.tsx';
import styles from './acts.module.css';
import { refundPlan, worthCents } from './refund-plan.ts';
import { actsText } from './text.ts';
import { withApproval } from './with-approval.ts';

type Detail = Output<StoreContract, 'order.detail'>;

/** Lines given back at the price they were sold at; then the money, to the newest payment first. */
export function RefundPanel({
  client,
  detail,
  onLeave,
}: {
  readonly client: Client<StoreContract>;
  readonly detail: Detail;
  readonly onLeave: () => void;
}) {
  const text = useText(actsText);
  const language = useLanguage();
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  const [reason, setReason] = useState('');
  const { number } = detail;
  const rows = detail.lines.map((line, place) => {
    const lineId = line.lineId ?? String(place + 1);
    const back = detail.refunded.find((known) => known.lineId === lineId)?.quantity ?? 0;
    const left = line.quantity - back;
    // What this very refund, or another till, has just given back can be chosen no more.
    const count = Math.min(counts[lineId] ?? 0, left);
    return { lineId, name: titleText(specOf(line, language)), left, count };
  });
  const lines = rows.flatMap(({ lineId, count }) =>
    count === 0 ? [] : [{ lineId, quantity: count }],
  );
  const { refusal, refund } = useRefund(client, detail, onLeave);
  const amount = formatEuros(worthCents(detail, lines), language);
  return (
    <ActPanel
      title={text.refundTitle(number)}
      refusal={refusal}
      onLeave={onLeave}
      confirm={
        <Key
          label={lines.length === 0 ? text.refundConfirm : text.refundAmount(amount)}
          tone="danger"
          size="l"
          wide
          disabled={lines.length === 0 || reason.trim() === ''}
          onPress={() => void refund(lines, reason.trim())}
        />
      }
    >
      <p className={styles['hint']}>{text.refundHint}</p>
      <ul className={styles['rows']}>
        {rows.map((row) => (
          <RefundRow
            key={row.lineId}
            {...row}
            onCount={(count) => setCounts({ ...counts, [row.lineId]: count })}
          />
        ))}
      </ul>
      <p className={styles['sum']} role="status">
        {text.refundSum} <b>{amount}</b>
      </p>
      <Reasons
        known={text.refundReasons}
        label={text.refundReason}
        reason={reason}
        onReason={setReason}
      />
    </ActPanel>
  );
}

type LineAsked = { readonly lineId: string; readonly quantity: number };

/** The lines first, then at once the money of the newest payment; what is left is owed (`Owed`). */
function useRefund(client: Client<StoreContract>, detail: Detail, onDone: () => void) {
  const text = useText(actsText);
  const refusalText = useRefusalText();
  const ask = useApproval();
  const readNow = useReadNow();
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const language = useLanguage();
  const { orderId, number, payments } = detail;
  const refund = async (lines: LineAsked[], reason: string) => {
    const amount = formatEuros(worthCents(detail, lines), language);
    const refundId = newId(readNow());
    const paymentId = newId(readNow());
    const result = await withApproval(
      ask,
      { right: 'order.refund', about: text.refundAbout(number, amount) },
      async (approval) => {
        const input = { orderId, refundId, lines, reason, ...approval };
        const given = await client.request('order.refund', input);
        if (!given.ok || given.value.dueCents >= 0) return given;
        const [first] = refundPlan(payments, 0 - given.value.dueCents);
        if (first === undefined) return given;
        const back = await client.request('payment.refund', {
          orderId,
          paymentId,
          ofPaymentId: first.payment.paymentId,
          amountCents: first.cents,
          ...approval,
        });
        return back.ok ? given : back;
      },
    );
    if (result === undefined) return;
    if (result.ok) onDone();
    else setRefusal(refusalText(result.refusal));
  };
  return { refusal, refund };
}

function RefundRow({
  name,
  left,
  count,
  onCount,
}: {
  readonly name: string;
  readonly left: number;
  readonly count: number;
  readonly onCount: (count: number) => void;
}) {
  const text = useText(actsText);
  return (
    <li className={styles['row']}>
      <span>{name}</span>
      <span className={styles['hint']}>{text.refundOf(left)}</span>
      <Key
        label={<IconMinus size="1.25rem" aria-hidden />}
        ariaLabel={text.refundLess(name)}
        disabled={count === 0}
        onPress={() => onCount(count - 1)}
      />
      <b>{count}</b>
      <Key
        label={<IconPlus size="1.25rem" aria-hidden />}
        ariaLabel={text.refundMore(name)}
        disabled={count >= left}
        onPress={() => onCount(count + 1)}
      />
    </li>
  );
}
