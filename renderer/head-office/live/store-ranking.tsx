import { formatEuros } from '#app/lib/money.ts';

import { plainAmount, wholeEuros } from '../figures/amounts.ts';
import type { Table } from '../figures/csv.ts';
import { percentText } from '../figures/gap.ts';
import { type RankedStore, rankedStores } from '../figures/ranking.ts';
import { Card } from './card.tsx';
import { DataAge } from './data-age.tsx';
import type { LivePart } from './live-part.ts';

/** Every open store, the best gap to last week first, and how old its figures are. */
export function StoreRanking({ live, text, language }: LivePart) {
  const ranked = rankedStores(live.stores);
  const notOpen = live.stores.filter(({ status }) => status === 'not-open');
  return (
    <Card
      className="ranking"
      title={text.storesTitle}
      hint={text.storesHint}
      csv={() => storesTable(ranked, { live, text, language })}
    >
      <div className="scroll" role="group" aria-label={text.storesTitle} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.store}</th>
              <th scope="col">{text.salesShort}</th>
              <th scope="col">{text.orders}</th>
              <th scope="col">{text.average}</th>
              <th scope="col" colSpan={2}>
                {text.gap}
              </th>
              <th scope="col">{text.age}</th>
            </tr>
          </thead>
          <tbody>
            {ranked.map((row) => (
              <StoreRow key={row.store.storeId} row={row} text={text} language={language} />
            ))}
          </tbody>
        </table>
      </div>
      {notOpen.length === 0 ? null : (
        <p className="card-note">{text.notOpen(notOpen.map(({ name }) => name).join(', '))}</p>
      )}
    </Card>
  );
}

function StoreRow(props: { readonly row: RankedStore } & Omit<LivePart, 'live'>) {
  const { row, text, language } = props;
  const { store, gap } = row;
  return (
    <tr>
      <th scope="row">
        {store.name}
        {store.status === 'up' ? null : (
          <small className={`status is-${store.status}`}>{text.statuses[store.status]}</small>
        )}
      </th>
      <td title={formatEuros(store.today.salesCents, language)}>
        {wholeEuros(store.today.salesCents, language)}
      </td>
      <td>{store.today.orders}</td>
      <td>{formatEuros(store.today.averageCents, language)}</td>
      <td className="gap-cell">
        {gap.permille === undefined ? null : <GapBar permille={gap.permille} />}
      </td>
      <td>{gap.permille === undefined ? '–' : percentText(gap.permille, language)}</td>
      <td>
        {store.heardAt === undefined ? '–' : <DataAge at={store.heardAt} language={language} />}
      </td>
    </tr>
  );
}

/** The bar ends here: a store twice as far is read in the number. In tenths of a percent. */
const BAR_END = 250;

/** The gap as a length from the middle: to the right above last week, to the left below. */
function GapBar({ permille }: { readonly permille: number }) {
  const size = Math.min(Math.abs(permille), BAR_END);
  const x = permille < 0 ? 50 - (size * 50) / BAR_END : 50;
  return (
    <svg className="gap-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="gap-bar-ground" width="100" height="8" />
      <rect
        className={permille < 0 ? 'is-down' : 'is-up'}
        x={x}
        width={(size * 50) / BAR_END}
        height="8"
      />
      <rect className="gap-bar-middle" x="49.6" width="0.8" height="8" />
    </svg>
  );
}

function storesTable(ranked: readonly RankedStore[], { text, language }: LivePart): Table {
  return [
    [text.store, text.sales, text.net, text.orders, text.average, text.lastWeek, text.cancelled],
    ...ranked.map(({ store }) => [
      store.name,
      plainAmount(store.today.salesCents, language),
      plainAmount(store.today.netCents, language),
      String(store.today.orders),
      plainAmount(store.today.averageCents, language),
      plainAmount(store.lastWeekCents, language),
      String(store.today.cancelled),
    ]),
  ];
}
