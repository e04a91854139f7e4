import { type Outcome, runSchedule } from './world.ts';
import type { Protocol } from './protocol.ts';
import { givenTape } from './engine/tape.ts';

const RUNS_MAX = 2_000;
const BLOCKS = [128, 64, 32, 16, 8, 4, 2, 1];

export type Shrunk = {
  readonly tape: readonly number[];
  readonly runs: number;
  readonly outcome: Outcome;
};

/**
 * Makes a failing tape simpler: shorter by bisection, then block after block set to 0. A change
 * stays only when the same promise is still broken; a simpler schedule that breaks another one
 * would explain something else.
 */
export async function shrink(protocol: Protocol, failing: Outcome): Promise<Shrunk> {
  const promise = failing.violations[0]?.promise;
  let best: Shrunk = { tape: failing.tape, runs: 0, outcome: failing };
  let runs = 0;

  async function keepIf(tape: readonly number[]): Promise<boolean> {
    if (runs >= RUNS_MAX) return false;
    runs += 1;
    const outcome = await runSchedule({ protocol, tape: givenTape(tape) });
    if (outcome.violations[0]?.promise !== promise) return false;
    best = { tape, runs, outcome };
    return true;
  }

  for (let least = 0, most = best.tape.length; least < most; ) {
    const middle = (least + most) >> 1;
    if (await keepIf(best.tape.slice(0, middle))) most = middle;
    else least = middle + 1;
  }
  for (const block of BLOCKS) {
    for (let start = 0; start < best.tape.length; start += block) {
      const { tape } = best;
      if (tape.slice(start, start + block).every((value) => value === 0)) continue;
      await keepIf(tape.map((value, at) => (at >= start && at < start + block ? 0 : value)));
    }
  }
  return { ...best, runs };
}

/** How many decisions of a schedule are not the plainest. */
export function surprises(tape: readonly number[]): number {
  return tape.filter((value) => value !== 0).length;
}
