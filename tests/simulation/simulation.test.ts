import { expect, test } from 'vitest';

import { SOUND } from './protocol.ts';
import { givenTape, seededTape } from './engine/tape.ts';
import { runSchedule } from './world.ts';

/** `SIMULATION_SCHEDULES=30000 SIMULATION_SEED=1 npx vitest run tests/simulation` for more. */
const SCHEDULES = Number(process.env['SIMULATION_SCHEDULES'] ?? '2000');
const FIRST_SEED = Number(process.env['SIMULATION_SEED'] ?? '1');
/** A schedule takes 10 to 20 ms on a busy core; ten times that is a fault of the simulation. */
const TIMEOUT_MS = SCHEDULES * 200;

test(`whatever is cut, killed, restored or cloned, every order arrives once, or an alarm is raised (${SCHEDULES} schedules)`, {
  timeout: TIMEOUT_MS,
}, async () => {
  let orders = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SCHEDULES; seed += 1) {
    const outcome = await runSchedule({ protocol: SOUND, tape: seededTape(seed) });
    orders += outcome.orders;
    expect(outcome.violations, `seed ${seed}`).toEqual([]);
  }
  expect(orders).toBeGreaterThan(SCHEDULES * 20);
});

test('without faults nothing is lost and no alarm is raised', async () => {
  const { violations, orders } = await runSchedule({ protocol: SOUND, tape: givenTape([]) });
  expect(violations).toEqual([]);
  expect(orders).toBe(24);
});

test('a schedule runs again exactly as it ran', async () => {
  const first = await runSchedule({ protocol: SOUND, tape: seededTape(7) });
  for (let time = 0; time < 10; time += 1) {
    const again = await runSchedule({ protocol: SOUND, tape: givenTape(first.tape) });
    expect([again.trace, again.events]).toEqual([first.trace, first.events]);
  }
});
