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
import { counterText } from '../text.ts';
import { CancelOrder } from './cancel-order.tsx';
import { OrderActions } from './order-actions.tsx';
import styles from './order-detail.module.css';
import { ordersText } from './text.ts';

type Detail = Output<StoreContract, 'order.detail'>;

/** One order in full, and what can be done to it where it stands. */
export function OrderDetail({
  client,
  menu,
  orderId,
  onPay,
}: {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
  readonly orderId: string;
  readonly onPay: (orderId: string) => void;
}) {
  const text = useText(ordersText);
  const refusalText = useRefusalText();
  const [isCancelling, setCancelling] = useState(false);
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
  if (isCancelling && detail.status === 'placed') {
    return (
      <CancelOrder
        client={client}
        orderId={orderId}
        number={detail.number}
        onLeave={() => setCancelling(false)}
      />
    );
  }
  return (
    <div className={styles['detail']}>
      <Heading detail={detail} />
      <div className={styles['lines']}>
        {detail.lines.map((line, place) => (
          <Line key={place} line={line} sizeLetter={indexOf(menu).sizes.get(line.sizeId)?.letter} />
        ))}
        {detail.note !== undefined && (
          <p className={styles['note']}>
            <b>{text.note}</b> {detail.note}
          </p>
        )}
        <Sums detail={detail} />
      </div>
      <OrderActions
        client={client}
        detail={detail}
        onPay={onPay}
        onCancel={() => setCancelling(true)}
      />
    </div>
  );
}

function Heading({ detail }: { readonly detail: Detail }) {
  const text = useText(ordersText);
  const { modes } = useText(counterText);
  return (
    <header className={styles['head']}>
      <h3>{text.number(detail.number)}</h3>
      <span className={styles['state']}>{text.states[detail.status]}</span>
      <p>
        {modes[detail.mode]} · {text.promisedFor(clockText(detail.promisedAt))} ·{' '}
        {text.placedAt(clockText(detail.placedAt))}
      </p>
    </header>
  );
}

function Line({
  line,
  sizeLetter,
}: {
  readonly line: Detail['lines'][number];
  readonly sizeLetter: string | undefined;
}) {
  const spec = specOf(line, useLanguage());
  return (
    <TicketLine
      quantity={line.quantity}
      name={line.name}
      {...(sizeLetter === undefined ? {} : { sizeLetter })}
    >
      {detailTexts(spec).length > 0 || line.note !== undefined ? (
        <>
          <SpecSigns spec={spec} />
          {line.note !== undefined && <i>{line.note}</i>}
        </>
      ) : undefined}
    </TicketLine>
  );
}

function Sums({ detail }: { readonly detail: Detail }) {
  const text = useText(ordersText);
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
      {detail.payments.map((payment) => (
        <div key={payment.paymentId}>
          <dt>
            {payment.method === 'card' ? text.card : text.cash} ·{' '}
            {text.paymentStates[payment.status]}
          </dt>
          <dd>
            <Money cents={payment.amountCents} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** `5,5 %` from basis points, without a float. */
function rateText(rateBp: number): string {
  const digits = String(rateBp).padStart(3, '0');
  const decimals = digits.slice(-2).replace(/0+$/, '');
  return `${digits.slice(0, -2)}${decimals === '' ? '' : `,${decimals}`}\u202f%`;
}
