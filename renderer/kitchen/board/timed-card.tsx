import { IconMoped, IconPaperBag, IconToolsKitchen2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import type { KitchenTicket } from '#app/contract/store.ts';
import { assertNever } from '#app/lib/assert.ts';

import { TicketCard } from '../../ui/cards/ticket-card.tsx';
import { Elapsed } from '../../ui/time/clock.tsx';
import { useNow } from '../../ui/time/now.tsx';
import { useMoment } from '../../ui/time/use-moment.ts';
import type { KitchenText } from '../text.ts';
import { type Urgency, urgencyOf } from './urgency.ts';

/** A ticket that nobody has begun is called new for this long. */
const FRESH_MS = 20_000;
/** The word and the colour follow the time in steps of this; only the age runs by the second. */
const STEP_MS = 5_000;

const MODE_ICONS = {
  'take-away': IconPaperBag,
  delivery: IconMoped,
  'on-site': IconToolsKitchen2,
} as const;

/**
 * A ticket that follows the clock: number, mode, promise, age, and the colour of its urgency. What
 * is inside (`children`, `action`) is made by the ticket and is not drawn again at a tick.
 */
export function TimedCard(props: {
  readonly ticket: KitchenTicket;
  readonly text: KitchenText;
  readonly children: ReactNode;
  readonly action: ReactNode;
}) {
  const { ticket, text, children, action } = props;
  const now = useNow(STEP_MS);
  const isCancelled = ticket.status === 'cancelled';
  const urgency: Urgency = isCancelled ? { level: 'calm' } : urgencyOf(ticket, now);
  const isFresh = ticket.status === 'placed' && now - Date.parse(ticket.placedAt) < FRESH_MS;
  return (
    <TicketCard
      label={text.ticketOf(ticket.number)}
      number={<span className="ticket-number">{ticket.number}</span>}
      title={<ModeWords ticket={ticket} text={text} />}
      subtitle={<PromiseWords ticket={ticket} text={text} />}
      aside={
        <span className="ticket-age">
          <Elapsed since={ticket.placedAt} />
        </span>
      }
      asideNote={
        <span className="ticket-word">
          {isCancelled ? text.cancelled : urgencyWord({ urgency, isFresh }, text)}
        </span>
      }
      urgency={urgency.level}
      action={action}
    >
      {children}
    </TicketCard>
  );
}

function ModeWords({
  ticket,
  text,
}: {
  readonly ticket: KitchenTicket;
  readonly text: KitchenText;
}) {
  const ModeIcon = MODE_ICONS[ticket.mode];
  return (
    <span className="ticket-mode">
      <ModeIcon aria-hidden="true" stroke={2.25} />
      {text.modes[ticket.mode]}
    </span>
  );
}

/** `19:58 promis`, and how the order came when it was not at the counter. */
function PromiseWords({
  ticket,
  text,
}: {
  readonly ticket: KitchenTicket;
  readonly text: KitchenText;
}) {
  const moment = useMoment();
  const channel = text.channels[ticket.channel];
  return (
    <span className="ticket-word">
      {text.promised(moment.words(ticket.promisedAt))}
      {channel === '' ? null : <span className="ticket-channel"> · {channel}</span>}
    </span>
  );
}

function urgencyWord(
  { urgency, isFresh }: { readonly urgency: Urgency; readonly isFresh: boolean },
  text: KitchenText,
): string {
  switch (urgency.level) {
    case 'late':
      return text.late(urgency.minutes);
    case 'soon':
      return text.soon;
    case 'calm':
      // A space is as high as a word: the header keeps its shape.
      return isFresh ? text.fresh : '\u00a0';
    default:
      return assertNever(urgency);
  }
}
