import { createContext, type ReactNode, useContext, useMemo } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useView } from '../client/use-view.ts';

type Waiting = { readonly open: number; readonly waiting: number };

const NONE: Waiting = { open: 0, waiting: 0 };
const WaitingContext = createContext(NONE);

/** Counts the orders of the day once for the whole screen; only those who use it render again. */
export function WaitingOrdersProvider({
  client,
  children,
}: {
  readonly client: Client<StoreContract>;
  readonly children: ReactNode;
}) {
  const view = useView(client, 'order.open-count', {});
  const { open, waiting } = view.status === 'ready' ? view.value : NONE;
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
