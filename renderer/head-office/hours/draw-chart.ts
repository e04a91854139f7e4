import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

import type { Locale } from '#app/lib/money.ts';

import { wholeEuros } from '../figures/amounts.ts';
import { type Hour, hourText } from '../figures/hours.ts';

/** CSS colours and a CSS font: a canvas knows no variables. */
export type ChartColours = {
  readonly bar: string;
  readonly runningBar: string;
  readonly runningEdge: string;
  readonly line: string;
  readonly words: string;
  readonly grid: string;
  readonly font: string;
};

export type ChartRequest = {
  /** Read at each drawing, so that labels follow the data. */
  readonly hours: () => readonly Hour[];
  readonly language: Locale;
  readonly colours: ChartColours;
  /** The place of the hour under the pointer, or undefined when there is none. */
  readonly onPoint: (place: number | undefined) => void;
};

/** Places of the hours, bars of those that are over, the bar of the running one, the week before. */
export function chartData(hours: readonly Hour[]): UPlot.AlignedData {
  const last = hours.length - 1;
  return [
    hours.map((_, place) => place),
    hours.map(({ salesCents }, place) => (place < last ? salesCents : null)),
    hours.map(({ salesCents }, place) => (place === last ? salesCents : null)),
    hours.map(({ lastWeekCents }) => lastWeekCents),
  ];
}

/** Draws into `element` and returns the chart, to be given new data, resized and destroyed. */
export function drawChart(element: HTMLElement, request: ChartRequest): UPlot {
  const { hours, colours, onPoint } = request;
  const bars = (fill: string, edge: { readonly stroke?: string; readonly width: number }) => {
    const paths = UPlot.paths.bars?.({ size: [0.62, 44], radius: 0.12 });
    return { fill, ...edge, points: { show: false }, ...(paths && { paths }) };
  };
  const options: UPlot.Options = {
    width: element.clientWidth,
    height: element.clientHeight,
    legend: { show: false },
    padding: [8, 8, 0, 0],
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: {
      x: { time: false, range: () => [-0.6, hours().length - 0.4] },
      y: { range: (_chart, _min, max) => [0, topOf(max)] },
    },
    axes: axesOf(request),
    series: [
      {},
      bars(colours.bar, { width: 0 }),
      bars(colours.runningBar, { stroke: colours.runningEdge, width: 2 }),
      { stroke: colours.line, width: 2, points: { show: false } },
    ],
    hooks: { setCursor: [({ cursor }) => onPoint(cursor.idx ?? undefined)] },
  };
  return new UPlot(options, chartData(hours()), element);
}

/** Room above the highest bar; ten euros when nothing is sold, so that the axis has a height. */
function topOf(max: number | null): number {
  return Math.max(1_000, Math.ceil(((max ?? 0) * 11) / 10));
}

/** At most so many hours are named below the bars of a narrow chart. */
const NAMED_EVERY = { narrow: 3, wide: 1 } as const;
const WIDE_PX = 820;

function axesOf({ hours, language, colours }: ChartRequest): UPlot.Axis[] {
  const { font, words, grid } = colours;
  const every = (chart: UPlot) => (chart.width < WIDE_PX ? NAMED_EVERY.narrow : NAMED_EVERY.wide);
  return [
    {
      stroke: words,
      font,
      size: 28,
      gap: 6,
      grid: { show: false },
      ticks: { show: false },
      splits: () => hours().map((_, place) => place),
      values: (chart, places) =>
        places.map((place) => {
          const hour = hours()[place];
          const isNamed = (hours().length - 1 - place) % every(chart) === 0;
          return hour === undefined || !isNamed ? '' : hourText(hour.hour, language);
        }),
    },
    {
      stroke: words,
      font,
      size: 64,
      gap: 8,
      space: 44,
      grid: { stroke: grid, width: 1 },
      ticks: { show: false },
      incrs: EURO_STEPS_CENTS,
      values: (_chart, amounts) => amounts.map((cents) => wholeEuros(cents, language)),
    },
  ];
}

/** Steps of the axis that people count in, in cents: from 5 to 10,000 euros. */
const EURO_STEPS_CENTS = [
  500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000,
];
