import { useEffect } from 'react';

import type { KitchenText } from '../text.ts';
import type { Placed } from './pages.ts';
import { Ticket, type TicketActions } from './ticket.tsx';
import './board.css';

export type BoardProps = TicketActions & {
  readonly page: readonly Placed[];
  readonly pendingIds: ReadonlySet<string>;
  readonly letters: ReadonlyMap<string, string>;
  readonly text: KitchenText;
  readonly onSeated: (orderIds: readonly string[]) => void;
};

/** One page of tickets, in order of placement. Nothing here moves unless an order comes or goes. */
export function Board({ page, pendingIds, letters, text, bump, openRecipe, onSeated }: BoardProps) {
  useEffect(() => onSeated(page.map(({ ticket }) => ticket.orderId)), [page, onSeated]);
  return (
    <main className="board" aria-label={text.title}>
      {page.map(({ ticket, layout }, cell) => (
        <Ticket
          key={ticket.orderId}
          ticket={ticket}
          span={layout.span}
          density={layout.density}
          cell={cell}
          isPending={pendingIds.has(ticket.orderId)}
          letters={letters}
          text={text}
          bump={bump}
          openRecipe={openRecipe}
        />
      ))}
    </main>
  );
}
