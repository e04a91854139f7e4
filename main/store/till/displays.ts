import type { z } from 'zod';

import type { StoreContract } from '#app/contract/store.ts';

export type Shown = z.output<StoreContract['display.show']['input']>;

/** A person taps at most that often; more would only repaint a screen that nobody can follow. */
const ANNOUNCE_EVERY_MS = 50;
/** Tills of one store. */
const DEVICES_MAX = 64;

/** What the customer of each till sees. In memory: after a restart the till shows it again. */
export type Displays = {
  /** Told at most 20 times a second; the last one always is. */
  readonly show: (device: string, shown: Shown) => void;
  /** Of a till; without one, what was shown last on any. */
  readonly current: (device: string | undefined) => { device: string; shown: Shown } | undefined;
  readonly close: () => void;
};

export function openDisplays(announce: (topics: readonly string[]) => void): Displays {
  const shownOn = new Map<string, Shown>();
  let pause: NodeJS.Timeout | undefined;
  let isStale = false;

  function tell(): void {
    if (pause !== undefined) {
      isStale = true;
      return;
    }
    announce(['display']);
    pause = setTimeout(() => {
      pause = undefined;
      if (!isStale) return;
      isStale = false;
      tell();
    }, ANNOUNCE_EVERY_MS);
  }

  return {
    show(device, shown) {
      // Put last, so that the one shown least lately is forgotten first.
      shownOn.delete(device);
      shownOn.set(device, shown);
      const oldest = shownOn.keys().next().value;
      if (shownOn.size > DEVICES_MAX && oldest !== undefined) shownOn.delete(oldest);
      tell();
    },
    current(device) {
      const last = device ?? [...shownOn.keys()].at(-1);
      const shown = last === undefined ? undefined : shownOn.get(last);
      return last === undefined || shown === undefined ? undefined : { device: last, shown };
    },
    close: () => clearTimeout(pause),
  };
}
