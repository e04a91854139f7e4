import { useEffect, useRef, useState } from 'react';
import type UPlot from 'uplot';

import { formatEuros, type Locale } from '#app/lib/money.ts';

import { useSettings } from '../../ui/settings/settings.tsx';
import { wholeEuros } from '../figures/amounts.ts';
import { type Hour, hourText } from '../figures/hours.ts';
import type { HeadOfficeText } from '../text.ts';
import { chartData, drawChart } from './draw-chart.ts';

type ChartProps = {
  readonly hours: readonly Hour[];
  readonly text: HeadOfficeText;
  readonly language: Locale;
};

/** Bars for the last 24 hours, a line for the week before. What the pointer is on is read below. */
export function HourlyChart({ hours, text, language }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<UPlot | undefined>(undefined);
  const latest = useRef(hours);
  const [pointed, setPointed] = useState<number | undefined>(undefined);
  const { theme } = useSettings();
  latest.current = hours;

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const drawn = drawChart(element, {
      hours: () => latest.current,
      language,
      colours: coloursOf(element),
      onPoint: setPointed,
    });
    chart.current = drawn;
    const watcher = new ResizeObserver(() => {
      drawn.setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    watcher.observe(element);
    // A canvas keeps the font it was drawn with: once more when ours has come.
    void document.fonts.ready.then(() => chart.current?.redraw());
    return () => {
      watcher.disconnect();
      drawn.destroy();
      chart.current = undefined;
    };
    // The colours are those of the theme: another theme draws another chart.
  }, [language, theme]);

  useEffect(() => chart.current?.setData(chartData(hours)), [hours]);

  return (
    <>
      <div
        ref={frame}
        className="chart"
        role="img"
        aria-label={chartLabel(hours, text, language)}
      />
      <Legend hours={hours} pointed={pointed} text={text} language={language} />
    </>
  );
}

/** The hour under the pointer, or the running one. */
function Legend({ hours, pointed, text, language }: ChartProps & { pointed: number | undefined }) {
  const hour = hours[pointed ?? hours.length - 1];
  if (hour === undefined) return null;
  return (
    <p className="chart-legend">
      <b>{pointed === undefined ? text.running : hourText(hour.hour, language)}</b>
      <span className="is-now">
        {text.today} <b>{formatEuros(hour.salesCents, language)}</b>
      </span>
      <span className="is-before">
        {text.weekBefore} <b>{formatEuros(hour.lastWeekCents, language)}</b>
      </span>
    </p>
  );
}

function chartLabel(hours: readonly Hour[], text: HeadOfficeText, language: Locale): string {
  const best = hours.reduce<Hour | undefined>(
    (most, hour) => (most === undefined || hour.salesCents > most.salesCents ? hour : most),
    undefined,
  );
  if (best === undefined) return text.hoursTitle;
  return text.chartLabel(hourText(best.hour, language), wholeEuros(best.salesCents, language));
}

/** The tokens, as the canvas needs them: written out. */
function coloursOf(element: HTMLElement): Parameters<typeof drawChart>[1]['colours'] {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    bar: token('--chart-bar'),
    runningBar: token('--chart-running'),
    runningEdge: token('--chart-bar'),
    line: token('--chart-before'),
    words: token('--ink-2'),
    grid: token('--line'),
    font: `600 12px ${token('--font')}`,
  };
}
