import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';

import type { Progress } from './training.ts';

/** The newest goes; a store has a few trainees a year. */
const GOES_MAX = 5_000;

const newestGoes = statement<object>()(() =>
  query.selectFrom('training_result').selectAll().orderBy('seq', 'desc').limit(GOES_MAX),
);

/** The best go of everybody at each exercise: passed before failed, then the quickest. */
export function trainingProgress(sql: Sql): Progress {
  const best = new Map<string, Progress[number]>();
  for (const row of sql.all(newestGoes, {})) {
    const key = `${row.employee_id} ${row.exercise}`;
    const before = best.get(key);
    const go = {
      employeeId: row.employee_id,
      exercise: row.exercise,
      isPassed: row.is_passed === 1,
      bestSeconds: row.seconds,
      errors: row.errors,
      at: row.at,
    };
    if (before === undefined || isBetter(go, before)) best.set(key, go);
  }
  return [...best.values()].sort(
    (left, right) =>
      left.employeeId.localeCompare(right.employeeId) ||
      left.exercise.localeCompare(right.exercise),
  );
}

function isBetter(go: Progress[number], than: Progress[number]): boolean {
  if (go.isPassed !== than.isPassed) return go.isPassed;
  return go.bestSeconds < than.bestSeconds;
}
