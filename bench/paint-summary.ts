import { type Figure, median, percentile, rounded } from './measure.ts';

/** Milliseconds of both sides, taken in turns. */
export type PaintTimes = { readonly ours: readonly number[]; readonly floor: readonly number[] };

/**
 * The figure of a paint from several repeats: the median of their 99th percentiles and of their
 * ratios, so that one busy moment of the machine does not decide. Ratio 1 = the floor.
 */
export function paintFigure(
  name: string,
  repeats: readonly PaintTimes[],
  notes: readonly string[],
): Figure {
  return {
    name,
    ours: rounded(median(repeats.map(({ ours }) => percentile(ours, 99))), 1),
    reference: rounded(median(repeats.map(({ floor }) => percentile(floor, 99))), 1),
    ratio: rounded(
      median(repeats.map(({ ours, floor }) => percentile(floor, 99) / percentile(ours, 99))),
    ),
    unit: 'ms p99',
    notes: [
      ...repeats.map((times, place) => paintSentence(`repeat ${place + 1}`, times)),
      ...notes,
    ],
  };
}

/** Both sides in one sentence, with how far the tail of ours lies above that of the floor. */
export function paintSentence(what: string, { ours, floor }: PaintTimes): string {
  const times = rounded(percentile(ours, 99) / percentile(floor, 99));
  return `${what}: p50 / p99 ours ${midAndTail(ours)}, floor ${midAndTail(floor)}; p99 ${times} × the floor (${ours.length} + ${floor.length} samples)`;
}

/** `16 / 29 ms`: the median and the 99th percentile. */
function midAndTail(times: readonly number[]): string {
  return `${rounded(percentile(times, 50), 1)} / ${rounded(percentile(times, 99), 1)} ms`;
}

/** Runs the measure so many times, one after the other. */
export async function repeated(
  count: number,
  run: () => Promise<PaintTimes>,
): Promise<PaintTimes[]> {
  const results: PaintTimes[] = [];
  for (let repeat = 0; repeat < count; repeat += 1) results.push(await run());
  return results;
}
