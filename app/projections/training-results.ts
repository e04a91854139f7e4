import type { StoreEvent } from '../domain/store-event.ts';
import type { Projection } from '../journal/journal.ts';
import { query } from '../journal/query.ts';
import { statement } from '../journal/sql.ts';
import type { TrainingResultTable } from '../journal/tables.ts';

const insertResult = statement<TrainingResultTable>()((place) =>
  query.insertInto('training_result').values({
    seq: place('seq'),
    employee_id: place('employee_id'),
    exercise: place('exercise'),
    seconds: place('seconds'),
    errors: place('errors'),
    is_passed: place('is_passed'),
    at: place('at'),
  }),
);
const removeAll = statement<object>()(() => query.deleteFrom('training_result'));

/** How each go at an exercise ended. */
export const trainingResults: Projection<StoreEvent> = {
  name: 'training-results',
  topicsOf: (event) => (event.type === 'training.reported' ? ['training'] : []),
  apply(sql, facts) {
    for (const { event, seq, at } of facts) {
      if (event.type !== 'training.reported') continue;
      const { employeeId, exercise, seconds, errors, isPassed } = event.data;
      sql.run(insertResult, {
        seq,
        employee_id: employeeId,
        exercise,
        seconds,
        errors,
        is_passed: isPassed ? 1 : 0,
        at,
      });
    }
  },
  empty(sql) {
    sql.run(removeAll, {});
  },
};
