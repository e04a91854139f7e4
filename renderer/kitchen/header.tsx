import {
  IconArrowBackUp,
  IconChevronLeft,
  IconChevronRight,
  IconClockHour4,
  IconListNumbers,
  IconSettings,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';

import type { LinkState } from '#app/contract/contract.ts';
import type { KitchenTicket, StoreStatus } from '#app/contract/store.ts';

import { StoreStatusPill } from '../ui/status/store-status-pill.tsx';
import { Clock } from '../ui/time/clock.tsx';
import { useNow, useReadNow } from '../ui/time/now.tsx';
import { durationText } from '../ui/time/time-text.ts';
import type { KitchenText } from './text.ts';

export type HeaderProps = {
  readonly tickets: readonly KitchenTicket[];
  readonly link: LinkState;
  readonly status: StoreStatus | undefined;
  readonly text: KitchenText;
  /** What is to be said now, in place of the counts while `isNoticed`. */
  readonly notice: ReactNode;
  readonly isNoticed: boolean;
  readonly pages: PageState;
  readonly isPanelOpen: boolean;
  readonly onPanel: () => void;
  /** How many orders are for later. */
  readonly later: number;
  readonly onOpen: (sheet: 'recall' | 'later' | 'settings') => void;
};

export type PageState = {
  /** From 0. */
  readonly page: number;
  readonly count: number;
  /** Tickets on the pages after this one. */
  readonly after: number;
  readonly go: (page: number) => void;
};

/** One line above the tickets: what is waiting, what was just done, the keys, the link, the time. */
export function KitchenHeader(props: HeaderProps) {
  const { text } = props;
  return (
    <header className="kitchen-header">
      <h1>
        {text.title}
        <small>{props.status?.storeName ?? '\u00a0'}</small>
      </h1>
      {props.status?.isTraining === true && <b className="kitchen-mark">{text.trainingMark}</b>}
      <div className="kitchen-say" role="status">
        {props.isNoticed ? props.notice : <Counts tickets={props.tickets} text={text} />}
      </div>
      <PageKeys pages={props.pages} text={text} />
      <nav className="kitchen-keys">
        {props.later > 0 && (
          <button type="button" onClick={() => props.onOpen('later')}>
            <IconClockHour4 aria-hidden="true" />
            {text.later(props.later)}
          </button>
        )}
        <button type="button" onClick={() => props.onOpen('recall')}>
          <IconArrowBackUp aria-hidden="true" />
          {text.recallList}
        </button>
        <button type="button" aria-pressed={props.isPanelOpen} onClick={props.onPanel}>
          <IconListNumbers aria-hidden="true" />
          {text.panel}
        </button>
        <button type="button" onClick={() => props.onOpen('settings')}>
          <IconSettings aria-hidden="true" />
          {text.settings}
        </button>
      </nav>
      <div className="kitchen-pill">
        <StoreStatusPill link={props.link} status={props.status} />
      </div>
      <div className="kitchen-now">
        <Clock />
        <LinkWord link={props.link} text={text} />
      </div>
    </header>
  );
}

function Counts({ tickets, text }: Pick<HeaderProps, 'tickets' | 'text'>) {
  const making = tickets.filter((ticket) => ticket.status === 'preparing').length;
  const pizzas = tickets
    .flatMap((ticket) => ticket.lines)
    .filter((line) => line.kind === 'pizza')
    .reduce((sum, line) => sum + line.quantity, 0);
  return (
    <p className="kitchen-counts">
      <b>{text.toMake(tickets.length - making)}</b>
      <span>{text.making(making)}</span>
      <span>{text.pizzas(pizzas)}</span>
    </p>
  );
}

/** Only there when there is more than one page. */
function PageKeys({ pages, text }: Pick<HeaderProps, 'pages' | 'text'>) {
  const { page, count, after, go } = pages;
  if (count < 2) return null;
  const isLast = page === count - 1;
  return (
    <nav className="kitchen-keys is-pages" aria-label={text.page(page + 1, count)}>
      <button
        type="button"
        aria-label={text.previousPage}
        disabled={page === 0}
        onClick={() => go(page - 1)}
      >
        <IconChevronLeft aria-hidden="true" />
      </button>
      <span>{text.page(page + 1, count)}</span>
      <button type="button" className="is-more" disabled={isLast} onClick={() => go(page + 1)}>
        <IconChevronRight aria-hidden="true" />
        {isLast ? text.noNextPage : text.nextPage(after)}
      </button>
    </nav>
  );
}

/** A cut is said at once, and shouted only when it lasts: a flicker of the network is not news. */
const LOUD_AFTER_MS = 40_000;

function LinkWord({ link, text }: Pick<HeaderProps, 'link' | 'text'>) {
  if (link.status === 'up') return <small className="link-word">● {text.network}</small>;
  return <LostWord text={text} />;
}

/**
 * The link is timed by the clock of the device, this screen by that of the node, which may be
 * minutes apart: what is counted from is when this word appeared, read on the screen's own clock.
 */
function LostWord({ text }: { readonly text: KitchenText }) {
  const [sinceMs] = useState(useReadNow());
  const lostMs = useNow(1_000) - sinceMs;
  return (
    <small
      className={`link-word is-lost ${lostMs > LOUD_AFTER_MS ? 'is-loud' : ''}`}
      title={text.networkLostHint}
    >
      ○ {text.networkLost(durationText(lostMs))}
    </small>
  );
}
