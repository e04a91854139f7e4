import { IconArrowLeft, IconPencil, IconRepeat, IconUserOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import type { OrderSummary } from '#app/contract/store.ts';
import { formatPhoneNumber } from '#app/domain/phone-number.ts';

import { Key } from '../../ui/keys/key.tsx';
import { Money } from '../../ui/money.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { useNow } from '../../ui/time/now.tsx';
import { useMoment } from '../../ui/time/use-moment.ts';
import { AddressKeys } from './address-keys.tsx';
import type { CustomerSheet } from './current-customer.tsx';
import styles from './customer-panel.module.css';
import { dayText, orderWords, recencyWord, waitingWords } from './customer-words.ts';
import { customerText } from './text.ts';

const HOUR_MS = 3_600_000;

export type CustomerPresses = {
  readonly onRedo: () => void;
  readonly onRedoOrder: (orderId: string) => void;
  readonly onSeeOrder: (number: string) => void;
  readonly onAddress: (addressId: string) => void;
  readonly onAddAddress: () => void;
  readonly onChange: () => void;
  readonly onRemove: () => void;
  readonly onBack: () => void;
};

/** Who calls or stands there: what they wait for, what they had, where they live. Not a modal. */
export function CustomerPanel({
  againCents,
  sheet,
  addressId,
  isDelivery,
  presses,
}: {
  /** What the last order would cost today. */
  readonly againCents: number | undefined;
  readonly sheet: CustomerSheet;
  readonly addressId: string | undefined;
  readonly isDelivery: boolean;
  readonly presses: CustomerPresses;
}) {
  const text = useText(customerText);
  const moment = useMoment();
  const { customer, openOrders, lastOrders, again } = sheet;
  return (
    <section className={styles['panel']} aria-label={text.title}>
      <div className={styles['scroll']}>
        <Identity sheet={sheet} />
        {openOrders.map((order) => (
          <button
            key={order.orderId}
            type="button"
            className={styles['open']}
            onClick={() => presses.onSeeOrder(String(order.number))}
          >
            <b>{waitingWords(order, text)}</b>
            <span>{text.promisedFor(moment.words(order.promisedAt))}</span>
            <small>{orderWords(order)}</small>
            <span className="visually-hidden">{text.seeOrder(order.number)}</span>
          </button>
        ))}
        {again !== undefined && (
          <RedoKey
            again={again}
            lastOrder={lastOrders[0]}
            cents={againCents}
            onRedo={presses.onRedo}
          />
        )}
        {isDelivery && (
          <AddressKeys
            customer={customer}
            addressId={addressId}
            onAddress={presses.onAddress}
            onAdd={presses.onAddAddress}
          />
        )}
        <LastOrders orders={lastOrders.slice(1)} onRedo={presses.onRedoOrder} />
      </div>
      <PanelKeys presses={presses} />
    </section>
  );
}

function PanelKeys({ presses }: { readonly presses: CustomerPresses }) {
  const text = useText(customerText);
  return (
    <div className={styles['keys']}>
      <Key
        label={text.back}
        icon={<IconArrowLeft size="1.25rem" aria-hidden />}
        tone="ink"
        onPress={presses.onBack}
      />
      <Key
        label={text.change}
        icon={<IconPencil size="1.25rem" aria-hidden />}
        onPress={presses.onChange}
      />
      <Key
        label={text.remove}
        icon={<IconUserOff size="1.25rem" aria-hidden />}
        onPress={presses.onRemove}
      />
    </div>
  );
}

function Identity({ sheet: { customer } }: { readonly sheet: CustomerSheet }): ReactNode {
  const text = useText(customerText);
  const nowMs = useNow(HOUR_MS);
  return (
    <header className={styles['identity']}>
      <h2>{customer.name}</h2>
      <p>{customer.phones.map(formatPhoneNumber).join(' · ')}</p>
      <p className={styles['facts']}>
        <span>{recencyWord(customer, nowMs, text)}</span>
        {customer.orders > 0 && <span>{text.orders(customer.orders)}</span>}
        {customer.loyaltyPoints > 0 && <span>{text.points(customer.loyaltyPoints)}</span>}
      </p>
      {customer.note !== undefined && <p className={styles['note']}>{customer.note}</p>}
    </header>
  );
}

/** One press: the last order again, at today's prices, without what is out. */
function RedoKey({
  again,
  lastOrder,
  cents,
  onRedo,
}: {
  readonly again: NonNullable<CustomerSheet['again']>;
  readonly lastOrder: OrderSummary | undefined;
  readonly cents: number | undefined;
  readonly onRedo: () => void;
}) {
  const text = useText(customerText);
  const missing = again.missing
    .map(({ name, why }) => `${name} (${text.missingWhy[why] ?? why})`)
    .join(', ');
  if (again.lines.length === 0) {
    return (
      <p className={styles['nothing']}>
        {text.redoNothing}
        {missing !== '' && ` ${text.missing(missing)}.`}
      </p>
    );
  }
  return (
    <button type="button" className={styles['redo']} onClick={onRedo}>
      <IconRepeat size="1.5rem" stroke={2} aria-hidden />
      <span>
        <b>{text.redo}</b>
        {lastOrder !== undefined && (
          <small>{`${orderWords(lastOrder)}, ${dayText(lastOrder.placedAt)}`}</small>
        )}
        {missing !== '' && <small className={styles['missing']}>{text.missing(missing)}</small>}
      </span>
      {cents !== undefined && <Money cents={cents} />}
    </button>
  );
}

function LastOrders({
  orders,
  onRedo,
}: {
  readonly orders: readonly OrderSummary[];
  readonly onRedo: (orderId: string) => void;
}) {
  const text = useText(customerText);
  if (orders.length === 0) return null;
  return (
    <section className={styles['last']}>
      <h3>{text.lastOrders}</h3>
      {orders.map((order) => (
        <button key={order.orderId} type="button" onClick={() => onRedo(order.orderId)}>
          <time dateTime={order.placedAt}>{dayText(order.placedAt)}</time>
          <span>{orderWords(order)}</span>
          <Money cents={order.totalCents} withSign={false} />
          <span className="visually-hidden">{text.redoOrder(order.number)}</span>
        </button>
      ))}
    </section>
  );
}
