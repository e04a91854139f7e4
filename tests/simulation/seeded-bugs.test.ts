import { describe, expect, test } from 'vitest';

import { SEEDED_BUGS } from './bugs/seeded.ts';
import { SOUND } from './protocol.ts';
import { shrink, surprises } from './shrink.ts';
import { seededTape } from './engine/tape.ts';
import { type Outcome, runSchedule } from './world.ts';

/** Each was found within 60 when tried; reliability asks for 500. */
const SCHEDULES_MAX = 200;

async function firstFailure(bug: string): Promise<{ seed: number; outcome: Outcome } | undefined> {
  const protocol = { ...SOUND, ...SEEDED_BUGS[bug] };
  for (let seed = 1; seed <= SCHEDULES_MAX; seed += 1) {
    const outcome = await runSchedule({ protocol, tape: seededTape(seed) });
    if (outcome.violations.length > 0) return { seed, outcome };
  }
  return undefined;
}

describe('a protocol with a mistake in it is caught', () => {
  for (const bug of Object.keys(SEEDED_BUGS)) {
    test(`${bug}`, { timeout: 120_000 }, async () => {
      const failure = await firstFailure(bug);
      expect(failure, `not caught in ${SCHEDULES_MAX} schedules`).toBeDefined();
      // The same schedule, without the mistake, keeps every promise.
      const sound = await runSchedule({ protocol: SOUND, tape: seededTape(failure?.seed ?? 0) });
      expect(sound.violations).toEqual([]);
    });
  }
});

test('a schedule that fails is made simple enough to read', { timeout: 120_000 }, async () => {
  const bug = 'prune on acknowledgement';
  const failure = await firstFailure(bug);
  if (failure === undefined) throw new Error('The mistake was not caught.');
  const simplest = await shrink({ ...SOUND, ...SEEDED_BUGS[bug] }, failure.outcome);
  expect(simplest.outcome.violations[0]?.promise).toBe(failure.outcome.violations[0]?.promise);
  expect(surprises(simplest.tape)).toBeLessThan(surprises(failure.outcome.tape) / 10);
});
