import { allergensOf } from '#app/domain/menu/allergens.ts';
import type { CallEvent } from '#app/domain/caller-id.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import type { Sql } from '#app/journal/sql.ts';
import { customerReceipt } from '#app/receipt/customer-receipt.ts';
import type { DeviceState, PrinterConfiguration } from '#hardware/configuration.ts';
import type { ConfiguredDevice } from '#hardware/host/messages.ts';
import { systemTimers } from '#hardware/link/timers.ts';

import { type HardwareClient, hardwareClient } from '../hardware-host/client.ts';
import { hostStarter } from '../hardware-host/start.ts';
import { cardPayments } from '../readers/card-payments.ts';
import { paymentsInDoubt } from '../readers/payments-in-doubt.ts';
import { printingOfStore, type StorePrinting } from '../readers/print-queue/of-store.ts';
import { SOFTWARE } from '../software.ts';
import type { DeviceStatus, StoreContext } from './context.ts';
import { openDrawer, printSlipAgain } from './devices/asked-by-hand.ts';
import { configuredDevices, receiptPrinterOf, terminalOf } from './devices/configured.ts';
import { readDevices } from './devices/device-rows.ts';
import { receiptFacts } from './papers/receipt-facts.ts';
import type { StoreOptions } from './start/start-store.ts';

export type Devices = Pick<StoreContext, 'cards' | 'printing'> & {
  /** What the caller-id sources tell. */
  readonly onCall: (listener: (call: CallEvent) => void) => void;
  /** All that is connected: states, logs, self tests, calls and scans. */
  readonly hardware: HardwareClient;
  readonly close: () => Promise<void>;
};

type Context = {
  readonly options: StoreOptions;
  readonly sql: Sql;
  readonly journal: Journal<StoreEvent>;
  readonly now: () => string;
  readonly announce: (topics: readonly string[]) => void;
};

/**
 * Connects the devices of a store, which live in the hardware host, a process of its own that starts
 * meanwhile; selling never waits for any of them. A store without devices starts none.
 */
export function connectDevices(context: Context): Devices {
  const { options, sql, journal, now, announce } = context;
  const startedAt = now();
  const devices = configuredDevices(readDevices(sql, options.log), options);
  const hardware = clientOf(context);
  hardware.onState(() => announce(['status']));
  hardware.configure(devices);
  const printerId = receiptPrinterOf(devices);
  const terminalId = terminalOf(devices);
  const printer = printerId === undefined ? undefined : hardware.printer(printerId);
  const queue = printerId === undefined ? undefined : queueFor(context, hardware, devices);
  const terminal = terminalId === undefined ? undefined : hardware.terminal(terminalId);
  const cards = cardPayments({
    journal,
    sql,
    terminal,
    log: options.log,
    onChange: () => announce(['status', 'payments']),
  });
  hardware.onEvent((event) => {
    if (event.kind === 'late-answer') cards.heardLate(event.late.paymentId, event.late.outcome);
  });
  journal.onAppended((_topics, events) => {
    for (const event of events)
      if (event.type === 'payment.resolved' && terminalId !== undefined)
        hardware.settle(terminalId, event.data.paymentId);
  });
  const doubts = paymentsInDoubt(sql, journal);
  const absent = (detail: string): DeviceStatus => ({
    status: 'trouble',
    detail,
    since: startedAt,
  });
  return {
    hardware,
    onCall(listener) {
      hardware.onEvent((event) => {
        if (event.kind === 'call') listener(event.call);
      });
    },
    cards: {
      ask: cards.ask,
      printSlipAgain: (attempt) => printSlipAgain(terminal, attempt),
      status() {
        if (terminal === undefined) return absent('Aucun terminal configuré');
        const state = shown(terminal.status());
        if (doubts.count() === 0 || state.status === 'busy') return state;
        return { ...state, status: 'trouble', detail: 'Un paiement est à vérifier' };
      },
    },
    printing: {
      nudge: () => queue?.nudge(),
      openDrawer: () => openDrawer(printer, `drawer-${now()}`),
      status: () =>
        printer === undefined ? absent('Aucune imprimante configurée') : shown(printer.status()),
    },
    async close() {
      // The queue first, so that it takes no other job while the printer lets go of this one.
      const queueClosed = queue?.close();
      await hardware.close();
      await cards.close();
      await queueClosed;
    },
  };
}

function clientOf({ options, now }: Context): HardwareClient {
  return hardwareClient({
    start: hostStarter(),
    now,
    timers: systemTimers,
    random: Math.random,
    log: options.log,
  });
}

function queueFor(
  { options, sql, journal, now, announce }: Context,
  hardware: HardwareClient,
  devices: readonly ConfiguredDevice[],
): StorePrinting {
  const { store, menu, log } = options;
  return printingOfStore({
    ...{ sql, journal, hardware, store, now, log },
    printers: devices.flatMap(({ configuration }): PrinterConfiguration[] =>
      configuration.kind === 'printer' ? [configuration] : [],
    ),
    receiptOf: (job) => customerReceipt(receiptFacts({ sql, store, ...job, software: SOFTWARE })),
    allergensOf: (line) => allergensOf({ menu, ...line }),
    onChange: () => announce(['prints', 'orders', 'status']),
  });
}

/** What the contract shows of a device. */
function shown({ status, detail, since }: DeviceState): DeviceStatus {
  return { status, since, ...(detail === undefined ? {} : { detail }) };
}
