import { useEffect, useRef } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { KitchenTicket, StoreContract } from '#app/contract/store.ts';

import { useView, type View } from '../../client/use-view.ts';
import { useNow } from '../../ui/time/now.tsx';
import { splitByTime } from './marks.ts';
import { edited, keepSame, newcomers } from './same-tickets.ts';

type Board = Output<StoreContract, 'kitchen.board'>;
export type FinishedTicket = Board['recent'][number];

export type BoardState = {
  readonly status: View<Board>['status'];
  readonly refusal: Extract<View<Board>, { status: 'refused' }>['refusal'] | undefined;
  /** In order of placement; an unchanged ticket is the same object as before. */
  readonly tickets: readonly KitchenTicket[];
  /** Scheduled orders that are not to be begun yet, by the time they are promised for. */
  readonly later: readonly KitchenTicket[];
  /** Newest first. */
  readonly recent: readonly FinishedTicket[];
};

const NO_TICKETS: readonly KitchenTicket[] = [];
/** A scheduled order comes to the board within this. */
const STEP_MS = 15_000;
const NO_RECENT: readonly FinishedTicket[] = [];

/** What is heard of the board while the screen is open. The functions should not change. */
export type BoardEars = {
  readonly onNew: () => void;
  /** An order that was there was edited or cancelled. */
  readonly onEdited: () => void;
};

/** The board as the node holds it. */
export function useBoard(
  client: Client<StoreContract>,
  { onNew, onEdited }: BoardEars,
): BoardState {
  const view = useView(client, 'kitchen.board', {});
  const isReady = view.status === 'ready';
  const nowMs = useNow(STEP_MS);
  const split = splitByTime(isReady ? view.value.tickets : NO_TICKETS, nowMs);
  const kept = useRef(NO_TICKETS);
  const tickets = keepSame(kept.current, split.now);
  const heard = useRef<readonly KitchenTicket[] | undefined>(undefined);

  useEffect(() => {
    kept.current = tickets;
    if (!isReady) return;
    // An order that comes back from the recall list is not new to this screen, but is placed no more.
    const before = heard.current ?? tickets;
    const fresh = newcomers(before, tickets).filter((ticket) => ticket.status === 'placed');
    heard.current = tickets;
    if (fresh.length > 0) onNew();
    if (edited(before, tickets).length > 0) onEdited();
  }, [tickets, isReady, onNew, onEdited]);

  return {
    status: view.status,
    refusal: view.status === 'refused' ? view.refusal : undefined,
    tickets,
    later: split.later,
    recent: isReady ? view.value.recent : NO_RECENT,
  };
}
