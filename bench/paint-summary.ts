import { percentile, rounded } from './measure.ts';

export type PaintTimes = { readonly ours: readonly number[]; readonly floor: readonly number[] };

/** `16 / 29 ms`: the median and the 99th percentile. */
export function midAndTail(times: readonly number[]): string {
  return `${rounded(percentile(times, 50), 1)} / ${rounded(percentile(times, 99), 1)} ms`;
}

/** Both sides in one sentence, with how far the tail of ours lies above that of the floor. */
export function paintSentence(what: string, { ours, floor }: PaintTimes): string {
  const times = rounded(percentile(ours, 99) / percentile(floor, 99));
  return `${what}: ours p50 / p99 ${midAndTail(ours)}, floor ${midAndTail(floor)}, p99 ${times} × the floor (${ours.length} + ${floor.length} samples)`;
}
