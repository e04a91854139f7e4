import { useState } from 'react';

import { formatEuros } from '#app/lib/money.ts';

import { plainAmount } from '../figures/amounts.ts';
import type { Table } from '../figures/csv.ts';
import { type Hour, hourText } from '../figures/hours.ts';
import { Card } from '../live/card.tsx';
import type { LivePart } from '../live/live-part.ts';
import { HourlyChart } from './hourly-chart.tsx';
import './hours.css';

/** The sales of the last 24 hours: a chart, or the same figures as a table. */
export function HourlyCard(props: LivePart) {
  const { live, text, language } = props;
  const [isTable, setTable] = useState(false);
  return (
    <Card
      className="hours"
      title={text.hoursTitle}
      hint={text.hoursHint}
      csv={() => hoursTable(props)}
      keys={
        <button
          type="button"
          className="card-key has-words"
          aria-pressed={isTable}
          onClick={() => setTable(!isTable)}
        >
          {isTable ? text.showChart : text.showFigures}
        </button>
      }
    >
      {isTable ? (
        <HourlyTable {...props} />
      ) : (
        <HourlyChart hours={live.hours} text={text} language={language} />
      )}
    </Card>
  );
}

function HourlyTable({ live, text, language }: LivePart) {
  return (
    <div className="scroll" role="group" aria-label={text.hoursTitle} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.hour}</th>
            <th scope="col">{text.orders}</th>
            <th scope="col">{text.sales}</th>
            <th scope="col">{text.weekBefore}</th>
          </tr>
        </thead>
        <tbody>
          {newestFirst(live.hours).map(({ hour, orders, salesCents, lastWeekCents }) => (
            <tr key={hour}>
              <th scope="row">{hourText(hour, language)}</th>
              <td>{orders}</td>
              <td>{formatEuros(salesCents, language)}</td>
              <td className="is-quiet">{formatEuros(lastWeekCents, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function newestFirst(hours: readonly Hour[]): readonly Hour[] {
  return [...hours].reverse();
}

/** With the instant in full, since a spreadsheet is read on another day. */
function hoursTable({ live, text, language }: LivePart): Table {
  return [
    [text.hour, text.orders, text.sales, text.weekBefore],
    ...live.hours.map(({ hour, orders, salesCents, lastWeekCents }) => [
      hour,
      String(orders),
      plainAmount(salesCents, language),
      plainAmount(lastWeekCents, language),
    ]),
  ];
}
