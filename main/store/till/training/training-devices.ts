import { type Sql, statement } from '#app/journal/sql.ts';

import { people } from '../../../database/people-tables.ts';

/** Far more than the screens of a store. */
const DEVICES_MAX = 64;

const all = statement<object>()(() =>
  people.selectFrom('training_device').select('device').orderBy('since').limit(DEVICES_MAX),
);
const add = statement<{ device: string; since: string }>()((place) =>
  people
    .insertInto('training_device')
    .values({ device: place('device'), since: place('since') })
    .onConflict((conflict) => conflict.column('device').doNothing()),
);
const remove = statement<{ device: string }>()((place) =>
  people.deleteFrom('training_device').where('device', '=', place('device')),
);

export type TrainingDevices = {
  readonly has: (device: string) => boolean;
  readonly add: (device: string, since: string) => void;
  /** Whether it was in training. */
  readonly remove: (device: string) => boolean;
};

/**
 * Which screens are in the training world. Kept in the database of the real one: a node that restarts
 * must not let a trainee sell for real without knowing.
 */
export function trainingDevices(sql: Sql): TrainingDevices {
  const devices = new Set(sql.all(all, {}).map((row) => row.device));
  return {
    has: (device) => devices.has(device),
    add(device, since) {
      if (devices.has(device) || devices.size >= DEVICES_MAX) return;
      sql.run(add, { device, since });
      devices.add(device);
    },
    remove(device) {
      if (!devices.delete(device)) return false;
      sql.run(remove, { device });
      return true;
    },
  };
}
