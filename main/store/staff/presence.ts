/** Devices remembered since the node started; a store has a handful. */
const DEVICES_MAX = 200;

/** Which devices are there now. */
export type Presence = {
  /** A connection of this device; call what it answers when it is gone. */
  readonly connect: (device: string, role: string) => () => void;
  /** A window of the shell: it lives as long as the node that it started. */
  readonly seen: (device: string, role: string) => void;
  readonly isOnline: (device: string) => boolean;
  /** Everyone who was there since the node started. */
  readonly devicesOf: (role: string) => readonly string[];
};

export function presence(onChange: () => void): Presence {
  const devices = new Map<string, { readonly role: string; connections: number }>();

  function known(device: string, role: string) {
    const one = devices.get(device) ?? { role, connections: 0 };
    if (!devices.has(device)) {
      const oldest = [...devices].find(([, { connections }]) => connections === 0)?.[0];
      if (devices.size >= DEVICES_MAX && oldest !== undefined) devices.delete(oldest);
      devices.set(device, one);
    }
    return one;
  }

  return {
    connect(device, role) {
      const one = known(device, role);
      one.connections += 1;
      if (one.connections === 1) onChange();
      let isGone = false;
      return () => {
        if (isGone) return;
        isGone = true;
        one.connections -= 1;
        if (one.connections === 0) onChange();
      };
    },
    seen(device, role) {
      const one = known(device, role);
      if (one.connections > 0) return;
      one.connections = 1;
      onChange();
    },
    isOnline: (device) => (devices.get(device)?.connections ?? 0) > 0,
    devicesOf: (role) =>
      [...devices].filter(([, one]) => one.role === role).map(([device]) => device),
  };
}
