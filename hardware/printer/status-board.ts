import { type PrinterCondition, type PrinterStatus, statusOf } from './status.ts';

export type StatusBoard = {
  readonly set: (condition: PrinterCondition) => void;
  readonly setPrinting: (isPrinting: boolean) => void;
  readonly condition: () => PrinterCondition;
  readonly status: () => PrinterStatus;
  readonly onStatus: (listener: (status: PrinterStatus) => void) => () => void;
};

/** Keeps what is known of a printer and since when, and tells listeners when it changes. */
export function statusBoard(now: () => string): StatusBoard {
  const listeners = new Set<(status: PrinterStatus) => void>();
  let condition: PrinterCondition = 'unknown';
  let isPrinting = false;
  let current = statusOf(condition, isPrinting, now());

  function update(): void {
    current = statusOf(condition, isPrinting, now());
    for (const listener of listeners) listener(current);
  }

  return {
    set(next) {
      if (next === condition) return;
      condition = next;
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
