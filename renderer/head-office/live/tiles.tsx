import type { ReactNode } from 'react';

import { formatEuros } from '#app/lib/money.ts';

import { clockText } from '../../ui/time/time-text.ts';
import { signedEuros, wholeEuros } from '../figures/amounts.ts';
import { type Gap, gapOf, percentText, shareOf, shareText, signedText } from '../figures/gap.ts';
import { DataAge } from './data-age.tsx';
import type { LivePart } from './live-part.ts';

/** The seven figures of the day, each beside the same hour a week before. */
export function Tiles(props: LivePart) {
  const { live, text, language } = props;
  const { today, lastWeek } = live;
  const cancelled = shareOf(today.cancelled, today.orders + today.cancelled);
  return (
    <section className="tiles" aria-label={text.allStores}>
      <Tile label={text.sales} figure={wholeEuros(today.salesCents, language)} isWide>
        <Percent gap={gapOf(today.salesCents, lastWeek.salesCents)} {...props} />
      </Tile>
      <Tile label={text.net} figure={wholeEuros(today.netCents, language)} isWide>
        <Percent gap={gapOf(today.netCents, lastWeek.netCents)} {...props} />
      </Tile>
      <Tile label={text.orders} figure={String(today.orders)}>
        <Difference
          gap={gapOf(today.orders, lastWeek.orders)}
          written={signedText(today.orders - lastWeek.orders)}
          against={text.against(String(lastWeek.orders))}
        />
      </Tile>
      <Tile label={text.average} figure={formatEuros(today.averageCents, language)}>
        <Difference
          gap={gapOf(today.averageCents, lastWeek.averageCents)}
          written={signedEuros(today.averageCents - lastWeek.averageCents, language)}
          against={text.against(formatEuros(lastWeek.averageCents, language))}
        />
      </Tile>
      <Tile label={text.open} figure={String(live.open)}>
        {text.openHint}
      </Tile>
      <Tile label={text.cancelled} figure={String(today.cancelled)}>
        {text.cancelledShare(shareText(cancelled, language))}
      </Tile>
      <OnlineTile {...props} />
    </section>
  );
}

function Tile(props: {
  readonly label: string;
  readonly figure: ReactNode;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={props.isWide === true ? 'tile is-wide' : 'tile'}>
      <h2>{props.label}</h2>
      <strong>{props.figure}</strong>
      <p>{props.children}</p>
    </div>
  );
}

/** The direction is said by a sign and a shape; colour only repeats it. */
function Percent({ gap, live, text, language }: LivePart & { readonly gap: Gap }) {
  if (gap.permille === undefined) return text.noComparison;
  const weekday = text.weekdays[new Date(`${live.businessDay}T12:00:00Z`).getUTCDay()] ?? '';
  return (
    <>
      <b className={`gap is-${gap.direction}`}>
        {ARROWS[gap.direction]} {percentText(gap.permille, language)}
      </b>{' '}
      {text.versus(weekday, clockText(live.now))}
    </>
  );
}

function Difference(props: {
  readonly gap: Gap;
  readonly written: string;
  readonly against: string;
}) {
  const { gap, written, against } = props;
  if (gap.permille === undefined) return null;
  return (
    <>
      <b className={`gap is-${gap.direction}`}>
        {ARROWS[gap.direction]} {written}
      </b>{' '}
      {against}
    </>
  );
}

const ARROWS = { up: '▲', down: '▼', same: '=' } as const;

/** How many of the open stores are there, and how old the oldest figures of these are. */
function OnlineTile({ live, text, language }: LivePart) {
  const open = live.stores.filter(({ status }) => status !== 'not-open');
  const online = open.filter(({ status }) => status === 'up');
  const oldest = open
    .flatMap(({ name, heardAt }) => (heardAt === undefined ? [] : [{ name, heardAt }]))
    .sort((a, b) => a.heardAt.localeCompare(b.heardAt))[0];
  return (
    <Tile
      label={text.online}
      figure={
        <>
          {online.length}
          <i>/{open.length}</i>
        </>
      }
    >
      {oldest === undefined ? (
        text.onlineNone
      ) : (
        <>
          {online.length === open.length ? text.upToDate : oldest.name}{' '}
          <DataAge at={oldest.heardAt} language={language} />
        </>
      )}
    </Tile>
  );
}
