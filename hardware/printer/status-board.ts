import { type DrawerState, type PrinterCondition, type PrinterStatus, statusOf } from './status.ts';

export type StatusBoard = {
  readonly set: (condition: PrinterCondition) => void;
  /**
   * Nothing new from the printer itself: a fresh line, a job that ended unclear, a session that is
   * taken (often our own of a moment ago). What it last complained of stands, else `next`.
   */
  readonly doubt: (next: 'unknown' | 'occupied') => void;
  /** The level of the drawer's switch, as the printer reports it. */
  readonly setDrawer: (isHigh: boolean) => void;
  readonly setPrinting: (isPrinting: boolean) => void;
  readonly condition: () => PrinterCondition;
  readonly status: () => PrinterStatus;
  readonly onStatus: (listener: (status: PrinterStatus) => void) => () => void;
};

/** What a printer says of itself until it says otherwise. */
const COMPLAINTS: ReadonlySet<PrinterCondition> = new Set([
  ...(['cover-open', 'paper-end', 'cutter'] as const),
  ...(['error', 'offline'] as const),
]);

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

  /** Since when: a job tried in vain, or a drawer, does not make a trouble begin again. */
  function update(): void {
    const next = statusOf({ condition, isPrinting, drawer, since: now() });
    const isSame = next.status === current.status && next.condition === current.condition;
    current = isSame ? { ...next, since: current.since } : next;
    for (const listener of listeners) listener(current);
  }

  function set(next: PrinterCondition): void {
    if (next === condition) return;
    condition = next;
    update();
  }

  return {
    set,
    doubt(next) {
      if (!COMPLAINTS.has(condition)) set(next);
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
