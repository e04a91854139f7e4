/**
 * Runs many schedules and says which break a promise, with the shortest tape that does.
 * `node tests/simulation/campaign.ts --schedules 100000 --seed 1 [--bug "no gap check"]`
 */
import { parseArgs } from 'node:util';

import { SEEDED_BUGS } from './bugs/seeded.ts';
import { SOUND } from './protocol.ts';
import { shrink, surprises } from './shrink.ts';
import { givenTape, seededTape } from './engine/tape.ts';
import { runSchedule } from './world.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    bug: { type: 'string' },
    /** A tape as printed, to run it once more. */
    tape: { type: 'string' },
  },
});

const bug = values.bug === undefined ? {} : SEEDED_BUGS[values.bug];
if (bug === undefined) {
  say(`No seeded bug is called "${values.bug}": ${Object.keys(SEEDED_BUGS).join(', ')}`);
  process.exit(2);
}
const protocol = { ...SOUND, ...bug };

if (values.tape !== undefined) {
  const tape = givenTape(JSON.parse(values.tape) as number[]);
  say(JSON.stringify((await runSchedule({ protocol, tape })).violations, null, 2));
  process.exit(0);
}

const first = Number(values.seed);
const count = Number(values.schedules);
const startedAt = performance.now();
let events = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const outcome = await runSchedule({ protocol, tape: seededTape(seed) });
  events += outcome.events;
  if (outcome.violations.length > 0) {
    say(`Seed ${seed} breaks a promise:`);
    say(JSON.stringify(outcome.violations, null, 2));
    const simplest = await shrink(protocol, outcome);
    say(
      `Simplest (${simplest.runs} runs, ${surprises(simplest.tape)} decisions of ${surprises(outcome.tape)}):`,
    );
    say(JSON.stringify(simplest.outcome.violations, null, 2));
    say(`--tape '${JSON.stringify(simplest.tape)}'`);
    process.exitCode = 1;
    break;
  }
  if ((seed - first + 1) % 1_000 === 0) say(`${seed - first + 1} schedules, all promises kept`);
}
const seconds = (performance.now() - startedAt) / 1_000;
say(`${events} events in ${Math.round(seconds)} s`);
