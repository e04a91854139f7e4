import type { OrderSummary } from '#app/contract/store.ts';

import { useText } from '../../ui/settings/settings.tsx';
import { OrderCard } from './order-card.tsx';
import styles from './orders-sheet.module.css';
import { ordersText } from './text.ts';

/** The orders of one state, one below the other where lanes stand side by side. */
export function LaneOfOrders({
  name,
  orders,
  chosenId,
  onChoose,
}: {
  readonly name: string;
  readonly orders: readonly OrderSummary[];
  readonly chosenId: string | undefined;
  readonly onChoose: (orderId: string) => void;
}) {
  const text = useText(ordersText);
  return (
    <section className={styles['lane']} aria-label={name}>
      <h3>
        {name} <span>{orders.length}</span>
      </h3>
      <div className={styles['cards']}>
        {orders.length === 0 && <p className={styles['none']}>{text.noneIn}</p>}
        {orders.map((order) => (
          <OrderCard
            key={order.orderId}
            order={order}
            isChosen={order.orderId === chosenId}
            onChoose={onChoose}
          />
        ))}
      </div>
    </section>
  );
}
