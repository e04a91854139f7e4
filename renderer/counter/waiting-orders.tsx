import { createContext, type ReactNode, useContext, useMemo } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useView } from '../client/use-view.ts';

const WaitingContext = createContext<{ readonly open: number; readonly waiting: number }>({
  open: 0,
  waiting: 0,
});

/** Counts the orders of the day once for the whole screen; only those who use it render again. */
export function WaitingOrdersProvider({
  client,
  children,
}: {
  readonly client: Client<StoreContract>;
  readonly children: ReactNode;
}) {
  const board = useView(client, 'order.board', {});
  const orders = board.status === 'ready' ? board.value : [];
  const count = (...states: readonly string[]) =>
    orders.filter(({ status }) => states.includes(status)).length;
  const waiting = count('placed', 'preparing');
  const open = waiting + count('ready');
  const value = useMemo(() => ({ open, waiting }), [open, waiting]);
  return <WaitingContext value={value}>{children}</WaitingContext>;
}

/** Orders that the kitchen has not finished. */
export function useWaitingOrders(): number {
  return useContext(WaitingContext).waiting;
}

/** Orders not yet with their customer. */
export function useOpenOrders(): number {
  return useContext(WaitingContext).open;
}
