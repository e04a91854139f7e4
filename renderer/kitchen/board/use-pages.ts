import { useMemo, useState } from 'react';

import type { KitchenTicket } from '#app/contract/store.ts';

import { type Placed, pagesOf } from './pages.ts';
import type { PageState } from '../header.tsx';
import { useRoom } from './use-room.ts';

export type Pages = {
  readonly shown: readonly Placed[];
  readonly state: PageState;
};

const NO_PAGE: readonly Placed[] = [];

/** The page shown. When the orders of the last page are gone, the one before it is shown. */
export function usePages(tickets: readonly KitchenTicket[]): Pages {
  const [wanted, setWanted] = useState(0);
  const room = useRoom();
  const pages = useMemo(() => pagesOf(tickets, room), [tickets, room]);
  const last = Math.max(0, pages.length - 1);
  const page = Math.min(wanted, last);
  const after = pages.slice(page + 1).reduce((sum, { length }) => sum + length, 0);
  return {
    shown: pages[page] ?? NO_PAGE,
    state: {
      page,
      count: pages.length,
      after,
      go: (to) => setWanted(Math.min(Math.max(0, to), last)),
    },
  };
}
