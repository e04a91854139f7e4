import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { KitchenTicket, StoreContract } from '#app/contract/store.ts';
import { assertNever } from '#app/lib/assert.ts';
import type { Refusal, Result } from '#app/lib/result.ts';

import { createBumpGuard } from './bump-guard.ts';
import { isToBeSeen } from './marks.ts';

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
  /** Begins an order that was for later. Never changes. */
  readonly startNow: (ticket: KitchenTicket) => void;
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
  const [pending, setPending] = useState<Pending>(new Map());
  const guard = useRef(createBumpGuard());
  const inFlight = useRef(new Set<string>());

  useEffect(() => setPending((before) => stillPending(before, tickets)), [tickets]);
  useNoticeTimer(notice, setNotice);

  const send = useCallback(
    async (step: Step, ticket: Moved) => {
      if (inFlight.current.has(ticket.orderId)) return;
      inFlight.current.add(ticket.orderId);
      try {
        const result = await request(client, step, ticket);
        if (!result.ok) {
          setPending((before) => without(before, ticket.orderId));
          setNotice({ status: 'refused', number: ticket.number, refusal: result.refusal });
          return;
        }
        setNotice(
          step === 'order.finish'
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
      setPending((before) => new Map(before).set(ticket.orderId, stateOf(ticket)));
      void send(isToBeSeen(ticket) ? 'kitchen.acknowledge' : stepFor(ticket.status), ticket);
    },
    [send],
  );
  const recall = useCallback(
    (ticket: Pick<KitchenTicket, 'orderId' | 'number'>) =>
      void send('order.recall', { ...ticket, revision: 1 }),
    [send],
  );
  const startNow = useCallback((ticket: KitchenTicket) => void send('order.start', ticket), [send]);
  const seat = useCallback(
    (orderIds: readonly string[]) => guard.current.seat(orderIds, performance.now()),
    [],
  );
  const pendingIds = useMemo(() => new Set(pending.keys()), [pending]);
  return { notice, pendingIds, bump, recall, startNow, seat };
}

type OrderStep = 'order.start' | 'order.finish' | 'order.recall';
/** What a tap asks for; `kitchen.acknowledge` before all else where there is something to be seen. */
type Step = OrderStep | 'kitchen.acknowledge';
type Moved = Pick<KitchenTicket, 'orderId' | 'number' | 'revision'>;

async function request(
  client: Client<StoreContract>,
  step: Step,
  { orderId, revision }: Moved,
): Promise<Result<unknown>> {
  return step === 'kitchen.acknowledge'
    ? client.request(step, { orderId, revision })
    : client.request(step, { orderId });
}

function stepFor(status: KitchenTicket['status']): OrderStep {
  switch (status) {
    case 'placed':
      return 'order.start';
    case 'preparing':
      return 'order.finish';
    case 'ready':
    case 'cancelled':
      return 'order.recall';
    default:
      return assertNever(status);
  }
}

/** What changes on the board once a tap was carried out. */
function stateOf(ticket: KitchenTicket): string {
  return `${ticket.status} ${isToBeSeen(ticket)}`;
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

/** By order: the state in which its key was tapped. */
type Pending = ReadonlyMap<string, string>;

function stillPending(before: Pending, tickets: readonly KitchenTicket[]): Pending {
  if (before.size === 0) return before;
  const states = new Map(tickets.map((ticket) => [ticket.orderId, stateOf(ticket)]));
  const still = [...before].filter(([orderId, state]) => states.get(orderId) === state);
  return still.length === before.size ? before : new Map(still);
}

function without(before: Pending, orderId: string): Pending {
  return new Map([...before].filter(([id]) => id !== orderId));
}
