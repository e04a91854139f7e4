import type { ReceiptPrinter } from '../printer/device.ts';
import type { CardTerminal, DuplicateOutcome, TerminalOutcome } from '../terminal/card-terminal.ts';
import type { HostDriver } from './drivers.ts';
import type { HostedDevice } from './host.ts';
import type { ToHost } from './messages.ts';

/** A request for a device, which is answered once. */
export type DeviceRequest = Extract<
  Exclude<ToHost, { type: 'ping' }>,
  { readonly id: number; readonly deviceId: string }
>;
export type Money = Extract<DeviceRequest, { type: 'pay' | 'refund' | 'cancel' | 'duplicate' }>;
type PrinterUse = Extract<DeviceRequest, { type: 'print' | 'open-drawer' | 'recover' }>;

/** The devices by their ids, with their drivers as soon as these have started. */
export type Shelf = {
  readonly hosted: (deviceId: string) => HostedDevice | undefined;
  readonly driver: (deviceId: string) => Promise<HostDriver | undefined>;
  readonly note: (deviceId: string, isOk: boolean) => void;
};

export function shelfOf(devices: ReadonlyMap<string, HostedDevice>): Shelf {
  return {
    hosted: (deviceId) => devices.get(deviceId),
    driver: async (deviceId) => devices.get(deviceId)?.supervised.driver(),
    note: (deviceId, isOk) => devices.get(deviceId)?.supervised.note(isOk),
  };
}

export async function terminalAt(
  shelf: Shelf,
  deviceId: string,
): Promise<CardTerminal | undefined> {
  const driver = await shelf.driver(deviceId);
  return driver?.kind === 'terminal' ? driver.device : undefined;
}

async function printerAt(shelf: Shelf, deviceId: string): Promise<ReceiptPrinter | undefined> {
  const driver = await shelf.driver(deviceId);
  return driver?.kind === 'printer' ? driver.device : undefined;
}

export async function usePrinter(shelf: Shelf, request: PrinterUse): Promise<object> {
  const printer = await printerAt(shelf, request.deviceId);
  if (request.type === 'recover') return { isDone: (await printer?.recover()) ?? false };
  if (printer === undefined) return { status: 'not-sent', reason: 'unreachable' };
  const outcome =
    request.type === 'print'
      ? await printer.print({ jobId: request.jobId, ...request.content })
      : await printer.openDrawer(request.jobId);
  shelf.note(request.deviceId, outcome.status !== 'not-sent' && outcome.status !== 'unknown');
  return outcome;
}

/** `signal` gives up the wait for the customer. */
export async function useTerminal(
  shelf: Shelf,
  request: Money,
  signal: AbortSignal,
): Promise<TerminalOutcome | DuplicateOutcome> {
  const terminal = await terminalAt(shelf, request.deviceId);
  if (terminal === undefined) return { status: 'not-sent', reason: 'unreachable' };
  const outcome = await askTerminal(terminal, request, signal);
  shelf.note(request.deviceId, outcome.status !== 'not-sent' && outcome.status !== 'in-doubt');
  return outcome;
}

function askTerminal(
  terminal: CardTerminal,
  { type, paymentId, amountCents, ...rest }: Money,
  signal: AbortSignal,
): Promise<TerminalOutcome | DuplicateOutcome> {
  const asked = { paymentId, amountCents, signal };
  if (type === 'duplicate') return terminal.duplicate(asked);
  if (!('originalId' in rest)) return terminal.pay(asked);
  const { originalId } = rest;
  return type === 'refund'
    ? terminal.refund({ ...asked, originalId })
    : terminal.cancel({ ...asked, originalId });
}

export async function paymentStatus(
  shelf: Shelf,
  { deviceId, paymentId }: Extract<DeviceRequest, { type: 'status-of' }>,
): Promise<TerminalOutcome> {
  const terminal = await terminalAt(shelf, deviceId);
  const outcome = await terminal?.statusOf?.(paymentId);
  return outcome ?? { status: 'not-sent', reason: 'not-supported' };
}

export async function showLines(
  shelf: Shelf,
  { deviceId, lines }: Extract<DeviceRequest, { type: 'show' }>,
): Promise<object> {
  const driver = await shelf.driver(deviceId);
  if (driver?.kind !== 'customer-display') return { isDone: false };
  const [first = '', second = ''] = lines;
  driver.device.show([first, second]);
  return { isDone: true };
}

export function readLog(shelf: Shelf, deviceId: string): object {
  const supervised = shelf.hosted(deviceId)?.supervised;
  const unused = { tries: 0, failures: 0, failuresInARow: 0 };
  return { lines: supervised?.lines() ?? [], metrics: supervised?.metrics() ?? unused };
}

export async function selfTest(shelf: Shelf, deviceId: string): Promise<object> {
  const test = await shelf.hosted(deviceId)?.supervised.selfTest();
  return test ?? { isOk: false, sentence: 'Appareil inconnu' };
}
