import type { DeviceState } from './configuration.ts';

export type DeviceBoard = {
  /** Tells listeners when it differs from what stands there. */
  readonly set: (next: Omit<DeviceState, 'id' | 'since'>) => void;
  readonly state: () => DeviceState;
  readonly onState: (listener: (state: DeviceState) => void) => () => void;
};

/** Keeps what is known of a device and since when. Unknown at first. */
export function deviceBoard(id: string, now: () => string): DeviceBoard {
  const listeners = new Set<(state: DeviceState) => void>();
  let current: DeviceState = { id, status: 'unknown', since: now() };
  return {
    set(next) {
      const isSame =
        next.status === current.status &&
        next.detail === current.detail &&
        next.action === current.action;
      if (isSame) return;
      current = { ...next, id, since: now() };
      for (const listener of listeners) listener(current);
    },
    state: () => current,
    onState(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
