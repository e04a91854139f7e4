import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { accept } from '#app/lib/result.ts';

import type { HardwareClient } from '../../hardware-host/client.ts';

type Typed = { readonly place: number; readonly text: string; readonly at: string };

/** As many as a hurried hand types before a screen has asked again. */
const KEPT_MAX = 20;

/** What scanners and bump bars typed since the node started, the newest ones of each. */
export type DeviceInputs = {
  readonly scans: () => readonly Typed[];
  readonly bumpKeys: () => readonly Typed[];
};

/** Listens to the scanners and the bump bars of the store. Nothing of it is kept on disk. */
export function deviceInputs({
  hardware,
  now,
  announce,
}: {
  readonly hardware: Pick<HardwareClient, 'onEvent'>;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  readonly announce: (topics: readonly string[]) => void;
}): DeviceInputs {
  const scans: Typed[] = [];
  const bumpKeys: Typed[] = [];
  let place = 0;
  const keep = (list: Typed[], text: string, topic: string) => {
    place += 1;
    list.push({ place, text, at: now() });
    if (list.length > KEPT_MAX) list.shift();
    announce([topic]);
  };
  hardware.onEvent((event) => {
    if (event.kind === 'scan') keep(scans, event.code, 'scans');
    if (event.kind === 'bump-key') keep(bumpKeys, event.key, 'bump-keys');
  });
  return { scans: () => [...scans], bumpKeys: () => [...bumpKeys] };
}

export function inputHandlers({
  inputs,
}: {
  readonly inputs: DeviceInputs;
}): Pick<Handlers<StoreContract, Caller>, 'input.scans' | 'input.bump-keys'> {
  return {
    'input.scans': () => accept([...inputs.scans()]),
    'input.bump-keys': () => accept([...inputs.bumpKeys()]),
  };
}
