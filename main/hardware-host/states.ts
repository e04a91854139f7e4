import type { DeviceState } from '#hardware/configuration.ts';

import type { HostHealth } from './keep-running.ts';

/** What a person reads while the hardware host is not there. */
const RESTARTING = {
  detail: 'Le service matériel redémarre',
  action: 'Attendre quelques secondes',
} as const;
const DEGRADED = {
  detail: 'Le service matériel est en panne\u202f: carte en saisie manuelle, pas d’impression',
  action: 'Appeler l’assistance',
} as const;

export type DeviceStates = {
  readonly set: (state: DeviceState) => void;
  readonly setHealth: (health: HostHealth) => void;
  /** These devices, and no others. */
  readonly keep: (deviceIds: readonly string[]) => void;
  readonly of: (deviceId: string) => DeviceState;
  readonly all: () => readonly DeviceState[];
  readonly onChange: (listener: () => void) => () => void;
};

/** The state of each device as its driver tells it, or of the host while there is none to tell it. */
export function deviceStates(now: () => string): DeviceStates {
  const listeners = new Set<() => void>();
  const known = new Map<string, DeviceState>();
  let hostSince = now();
  let health: HostHealth = 'starting';
  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  function shown(id: string): DeviceState {
    const since = hostSince;
    if (health === 'restarting') return { id, status: 'trouble', ...RESTARTING, since };
    if (health === 'degraded') return { id, status: 'trouble', ...DEGRADED, since };
    return known.get(id) ?? { id, status: 'unknown', since };
  }

  return {
    set(state) {
      if (!known.has(state.id)) return;
      known.set(state.id, state);
      tell();
    },
    setHealth(next) {
      if (next === health) return;
      health = next;
      hostSince = now();
      // A new host knows nothing yet of what the old one knew.
      for (const id of known.keys()) known.set(id, { id, status: 'unknown', since: hostSince });
      tell();
    },
    keep(ids) {
      for (const id of known.keys()) if (!ids.includes(id)) known.delete(id);
      for (const id of ids)
        if (!known.has(id)) known.set(id, { id, status: 'unknown', since: now() });
      tell();
    },
    of: shown,
    all: () => [...known.keys()].map(shown),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
