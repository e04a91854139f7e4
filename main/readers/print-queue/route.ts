import type { DeviceState, PrinterRole } from '#hardware/configuration.ts';

/** A printer as the queue sees it. */
export type RoutedPrinter = {
  readonly id: string;
  readonly roles: readonly PrinterRole[];
  readonly state: Pick<DeviceState, 'status' | 'since'>;
};

/** A printer in trouble for less is waited for: closing a cover takes a moment. */
export const FAILOVER_AFTER_MS = 10_000;

/** Who stands in for whom, the nearest first. A receipt may come out in the kitchen. */
const STAND_INS: Readonly<Record<PrinterRole, readonly PrinterRole[]>> = {
  receipt: ['receipt', 'kitchen'],
  kitchen: ['kitchen', 'receipt'],
  label: ['label', 'kitchen', 'receipt'],
};

/**
 * Where a document of that role goes now: the first working printer that has the role, else the first
 * working one that stands in for it (till, then kitchen, then another till). Where none works it waits
 * for the first that it would go to. `undefined` in a store without any.
 */
export function routeOf(
  role: PrinterRole,
  printers: readonly RoutedPrinter[],
  now: string,
): string | undefined {
  const inOrder = candidates(role, printers);
  return (inOrder.find((printer) => isWorking(printer, now)) ?? inOrder[0])?.id;
}

/** One printer of each role in turn, then their second ones: till, kitchen, other till. */
function candidates(role: PrinterRole, printers: readonly RoutedPrinter[]): RoutedPrinter[] {
  const groups = STAND_INS[role].map((standIn) =>
    printers.filter(({ roles }) => roles.includes(standIn)),
  );
  const firsts = groups.flatMap((group) => group.slice(0, 1));
  const others = groups.flatMap((group) => group.slice(1));
  return [...new Set([...firsts, ...others])];
}

function isWorking({ state }: RoutedPrinter, now: string): boolean {
  if (state.status !== 'trouble') return true;
  return Date.parse(now) - Date.parse(state.since) < FAILOVER_AFTER_MS;
}
