import { useState } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';
import { specOf } from '#app/domain/menu/spec.ts';
import { detailTexts } from '#app/domain/menu/spec-text.ts';
import { indexOf } from '#app/domain/menu-index.ts';

import { useView } from '../../client/use-view.ts';
import { SpecSigns, TicketLine } from '../../ui/cards/ticket-card.tsx';
import { Money } from '../../ui/money.tsx';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { clockText } from '../../ui/time/time-text.ts';
import { useMoment } from '../../ui/time/use-moment.ts';
import { counterText } from '../text.ts';
import { paymentText } from '../payment/text.ts';
import { SoldVouchers } from '../payment/papers/sold-vouchers.tsx';
import { ScheduleSheet } from '../schedule/schedule-sheet.tsx';
import { RefundPanel } from './acts/refund-panel.tsx';
import { HistoryPanel, ModePanel, TransferPanel } from './acts/simple-panels.tsx';
import { useHere } from './acts/use-here.ts';
import { CancelOrder } from './cancel-order.tsx';
import { type Act, OrderActions } from './order-actions.tsx';
import styles from './order-detail.module.css';
import { type OrdersText, ordersText } from './text.ts';

type Detail = Output<StoreContract, 'order.detail'>;

/** One order in full, and what can be done to it where it stands. */
export function OrderDetail({
  client,
  menu,
  orderId,
  onPay,
  onEdit,
}: {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
  readonly orderId: string;
  readonly onPay: (orderId: string) => void;
  /** Its lines take the whole sheet while they are changed. */
  readonly onEdit: () => void;
}) {
  const text = useText(ordersText);
  const refusalText = useRefusalText();
  const [act, setAct] = useState<Act | undefined>(undefined);
  const view = useView(client, 'order.detail', { orderId });
  if (view.status === 'waiting') return <p className={styles['loading']}>{text.loading}</p>;
  if (view.status === 'refused') {
    return (
      <p className={styles['loading']} role="alert">
        {refusalText(view.refusal)}
      </p>
    );
  }
  const detail = view.value;
  const leave = () => setAct(undefined);
  const isPanel = act !== undefined && act !== 'time';
  if (isPanel) return <ActView client={client} detail={detail} act={act} onLeave={leave} />;
  return (
    <div className={styles['detail']}>
      <Heading client={client} detail={detail} />
      <div className={styles['lines']}>
        {detail.lines.map((line, place) => (
          <Line
            key={line.lineId ?? place}
            line={line}
            sizeLetter={indexOf(menu).sizes.get(line.sizeId)?.letter}
            refunded={refundedOf(detail, line.lineId ?? String(place + 1))}
          />
        ))}
        {detail.note !== undefined && (
          <p className={styles['note']}>
            <b>{text.note}</b> {detail.note}
          </p>
        )}
        <SoldVouchers detail={detail} />
        <Sums detail={detail} />
      </div>
      <OrderActions
        client={client}
        detail={detail}
        onPay={onPay}
        onAct={(next) => (next === 'edit' ? onEdit() : setAct(next))}
      />
      {act === 'time' && <OtherTime client={client} detail={detail} onLeave={leave} />}
    </div>
  );
}

function ActView({
  act,
  ...props
}: {
  readonly client: Client<StoreContract>;
  readonly detail: Detail;
  readonly act: Exclude<Act, 'time'>;
  readonly onLeave: () => void;
}) {
  switch (act) {
    case 'cancel': {
      const { orderId, number } = props.detail;
      return (
        <CancelOrder
          client={props.client}
          orderId={orderId}
          number={number}
          onLeave={props.onLeave}
        />
      );
    }
    case 'mode':
      return <ModePanel {...props} />;
    case 'transfer':
      return <TransferPanel {...props} />;
    case 'refund':
      return <RefundPanel {...props} />;
    case 'history':
      return <HistoryPanel {...props} />;
    case 'edit':
      return null;
  }
}

/** The time it is promised for, on the same keys as for a new order. */
function OtherTime({
  client,
  detail: { orderId, promisedAt, isScheduled },
  onLeave,
}: {
  readonly client: Client<StoreContract>;
  readonly detail: Detail;
  readonly onLeave: () => void;
}) {
  const move = (at: string | undefined) =>
    void client.request('order.reschedule', {
      orderId,
      ...(at === undefined ? {} : { promisedAt: at }),
    });
  return (
    <ScheduleSheet
      scheduledFor={isScheduled ? promisedAt : undefined}
      onSchedule={move}
      onClose={onLeave}
    />
  );
}

function refundedOf({ refunded }: Detail, lineId: string): number {
  return refunded.find((known) => known.lineId === lineId)?.quantity ?? 0;
}

function Heading({
  client,
  detail,
}: {
  readonly client: Client<StoreContract>;
  readonly detail: Detail;
}) {
  const here = useHere(client);
  const moment = useMoment();
  const text = useText(ordersText);
  const { modes } = useText(counterText);
  return (
    <header className={styles['head']}>
      <h3>{text.number(detail.number)}</h3>
      <span className={styles['state']}>{text.states[detail.status]}</span>
      <p>
        {modes[detail.mode]} · {text.promisedFor(moment.words(detail.promisedAt))} ·{' '}
        {text.placedAt(clockText(detail.placedAt))}
        {detail.customerName !== undefined && ` · ${detail.customerName}`}
        {detail.device !== undefined && ` · ${here(detail.device)}`}
      </p>
    </header>
  );
}

function Line({
  line,
  sizeLetter,
  refunded,
}: {
  readonly line: Detail['lines'][number];
  readonly sizeLetter: string | undefined;
  /** How many of it were given back. */
  readonly refunded: number;
}) {
  const text = useText(ordersText);
  const spec = specOf(line, useLanguage());
  return (
    <TicketLine
      quantity={line.quantity}
      name={spec.title}
      struck={refunded >= line.quantity}
      {...(sizeLetter === undefined ? {} : { sizeLetter })}
    >
      {detailTexts(spec).length > 0 || line.note !== undefined || refunded > 0 ? (
        <>
          {refunded > 0 && <i>{text.refundedCount(refunded)}</i>}
          <SpecSigns spec={spec} />
          {line.note !== undefined && <i>{line.note}</i>}
        </>
      ) : undefined}
    </TicketLine>
  );
}

function Sums({ detail }: { readonly detail: Detail }) {
  const text = useText(ordersText);
  const { methods } = useText(paymentText);
  return (
    <dl className={styles['sums']}>
      {detail.vat.map(({ rateBp, vatCents }) => (
        <div key={rateBp}>
          <dt>{text.vat(rateText(rateBp))}</dt>
          <dd>
            <Money cents={vatCents} />
          </dd>
        </div>
      ))}
      <div className={styles['total']}>
        <dt>{text.total}</dt>
        <dd>
          <Money cents={detail.totalCents} size="large" />
        </dd>
      </div>
      {detail.refundedCents > 0 && (
        <div>
          <dt>{text.refundedTotal}</dt>
          <dd>
            <Money cents={-detail.refundedCents} />
          </dd>
        </div>
      )}
      {detail.payments.map((payment) => (
        <div key={payment.paymentId}>
          <dt>
            {paymentLine(payment, isDeposit(detail), text)} {methods[payment.method]} ·{' '}
            {text.paymentStates[payment.status]}
          </dt>
          <dd>
            <Money
              cents={payment.direction === 'refund' ? -payment.amountCents : payment.amountCents}
            />
          </dd>
        </div>
      ))}
      {detail.dueCents !== 0 && (
        <div className={styles['total']}>
          <dt>{detail.dueCents > 0 ? text.dueWord : text.owedWord}</dt>
          <dd>
            <Money cents={Math.abs(detail.dueCents)} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** A part paid before an order of later is a deposit. */
function isDeposit({ isScheduled, dueCents }: Detail): boolean {
  return isScheduled && dueCents > 0;
}

function paymentLine(
  { direction, status }: Detail['payments'][number],
  isPart: boolean,
  text: OrdersText,
): string {
  if (direction === 'refund') return text.givenBack;
  return isPart && status === 'paid' ? text.deposit : '';
}

/** `5,5 %` from basis points, without a float. */
function rateText(rateBp: number): string {
  const digits = String(rateBp).padStart(3, '0');
  const decimals = digits.slice(-2).replace(/0+$/, '');
  return `${digits.slice(0, -2)}${decimals === '' ? '' : `,${decimals}`}\u202f%`;
}
