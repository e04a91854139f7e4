import { useCallback, useState } from 'react';

import type { Client, Input } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Refusal } from '#app/lib/result.ts';

import { useApproval } from '../../ui/approval/approval.tsx';

/** What changes or tries a device. */
type Act =
  | 'device.save'
  | 'device.remove'
  | 'device.test'
  | 'printer.calibrate'
  | 'printer.choose-table';

export type DeviceActs = {
  /** Whether it was done; `about` is what somebody with the right reads before their PIN. */
  readonly act: <Method extends Act>(
    method: Method,
    input: Input<StoreContract, Method>,
    about: string,
  ) => Promise<boolean>;
  readonly refusal: Refusal | undefined;
  readonly forget: () => void;
};

/** Asks the node, with the PIN of somebody who may where the person here may not. */
export function useDeviceActs(client: Client<StoreContract>): DeviceActs {
  const ask = useApproval();
  const [refusal, setRefusal] = useState<Refusal | undefined>(undefined);
  const act: DeviceActs['act'] = useCallback(
    async (method, input, about) => {
      const asked = await ask('settings.devices', { about });
      if (asked.status === 'refused') return false;
      const approval = asked.status === 'approved' ? { approval: asked.approval } : {};
      const result = await client.request(method, { ...input, ...approval });
      setRefusal(result.ok ? undefined : result.refusal);
      return result.ok;
    },
    [ask, client],
  );
  const forget = useCallback(() => setRefusal(undefined), []);
  return { act, refusal, forget };
}
