import { useEffect, useRef } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { KitchenTicket, StoreContract } from '#app/contract/store.ts';

import { useView, type View } from '../../client/use-view.ts';
import { keepSame, newcomers } from './same-tickets.ts';

type Board = Output<StoreContract, 'kitchen.board'>;
export type FinishedTicket = Board['recent'][number];

export type BoardState = {
  readonly status: View<Board>['status'];
  readonly refusal: Extract<View<Board>, { status: 'refused' }>['refusal'] | undefined;
  /** In order of placement; an unchanged ticket is the same object as before. */
  readonly tickets: readonly KitchenTicket[];
  /** Newest first. */
  readonly recent: readonly FinishedTicket[];
};

const NO_TICKETS: readonly KitchenTicket[] = [];
const NO_RECENT: readonly FinishedTicket[] = [];

/** The board as the node holds it. `onNew` hears of orders that appear while the screen is open. */
export function useBoard(
  client: Client<StoreContract>,
  onNew: (tickets: readonly KitchenTicket[]) => void,
): BoardState {
  const view = useView(client, 'kitchen.board', {});
  const isReady = view.status === 'ready';
  const kept = useRef(NO_TICKETS);
  const tickets = keepSame(kept.current, isReady ? view.value.tickets : NO_TICKETS);
  const heard = useRef<readonly KitchenTicket[] | undefined>(undefined);

  useEffect(() => {
    kept.current = tickets;
    if (!isReady) return;
    // An order that comes back from the recall list is not new to this screen, but is placed no more.
    const fresh = newcomers(heard.current ?? tickets, tickets).filter(
      (ticket) => ticket.status === 'placed',
    );
    heard.current = tickets;
    if (fresh.length > 0) onNew(fresh);
  }, [tickets, isReady, onNew]);

  return {
    status: view.status,
    refusal: view.status === 'refused' ? view.refusal : undefined,
    tickets,
    recent: isReady ? view.value.recent : NO_RECENT,
  };
}
