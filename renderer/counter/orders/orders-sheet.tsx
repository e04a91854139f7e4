import { useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { OrderSummary, StoreContract } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';
import { formatEuros } from '#app/lib/money.ts';

import { useView } from '../../client/use-view.ts';
import { Key } from '../../ui/keys/key.tsx';
import { SegmentedKeys } from '../../ui/keys/segmented-keys.tsx';
import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { foundOrders, isOpen, type Lane, lanesOf, OTHER_LANES, WORK_LANES } from './board.ts';
import { OrderEditor } from './edit/order-editor.tsx';
import { editText } from './edit/text.ts';
import { LaneOfOrders } from './lane-of-orders.tsx';
import { OrderDetail } from './order-detail.tsx';
import styles from './orders-sheet.module.css';
import { ordersText } from './text.ts';

type Shown = 'working' | Lane;

export type OrdersSheetProps = {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
  /** Asked for by its number on the code line. */
  readonly number: string | undefined;
  /** Begins with those to be delivered; the others are one key away. */
  readonly isToDeliver?: boolean | undefined;
  readonly onPay: (orderId: string) => void;
  readonly onClose: () => void;
};

/** The orders of the day, a column a state; on the right, the one that was chosen. */
export function OrdersSheet({
  client,
  menu,
  number,
  isToDeliver = false,
  onPay,
  onClose,
}: OrdersSheetProps) {
  const text = useText(ordersText);
  const board = useView(client, 'order.board', {});
  const [areAllShown, setAllShown] = useState(!isToDeliver);
  const everyOrder = board.status === 'ready' ? board.value : [];
  const orders = areAllShown ? everyOrder : everyOrder.filter(({ mode }) => mode === 'delivery');
  const [chosenId, setChosenId] = useState<string | undefined>(undefined);
  const [editingId, setEditingId] = useState<string | undefined>(undefined);
  const [merged, setMerged] = useState<Merged | undefined>(undefined);
  const asked = number === undefined ? undefined : withNumber(orders, number);
  const orderId = chosenId ?? asked?.orderId;
  const isMissing = number !== undefined && board.status === 'ready';
  if (editingId !== undefined) {
    return (
      <EditSheet
        client={client}
        menu={menu}
        orderId={editingId}
        onSaved={(totalCents) => {
          setMerged(totalCents === undefined ? undefined : { orderId: editingId, totalCents });
          setEditingId(undefined);
        }}
        onLeave={() => setEditingId(undefined)}
      />
    );
  }
  return (
    <Sheet
      title={areAllShown ? text.title : text.toDeliver}
      side="full"
      aside={
        <>
          <span className={styles['count']}>{text.open(orders.filter(isOpen).length)}</span>
          {!areAllShown && <Key label={text.all} tone="paper" onPress={() => setAllShown(true)} />}
        </>
      }
      onClose={onClose}
    >
      <div className={styles['orders']}>
        <Board orders={orders} chosenId={orderId} onChoose={setChosenId} />
        <aside className={styles['detail']}>
          {merged !== undefined && merged.orderId === orderId && (
            <MergedTotal totalCents={merged.totalCents} />
          )}
          {orderId === undefined ? (
            <p className={styles['choose']}>{isMissing ? text.notFound(number) : text.none}</p>
          ) : (
            <OrderDetail
              key={orderId}
              client={client}
              menu={menu}
              orderId={orderId}
              onPay={onPay}
              onEdit={() => setEditingId(orderId)}
            />
          )}
        </aside>
      </div>
    </Sheet>
  );
}

/** The total that somebody was told before is no longer the one to ask for. */
type Merged = { readonly orderId: string; readonly totalCents: number };

function MergedTotal({ totalCents }: { readonly totalCents: number }) {
  const text = useText(editText);
  const language = useLanguage();
  return (
    <p className={styles['merged']} role="status">
      {text.merged(formatEuros(totalCents, language))}
    </p>
  );
}

/** What is being worked on side by side; what is later, given or owed one key away; all by search. */
function Board({
  orders,
  chosenId,
  onChoose,
}: {
  readonly orders: readonly OrderSummary[];
  readonly chosenId: string | undefined;
  readonly onChoose: (orderId: string) => void;
}) {
  const text = useText(ordersText);
  const [shown, setShown] = useState<Shown>('working');
  const [typed, setTyped] = useState('');
  const lanes = lanesOf(orders);
  const working = WORK_LANES.reduce((count, lane) => count + lanes[lane].length, 0);
  const isSearch = typed.trim() !== '';
  const columns: readonly (readonly [string, readonly OrderSummary[]])[] = isSearch
    ? [[text.found, foundOrders(orders, typed)]]
    : (shown === 'working' ? WORK_LANES : [shown]).map((lane) => [text.lanes[lane], lanes[lane]]);
  return (
    <section className={styles['board']} aria-label={text.title}>
      <div className={styles['head']}>
        <SegmentedKeys
          label={text.views}
          value={shown}
          onChange={(next) => {
            setShown(next);
            setTyped('');
          }}
          options={[
            { value: 'working', label: text.working, hint: String(working) },
            ...OTHER_LANES.map((lane) => ({
              value: lane,
              label: text.lanes[lane],
              hint: String(lanes[lane].length),
            })),
          ]}
        />
        <input
          type="search"
          className={styles['search']}
          aria-label={text.search}
          placeholder={text.search}
          maxLength={60}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <div className={styles['lanes']}>
        {columns.map(([name, found]) => (
          <LaneOfOrders
            key={name}
            name={name}
            orders={found}
            chosenId={chosenId}
            onChoose={onChoose}
          />
        ))}
      </div>
    </section>
  );
}

/** The editor of one order over the whole sheet, with the order as it is now beside it. */
function EditSheet({
  client,
  menu,
  orderId,
  onSaved,
  onLeave,
}: {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
  readonly orderId: string;
  readonly onSaved: (mergedCents: number | undefined) => void;
  readonly onLeave: () => void;
}) {
  const text = useText(editText);
  const orders = useText(ordersText);
  const view = useView(client, 'order.detail', { orderId });
  const detail = view.status === 'ready' ? view.value : undefined;
  return (
    <Sheet
      title={detail === undefined ? orders.loading : text.title(detail.number)}
      side="full"
      onClose={onLeave}
    >
      {detail !== undefined && (
        <OrderEditor
          client={client}
          menu={menu}
          detail={detail}
          onSaved={onSaved}
          onLeave={onLeave}
        />
      )}
    </Sheet>
  );
}

function withNumber(orders: readonly OrderSummary[], number: string): OrderSummary | undefined {
  return orders.find((order) => String(order.number) === number);
}
