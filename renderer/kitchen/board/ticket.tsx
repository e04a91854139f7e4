import { memo } from 'react';

import type { KitchenTicket } from '#app/contract/store.ts';
import { assertNever } from '#app/lib/assert.ts';

import { BumpButton } from '../../ui/cards/bump-button.tsx';
import type { KitchenText } from '../text.ts';
import { isToBeSeen } from './marks.ts';
import type { Layout } from './pages.ts';
import { TicketLines, type TicketLineValue } from './ticket-lines.tsx';
import { TimedCard } from './timed-card.tsx';

/** What a ticket may ask of the screen. The functions never change while the screen lives. */
export type TicketActions = {
  readonly bump: (ticket: KitchenTicket, cell: number) => void;
  readonly openRecipe: (line: TicketLineValue, element: HTMLElement) => void;
};

export type TicketProps = TicketActions & {
  readonly ticket: KitchenTicket;
  readonly span: Layout['span'];
  readonly density: Layout['density'];
  /** Its place on the page, from 0; the key of the keyboard is one more. */
  readonly cell: number;
  /** The node has been asked and the board does not show the answer yet. */
  readonly isPending: boolean;
  readonly letters: ReadonlyMap<string, string>;
  readonly text: KitchenText;
};

/** One order on the board. Drawn again only when the order itself, or its place, changes. */
export const Ticket = memo(function Ticket(props: TicketProps) {
  const { ticket, span, density, letters, text, openRecipe } = props;
  return (
    <div
      className={`ticket is-${ticket.status} span-${span} is-${density}`}
      data-order-id={ticket.orderId}
    >
      <TimedCard ticket={ticket} text={text} action={<BumpKey {...props} />}>
        <TicketLines ticket={ticket} letters={letters} text={text} onRecipe={openRecipe} />
      </TimedCard>
    </div>
  );
});

/** The one big key. A native button acts when the finger is lifted inside it, not when it lands. */
function BumpKey({ ticket, cell, isPending, text, bump }: TicketProps) {
  const verb = isToBeSeen(ticket) ? text.seen : verbOf(ticket.status, text);
  return (
    <BumpButton
      label={
        <span className="bump-label" data-key={cell + 1}>
          {verb}
        </span>
      }
      ariaLabel={text.ticketKey(verb, ticket.number)}
      tone={ticket.status === 'preparing' ? 'solid' : 'outline'}
      disabled={isPending}
      onPress={() => bump(ticket, cell)}
    />
  );
}

function verbOf(status: KitchenTicket['status'], text: KitchenText): string {
  switch (status) {
    case 'placed':
      return text.start;
    case 'preparing':
      return text.finish;
    case 'ready':
      return text.recall;
    case 'cancelled':
      return text.seen;
    default:
      return assertNever(status);
  }
}
