import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { accept, refuse, type Result } from '#app/lib/result.ts';
import { calibrationLine } from '#hardware/printer/profiles/calibration-lines.ts';
import { PROFILES } from '#hardware/printer/profiles/profiles.ts';

import type { StoreContext } from '../context.ts';
import type { Approval } from '../staff/approve.ts';
import { askedBy, type DeviceDesk } from './device-desk.ts';

type DeviceMethods = Pick<
  Handlers<StoreContract, Caller>,
  | 'devices.list'
  | 'devices.options'
  | 'device.save'
  | 'device.remove'
  | 'device.test'
  | 'device.log'
  | 'device.probe'
  | 'printer.calibrate'
  | 'printer.choose-table'
  | 'serial.ports'
  | 'hid.list'
>;

/** The devices of the store, for its set-up screen. In training there are none to set up. */
export function deviceHandlers(context: StoreContext): DeviceMethods {
  const { devices } = context;

  /** What anybody signed in may look at. */
  async function look<Value>(
    use: (desk: DeviceDesk) => Promise<Value> | Value,
  ): Promise<Result<Value>> {
    if (devices === undefined) return refuse({ code: 'device.not-in-training' });
    return accept(await use(devices));
  }

  /** What needs the right to set devices up. */
  async function act<Value>(
    by: { readonly caller: Caller; readonly approval: Approval | undefined },
    use: (desk: DeviceDesk) => Promise<Result<Value>> | Result<Value>,
  ): Promise<Result<Value>> {
    if (devices === undefined) return refuse({ code: 'device.not-in-training' });
    const approved = await context.approve({ ...by, right: 'settings.devices' });
    return approved.ok ? use(devices) : approved;
  }

  return {
    'devices.list': () => look((desk) => desk.list()),
    'devices.options': () => accept({ profiles: profileOptions() }),
    'device.save': ({ device, approval }, caller) =>
      act({ caller, approval }, (desk) => desk.save(device)),
    'device.remove': ({ deviceId, approval }, caller) =>
      act({ caller, approval }, (desk) => desk.remove(deviceId)),
    'device.test': ({ approval, ...asked }, caller) =>
      act({ caller, approval }, (desk) => desk.test({ ...asked, by: askedBy(caller) })),
    'device.log': ({ deviceId }) =>
      look(async (desk) => ({ lines: [...(await desk.log(deviceId))] })),
    'device.probe': ({ approval, ...at }, caller) =>
      act({ caller, approval }, async (desk) => accept(await desk.probe(at))),
    'printer.calibrate': ({ deviceId, approval }, caller) =>
      act({ caller, approval }, (desk) => desk.calibrate({ deviceId, by: askedBy(caller) })),
    'printer.choose-table': ({ deviceId, line, approval }, caller) =>
      act({ caller, approval }, (desk) => desk.chooseLine(deviceId, line)),
    'serial.ports': () =>
      look(async (desk) => {
        const { isListed, ports } = await desk.serialPorts();
        return { isListed, ports: ports.map((port) => ({ ...port })) };
      }),
    'hid.list': () =>
      look(async (desk) => {
        const { isListed, devices: found } = await desk.hidDevices();
        return { isListed, devices: found.map((device) => ({ ...device })) };
      }),
  };
}

function profileOptions() {
  return Object.entries(PROFILES).map(
    ([id, { name, language, columns, codeTable, candidates }]) => ({
      ...{ id, name, columns, codeTable },
      // The same to a person: the model says which of the two Star dialects it is.
      language: language === 'esc-pos' ? ('esc-pos' as const) : ('star-prnt' as const),
      lines: candidates.map((table, at) => ({
        codeTable: table.number,
        text: calibrationLine(at + 1, table),
      })),
    }),
  );
}
