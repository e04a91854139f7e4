import { allergensOf } from '#app/domain/menu/allergens.ts';
import type { CallEvent } from '#app/domain/caller-id.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import type { Sql } from '#app/journal/sql.ts';
import { customerReceipt } from '#app/receipt/customer-receipt.ts';
import type { DeviceState } from '#hardware/configuration.ts';
import { systemTimers } from '#hardware/link/timers.ts';

import { type HardwareClient, hardwareClient } from '../hardware-host/client.ts';
import type { HostedPrinter, HostedTerminal } from '../hardware-host/hosted-devices.ts';
import { hostStarter } from '../hardware-host/start.ts';
import { type CardPayments, cardPayments } from '../readers/card-payments.ts';
import { paymentsInDoubt } from '../readers/payments-in-doubt.ts';
import { printingOfStore, type StorePrinting } from '../readers/print-queue/of-store.ts';
import { SOFTWARE } from '../software.ts';
import type { DeviceStatus, StoreContext } from './context.ts';
import { openDrawer, printSlipAgain } from './devices/asked-by-hand.ts';
import { type DeviceDesk, deviceDesk } from './devices/device-desk.ts';
import { type DevicesInUse, devicesInUse } from './devices/in-use.ts';
import { type DeviceInputs, deviceInputs } from './devices/inputs.ts';
import { twoLineDisplays } from './devices/two-lines.ts';
import { receiptFacts } from './papers/receipt-facts.ts';
import type { StoreOptions } from './start/start-store.ts';
import type { Shown } from './till/displays.ts';

export type Devices = Pick<StoreContext, 'cards' | 'printing'> & {
  /** What the caller-id sources tell. */
  readonly onCall: (listener: (call: CallEvent) => void) => void;
  /** All that is connected: states, logs, self tests, calls and scans. */
  readonly hardware: HardwareClient;
  /** For the set-up screen. */
  readonly desk: DeviceDesk;
  readonly inputs: DeviceInputs;
  /** On the pole displays of the store. */
  readonly showLines: (shown: Shown) => void;
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
 * meanwhile; selling never waits for any of them. A store without devices starts none. What the
 * set-up screen saves holds at once.
 */
export function connectDevices(context: Context): Devices {
  const { options, sql, journal, now, announce } = context;
  const inUse = devicesInUse(sql, options);
  const hardware = clientOf(context);
  hardware.onState(() => announce(['status', 'devices']));
  hardware.configure(inUse.all());
  const printer = () => hostedBy(hardware.printer, inUse.receiptPrinterId());
  const terminal = () => hostedBy(hardware.terminal, inUse.terminalId());
  let queue = startQueue();
  const cards = cardPayments({
    journal,
    sql,
    get terminal() {
      return terminal();
    },
    log: options.log,
    onChange: () => announce(['status', 'payments']),
  });
  settleDoubts(context, { hardware, cards, inUse });
  const doubts = paymentsInDoubt(sql, journal);
  const desk = deviceDesk({
    ...{ sql, hardware, now, announce },
    devices: inUse.all,
    savedIds: inUse.savedIds,
    apply,
    payments: { isBusy: cards.isBusy, inDoubt: doubts.count },
    storeName: options.store.name,
  });

  function startQueue(): StorePrinting | undefined {
    return inUse.printers().length === 0 ? undefined : queueFor(context, hardware, inUse);
  }
  function apply(): void {
    inUse.readAgain();
    hardware.configure(inUse.all());
    queue ??= startQueue();
    queue?.nudge();
    announce(['devices', 'status', 'prints']);
  }
  const states = shownStates({ printer, terminal, inDoubt: doubts.count, since: now() });
  return {
    hardware,
    desk,
    inputs: deviceInputs({ hardware, now, announce }),
    showLines: twoLineDisplays({
      hardware,
      displayIds: inUse.displayIds,
      storeName: options.store.name,
    }),
    onCall: (listener) => listenToCalls(hardware, listener),
    cards: {
      ask: cards.ask,
      printSlipAgain: (attempt) => printSlipAgain(terminal(), attempt),
      status: states.terminal,
    },
    printing: {
      nudge: () => queue?.nudge(),
      openDrawer: () => openDrawer(printer(), `drawer-${now()}`),
      status: states.printer,
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

/** What the contract shows of the two devices that every till asks for. */
function shownStates({
  printer,
  terminal,
  inDoubt,
  since,
}: {
  readonly printer: () => Pick<HostedPrinter, 'status'> | undefined;
  readonly terminal: () => Pick<HostedTerminal, 'status'> | undefined;
  readonly inDoubt: () => number;
  readonly since: string;
}): Readonly<Record<'printer' | 'terminal', () => DeviceStatus>> {
  const absent = (detail: string): DeviceStatus => ({ status: 'trouble', detail, since });
  return {
    printer() {
      const state = printer()?.status();
      return state === undefined ? absent('Aucune imprimante configurée') : shown(state);
    },
    terminal() {
      const state = terminal()?.status();
      if (state === undefined) return absent('Aucun terminal configuré');
      if (inDoubt() === 0 || state.status === 'busy') return shown(state);
      return { ...shown(state), status: 'trouble', detail: 'Un paiement est à vérifier' };
    },
  };
}

function hostedBy<Hosted>(host: (id: string) => Hosted, id: string | undefined) {
  return id === undefined ? undefined : host(id);
}

/** A late answer of the terminal settles a doubt; what a person settled is not waited for any more. */
function settleDoubts(
  { journal }: Context,
  {
    hardware,
    cards,
    inUse,
  }: {
    readonly hardware: HardwareClient;
    readonly cards: CardPayments;
    readonly inUse: DevicesInUse;
  },
): void {
  hardware.onEvent((event) => {
    if (event.kind === 'late-answer') cards.heardLate(event.late.paymentId, event.late.outcome);
  });
  journal.onAppended((_topics, events) => {
    const terminalId = inUse.terminalId();
    for (const event of events)
      if (event.type === 'payment.resolved' && terminalId !== undefined)
        hardware.settle(terminalId, event.data.paymentId);
  });
}

function listenToCalls(hardware: HardwareClient, listener: (call: CallEvent) => void): void {
  hardware.onEvent((event) => {
    if (event.kind === 'call') listener(event.call);
  });
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
  inUse: DevicesInUse,
): StorePrinting {
  const { store, menu, log } = options;
  return printingOfStore({
    ...{ sql, journal, hardware, store, now, log },
    get printers() {
      return inUse.printers();
    },
    receiptOf: (job) => customerReceipt(receiptFacts({ sql, store, ...job, software: SOFTWARE })),
    allergensOf: (line) => allergensOf({ menu, ...line }),
    onChange: () => announce(['prints', 'orders', 'status']),
  });
}

/** What the contract shows of a device. */
function shown({ status, detail, since }: DeviceState): DeviceStatus {
  return { status, since, ...(detail === undefined ? {} : { detail }) };
}
