import type { Caller, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { accept, refuse, type Result } from '#app/lib/result.ts';
import type { Sql } from '#app/journal/sql.ts';
import type { DeviceConfiguration } from '#hardware/configuration.ts';
import { proposedProfile } from '#hardware/discovery/identity.ts';
import { probePrinter } from '#hardware/discovery/probe.ts';
import type { ConfiguredDevice, DeviceLog } from '#hardware/host/messages.ts';
import { systemTimers } from '#hardware/link/timers.ts';
import { profileFor } from '#hardware/printer/profiles/of-configuration.ts';

import type { HardwareClient } from '../../hardware-host/client.ts';
import { doerOf } from '../doer.ts';
import { deleteDevice, writeDevice } from './device-rows.ts';
import { type DeviceTests, deviceTests } from './device-tests.ts';
import { capabilitiesOf, isVirtual } from './facts.ts';

type Done = Result<Record<string, never>>;
type Listed = Output<StoreContract, 'devices.list'>[number];
type Probe = Output<StoreContract, 'device.probe'>;

/** What the set-up screen does with the devices of a store. */
export type DeviceDesk = Pick<DeviceTests, 'test' | 'calibrate'> & {
  readonly list: () => Promise<Listed[]>;
  readonly save: (device: DeviceConfiguration) => Done;
  readonly remove: (deviceId: string) => Done;
  readonly chooseLine: (deviceId: string, line: number) => Done;
  readonly log: (deviceId: string) => Promise<DeviceLog['lines']>;
  readonly probe: (at: { host: string; port: number }) => Promise<Probe>;
  readonly serialPorts: HardwareClient['serialPorts'];
  readonly hidDevices: HardwareClient['hidDevices'];
};

export type DeskContext = {
  readonly sql: Sql;
  readonly hardware: HardwareClient;
  /** Those in use, of the settings and of the command line. */
  readonly devices: () => readonly ConfiguredDevice[];
  readonly savedIds: () => ReadonlySet<string>;
  /** The settings have changed: what they say holds from now on. */
  readonly apply: () => void;
  /** A card payment is before the terminal, or in doubt. */
  readonly payments: { readonly isBusy: () => boolean; readonly inDoubt: () => number };
  readonly storeName: string;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  readonly announce: (topics: readonly string[]) => void;
};

/** Far more than a store has. */
const DEVICES_MAX = 40;
/** A screen waits 5 s for an answer; a printer on the same network answers in a few milliseconds. */
const PROBE = { connectMs: 1_800, answerMs: 800 } as const;
/** While the hardware host starts there is nothing to ask it. */
const LOG_MS = 600;
const UNUSED: DeviceLog = { lines: [], metrics: { tries: 0, failures: 0, failuresInARow: 0 } };

export function deviceDesk(context: DeskContext): DeviceDesk {
  const { sql, hardware, apply, payments } = context;
  const tests = deviceTests(context);
  const known = (deviceId: string): DeviceConfiguration | undefined =>
    context.devices().find(({ configuration }) => configuration.id === deviceId)?.configuration;
  /** Its driver is closed and made anew: what is before the terminal would be in doubt. */
  const isAtWork = (device: DeviceConfiguration | undefined): boolean =>
    device !== undefined &&
    (tests.isRunning(device.id) || (device.kind === 'terminal' && payments.isBusy()));

  function save(device: DeviceConfiguration): Done {
    if (isAtWork(known(device.id))) return refuse({ code: 'device.busy' });
    const isNew = !context.savedIds().has(device.id);
    if (isNew && context.savedIds().size >= DEVICES_MAX)
      return refuse({ code: 'device.too-many', detail: { max: DEVICES_MAX } });
    writeDevice(sql, device);
    apply();
    return accept({});
  }

  return {
    test: tests.test,
    calibrate: tests.calibrate,
    save,
    list: () =>
      Promise.all(
        context.devices().map(async ({ configuration: device }) => {
          const { metrics } = await logOf(hardware, device.id);
          const lastTest = tests.lastOf(device.id);
          return {
            device,
            isOfCommandLine: !context.savedIds().has(device.id),
            isVirtual: isVirtual(device),
            state: stateOf(hardware, device.id, context.now),
            capabilities: [...capabilitiesOf(device)],
            metrics,
            now: context.now(),
            ...(lastTest === undefined ? {} : { lastTest }),
          };
        }),
      ),
    remove(deviceId) {
      if (!context.savedIds().has(deviceId)) return refuse({ code: 'device.unknown' });
      if (isAtWork(known(deviceId))) return refuse({ code: 'device.busy' });
      deleteDevice(sql, deviceId);
      apply();
      return accept({});
    },
    chooseLine(deviceId, line) {
      const device = known(deviceId);
      if (device?.kind !== 'printer') return refuse({ code: 'device.unknown' });
      // The numbers of the lines are those of the page that was printed (calibrationBytes).
      const table = profileFor(device).candidates[line - 1];
      if (table === undefined) return refuse({ code: 'device.no-such-line' });
      return save({ ...device, codeTable: table.number });
    },
    log: async (deviceId) => (await logOf(hardware, deviceId)).lines,
    probe,
    serialPorts: hardware.serialPorts,
    hidDevices: hardware.hidDevices,
  };
}

/** The caller, as a row names who asked. */
export function askedBy(caller: Caller): string {
  return doerOf(caller).by;
}

function stateOf(hardware: HardwareClient, deviceId: string, now: () => string): Listed['state'] {
  const state = hardware.states().find(({ id }) => id === deviceId);
  if (state === undefined) return { status: 'unknown', since: now() };
  const { status, detail, action, since } = state;
  return {
    status,
    since,
    ...(detail === undefined ? {} : { detail }),
    ...(action === undefined ? {} : { action }),
  };
}

async function logOf(hardware: HardwareClient, deviceId: string): Promise<DeviceLog> {
  const { promise, resolve } = Promise.withResolvers<DeviceLog>();
  const cancel = systemTimers.after(LOG_MS, () => resolve(UNUSED));
  const log = await Promise.race([hardware.readLog(deviceId), promise]);
  cancel();
  return log ?? UNUSED;
}

async function probe(at: { readonly host: string; readonly port: number }): Promise<Probe> {
  const found = await probePrinter({ ...at, ...PROBE, timers: systemTimers });
  if (found.status !== 'printer') return { status: found.status };
  return { status: 'printer', profile: proposedProfile(found.identity), ...found.identity };
}
