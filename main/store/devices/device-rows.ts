import type { Logger } from 'pino';

import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';
import type { DeviceConfiguration } from '#hardware/configuration.ts';
import { DeviceSchema } from '#hardware/host/device-schema.ts';

/** A table of this machine's own: devices are no facts of the journal and are sent to nobody. */
type DeviceTables = {
  device: { device_id: string; kind: string; configuration: string };
};

const table = query.withTables<DeviceTables>();

const allDevices = statement<object>()(() =>
  table.selectFrom('device').select(['device_id', 'configuration']).orderBy('device_id'),
);
const putDevice = statement<{ deviceId: string; kind: string; configuration: string }>()((place) =>
  table
    .insertInto('device')
    .values({
      device_id: place('deviceId'),
      kind: place('kind'),
      configuration: place('configuration'),
    })
    .onConflict((conflict) =>
      conflict.column('device_id').doUpdateSet({
        kind: place('kind'),
        configuration: place('configuration'),
      }),
    ),
);
const removeDevice = statement<{ deviceId: string }>()((place) =>
  table.deleteFrom('device').where('device_id', '=', place('deviceId')),
);

/**
 * The devices that the settings of this store name, in the order of their ids. One that cannot be
 * read is left out and logged: a till with one device less sells on.
 */
export function readDevices(sql: Sql, log: Logger): readonly DeviceConfiguration[] {
  return sql.all(allDevices, {}).flatMap(({ device_id: deviceId, configuration }) => {
    const parsed = DeviceSchema.safeParse(asJson(configuration));
    if (parsed.success && parsed.data.id === deviceId) return [parsed.data];
    log.error({ deviceId, err: parsed.error }, 'a device of the settings cannot be read');
    return [];
  });
}

/** Adds a device, or puts it in place of the one with its id. */
export function writeDevice(sql: Sql, device: DeviceConfiguration): void {
  const { id: deviceId, kind } = device;
  sql.run(putDevice, { deviceId, kind, configuration: JSON.stringify(device) });
}

export function deleteDevice(sql: Sql, deviceId: string): void {
  sql.run(removeDevice, { deviceId });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}
