import { type DrawerState, type PrinterCondition, type PrinterStatus, statusOf } from './status.ts';

export type StatusBoard = {
  readonly set: (condition: PrinterCondition) => void;
  /** The level of the drawer's switch, as the printer reports it. */
  readonly setDrawer: (isHigh: boolean) => void;
  readonly setPrinting: (isPrinting: boolean) => void;
  readonly condition: () => PrinterCondition;
  readonly status: () => PrinterStatus;
  readonly onStatus: (listener: (status: PrinterStatus) => void) => () => void;
};

/** Keeps what is known of a printer and since when, and tells listeners when it changes. */
export function statusBoard(
  now: () => string,
  drawerShutIs: 'high' | 'low' | undefined,
): StatusBoard {
  const listeners = new Set<(status: PrinterStatus) => void>();
  let condition: PrinterCondition = 'unknown';
  let isPrinting = false;
  let drawer: DrawerState | undefined;
  let current = statusOf({ condition, isPrinting, drawer, since: now() });

  function update(): void {
    current = statusOf({ condition, isPrinting, drawer, since: now() });
    for (const listener of listeners) listener(current);
  }

  return {
    set(next) {
      if (next === condition) return;
      condition = next;
      update();
    },
    setDrawer(isHigh) {
      if (drawerShutIs === undefined) return;
      const next = isHigh === (drawerShutIs === 'high') ? 'shut' : 'open';
      if (next === drawer) return;
      drawer = next;
      update();
    },
    setPrinting(next) {
      if (next === isPrinting) return;
      isPrinting = next;
      update();
    },
    condition: () => condition,
    status: () => current,
    onStatus(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
