import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { KitchenTicket, StoreContract } from '#app/contract/store.ts';
import { assertNever } from '#app/lib/assert.ts';
import type { Refusal } from '#app/lib/result.ts';

import { createBumpGuard } from './bump-guard.ts';

/** How long a finished order can be taken back with one tap; later it is in the recall list. */
export const UNDO_MS = 3_000;
/** A refusal stays long enough to be read. */
const REFUSAL_MS = 6_000;

export type Notice =
  | { readonly status: 'none' }
  | { readonly status: 'finished'; readonly orderId: string; readonly number: number }
  | { readonly status: 'refused'; readonly number: number; readonly refusal: Refusal };

export type Orders = {
  readonly notice: Notice;
  /** Orders whose key was tapped and that the board does not show in their new state yet. */
  readonly pendingIds: ReadonlySet<string>;
  /** Moves an order on, unless its cell was bumped a moment ago. Never changes. */
  readonly bump: (ticket: KitchenTicket, cell: number) => void;
  /** Puts a finished order back. Never changes. */
  readonly recall: (ticket: Pick<KitchenTicket, 'orderId' | 'number'>) => void;
  /** Says which orders lie in the cells of the page shown. Never changes. */
  readonly seat: (orderIds: readonly string[]) => void;
};

const NO_NOTICE: Notice = { status: 'none' };

/** What the pizzaiolo does to orders, and what is said of it. */
export function useOrders(
  client: Client<StoreContract>,
  tickets: readonly KitchenTicket[],
): Orders {
  const [notice, setNotice] = useState<Notice>(NO_NOTICE);
  const [pending, setPending] = useState<ReadonlyMap<string, KitchenTicket['status']>>(new Map());
  const guard = useRef(createBumpGuard());
  const inFlight = useRef(new Set<string>());

  useEffect(() => setPending((before) => stillPending(before, tickets)), [tickets]);
  useNoticeTimer(notice, setNotice);

  const send = useCallback(
    async (method: OrderMethod, ticket: Pick<KitchenTicket, 'orderId' | 'number'>) => {
      if (inFlight.current.has(ticket.orderId)) return;
      inFlight.current.add(ticket.orderId);
      try {
        const result = await client.request(method, { orderId: ticket.orderId });
        if (!result.ok) {
          setPending((before) => without(before, ticket.orderId));
          setNotice({ status: 'refused', number: ticket.number, refusal: result.refusal });
          return;
        }
        setNotice(
          method === 'order.finish'
            ? { status: 'finished', orderId: ticket.orderId, number: ticket.number }
            : NO_NOTICE,
        );
      } finally {
        inFlight.current.delete(ticket.orderId);
      }
    },
    [client],
  );

  const bump = useCallback(
    (ticket: KitchenTicket, cell: number) => {
      if (!guard.current.admits(cell, performance.now())) return;
      setPending((before) => new Map(before).set(ticket.orderId, ticket.status));
      void send(methodFor(ticket.status), ticket);
    },
    [send],
  );
  const recall = useCallback(
    (ticket: Pick<KitchenTicket, 'orderId' | 'number'>) => void send('order.recall', ticket),
    [send],
  );
  const seat = useCallback(
    (orderIds: readonly string[]) => guard.current.seat(orderIds, performance.now()),
    [],
  );
  const pendingIds = useMemo(() => new Set(pending.keys()), [pending]);
  return { notice, pendingIds, bump, recall, seat };
}

type OrderMethod = 'order.start' | 'order.finish' | 'order.recall';

function methodFor(status: KitchenTicket['status']): OrderMethod {
  switch (status) {
    case 'placed':
      return 'order.start';
    case 'preparing':
      return 'order.finish';
    case 'ready':
      return 'order.recall';
    default:
      return assertNever(status);
  }
}

/** The notice goes away by itself; a newer one starts its own time. */
function useNoticeTimer(notice: Notice, setNotice: (notice: Notice) => void): void {
  useEffect(() => {
    if (notice.status === 'none') return undefined;
    const shownMs = notice.status === 'finished' ? UNDO_MS : REFUSAL_MS;
    const timer = window.setTimeout(() => setNotice(NO_NOTICE), shownMs);
    return () => window.clearTimeout(timer);
  }, [notice, setNotice]);
}

type Pending = ReadonlyMap<string, KitchenTicket['status']>;

function stillPending(before: Pending, tickets: readonly KitchenTicket[]): Pending {
  if (before.size === 0) return before;
  const statuses = new Map(tickets.map((ticket) => [ticket.orderId, ticket.status]));
  const still = [...before].filter(([orderId, status]) => statuses.get(orderId) === status);
  return still.length === before.size ? before : new Map(still);
}

function without(before: Pending, orderId: string): Pending {
  return new Map([...before].filter(([id]) => id !== orderId));
}
