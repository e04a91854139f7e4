import { useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { OrderSummary, StoreContract } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';

import { useView } from '../../client/use-view.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { isOpen, LANES, lanesOf } from './board.ts';
import { OrderCard } from './order-card.tsx';
import { OrderDetail } from './order-detail.tsx';
import styles from './orders-sheet.module.css';
import { ordersText } from './text.ts';

/** The orders of the day, a column a state; on the right, the one that was chosen. */
export function OrdersSheet({
  client,
  menu,
  number,
  onPay,
  onClose,
}: {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
  /** Asked for by its number on the code line. */
  readonly number: string | undefined;
  readonly onPay: (orderId: string) => void;
  readonly onClose: () => void;
}) {
  const text = useText(ordersText);
  const board = useView(client, 'order.board', {});
  const orders = board.status === 'ready' ? board.value : [];
  const [chosenId, setChosenId] = useState<string | undefined>(undefined);
  const asked = number === undefined ? undefined : withNumber(orders, number);
  const orderId = chosenId ?? asked?.orderId;
  const lanes = lanesOf(orders);
  const open = orders.filter(isOpen).length;

  return (
    <Sheet
      title={text.title}
      side="full"
      aside={<span className={styles['count']}>{text.open(open)}</span>}
      onClose={onClose}
    >
      <div className={styles['orders']}>
        {LANES.map((lane) => (
          <section key={lane} className={styles['lane']} aria-label={text.lanes[lane]}>
            <h3>
              {text.lanes[lane]} <span>{lanes[lane].length}</span>
            </h3>
            <div className={styles['cards']}>
              {lanes[lane].length === 0 && <p className={styles['none']}>{text.noneIn}</p>}
              {lanes[lane].map((order) => (
                <OrderCard
                  key={order.orderId}
                  order={order}
                  isChosen={order.orderId === orderId}
                  onChoose={setChosenId}
                />
              ))}
            </div>
          </section>
        ))}
        <aside className={styles['detail']}>
          {orderId === undefined ? (
            <p className={styles['choose']}>
              {number !== undefined && board.status === 'ready' ? text.notFound(number) : text.none}
            </p>
          ) : (
            <OrderDetail
              key={orderId}
              client={client}
              menu={menu}
              orderId={orderId}
              onPay={onPay}
            />
          )}
        </aside>
      </div>
    </Sheet>
  );
}

function withNumber(orders: readonly OrderSummary[], number: string): OrderSummary | undefined {
  return orders.find((order) => String(order.number) === number);
}
