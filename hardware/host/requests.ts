import { assertNever } from '#app/lib/assert.ts';

import { maskCardNumbers } from '../link/card-numbers.ts';
import type { HostedDevice } from './host.ts';
import type { VirtualUsb } from '../hid/virtual-usb.ts';
import { hidListing, serialListing } from './listings.ts';
import type { HostMessage, ToHost } from './messages.ts';
import {
  type DeviceRequest,
  type Money,
  paymentStatus,
  readLog,
  type Shelf,
  selfTest,
  shelfOf,
  showLines,
  terminalAt,
  usePrinter,
  useTerminal,
} from './uses.ts';

/** In doubt, for a reason of the host and not of a terminal. */
export type HostDoubt = 'clock-gap' | 'fault';

type Wait = { readonly giveUp: AbortController; doubt: HostDoubt | undefined };

export type Requests = {
  readonly hear: (request: Exclude<ToHost, { type: 'configure' | 'stop' }>) => void;
  /** Every payment before a terminal is in doubt, now. What its terminal says later is logged. */
  readonly doubtPayments: (reason: HostDoubt) => void;
  /** Once every request heard so far is answered. */
  readonly settled: () => Promise<void>;
};

/** Hands each request to its device and answers it once, whatever the device does. */
export function requestsOf(context: {
  readonly devices: ReadonlyMap<string, HostedDevice>;
  readonly post: (message: HostMessage) => void;
  readonly virtualUsb?: VirtualUsb | undefined;
}): Requests {
  const { post } = context;
  const shelf = shelfOf(context.devices);
  const running = new Map<number, Promise<void>>();
  const waits = new Map<number, Wait>();

  async function money(request: Money): Promise<object> {
    const wait: Wait = { giveUp: new AbortController(), doubt: undefined };
    waits.set(request.id, wait);
    try {
      const outcome = await useTerminal(shelf, request, wait.giveUp.signal);
      const isDoubt = outcome.status === 'in-doubt' && wait.doubt !== undefined;
      return isDoubt ? { status: 'in-doubt', reason: wait.doubt } : outcome;
    } finally {
      waits.delete(request.id);
    }
  }

  async function run(request: DeviceRequest): Promise<void> {
    const value = await answerTo(request, { shelf, money }).catch((fault: unknown) => {
      // A driver that throws is a bug. What it had begun nobody knows.
      const words = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
      post({ type: 'fault', sentence: maskCardNumbers(words).slice(0, 2_000) });
      shelf.note(request.deviceId, false);
      return afterFault(request);
    });
    post({ type: 'reply', id: request.id, value });
    running.delete(request.id);
  }

  async function list({ id, what }: Extract<ToHost, { type: 'list' }>): Promise<void> {
    const value = await (what === 'serial' ? serialListing() : hidListing(context.virtualUsb));
    post({ type: 'reply', id, value });
    running.delete(id);
  }

  return {
    hear(request) {
      if (request.type === 'ping') post({ type: 'reply', id: request.id, value: {} });
      else if (request.type === 'list') running.set(request.id, list(request));
      else if (request.type === 'give-up') waits.get(request.requestId)?.giveUp.abort();
      else if (request.type === 'settle') {
        const { deviceId, paymentId } = request;
        void terminalAt(shelf, deviceId).then((terminal) => terminal?.settle(paymentId));
      }
      // The same id twice would be one request sent twice: the first alone is carried out.
      else if (!running.has(request.id)) running.set(request.id, run(request));
    },
    doubtPayments(reason) {
      for (const wait of waits.values()) {
        wait.doubt = reason;
        wait.giveUp.abort();
      }
    },
    async settled() {
      await Promise.all(running.values());
    },
  };
}

function answerTo(
  request: DeviceRequest,
  by: { readonly shelf: Shelf; readonly money: (request: Money) => Promise<object> },
): Promise<object> {
  const { shelf } = by;
  switch (request.type) {
    case 'print':
    case 'open-drawer':
    case 'recover':
      return usePrinter(shelf, request);
    case 'pay':
    case 'refund':
    case 'cancel':
    case 'duplicate':
      return by.money(request);
    case 'status-of':
      return paymentStatus(shelf, request);
    case 'show':
      return showLines(shelf, request);
    case 'read-log':
      return Promise.resolve(readLog(shelf, request.deviceId));
    case 'self-test':
      return selfTest(shelf, request.deviceId);
    default:
      return assertNever(request);
  }
}

/** The answer to a request whose driver broke. */
function afterFault({ type }: DeviceRequest): object {
  switch (type) {
    case 'pay':
    case 'refund':
    case 'cancel':
    case 'duplicate':
    case 'status-of':
      return { status: 'in-doubt', reason: 'fault' };
    case 'print':
    case 'open-drawer':
      return { status: 'unknown', reason: 'fault' };
    case 'self-test':
      return { isOk: false, sentence: 'Le pilote de l’appareil est en panne' };
    case 'read-log':
      return { lines: [], metrics: { tries: 0, failures: 0, failuresInARow: 0 } };
    case 'recover':
    case 'show':
      return { isDone: false };
    default:
      return assertNever(type);
  }
}
