import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import type { Sql } from '#app/journal/sql.ts';
import { customerReceipt } from '#app/receipt/customer-receipt.ts';
import { type ReceiptPrinter, tcpPrinter } from '#hardware/printer/device.ts';
import { EPSON_80 } from '#hardware/printer/profile.ts';
import { type CaisseApTerminal, caisseApTerminal } from '#hardware/terminal/device.ts';

import { cardPayments } from '../readers/card-payments.ts';
import { paymentsInDoubt } from '../readers/payments-in-doubt.ts';
import { type PrintQueue, printQueue } from '../readers/print-queue.ts';
import { SOFTWARE } from '../software.ts';
import type { DeviceStatus, StoreContext } from './context.ts';
import { receiptFacts } from './receipt-facts.ts';
import type { StoreOptions } from './start/start-store.ts';

export type Devices = Pick<StoreContext, 'cards' | 'printing'> & {
  readonly close: () => Promise<void>;
};

type Context = {
  readonly options: StoreOptions;
  readonly sql: Sql;
  readonly journal: Journal<StoreEvent>;
  readonly now: () => string;
  readonly announce: (topics: readonly string[]) => void;
};

const TILL_NUMBER = '01';

/** Connects the printer and the card terminal of a store; selling never waits for either. */
export function connectDevices(context: Context): Devices {
  const startedAt = context.now();
  const printing = connectPrinter(context);
  const terminal = connectTerminal(context);
  const cards = cardPayments({
    journal: context.journal,
    sql: context.sql,
    terminal,
    log: context.options.log,
    onChange: () => context.announce(['status', 'payments']),
  });
  const doubts = paymentsInDoubt(context.sql, context.journal);
  const absent = (detail: string): DeviceStatus => ({
    status: 'trouble',
    detail,
    since: startedAt,
  });
  return {
    cards: {
      ask: cards.ask,
      status() {
        const state = shown(terminal?.status()) ?? absent('Aucun terminal configuré');
        if (doubts.count() === 0 || state.status === 'busy') return state;
        return { ...state, status: 'trouble', detail: 'Un paiement est à vérifier' };
      },
    },
    printing: {
      nudge: () => printing?.queue.nudge(),
      status: () => shown(printing?.printer.status()) ?? absent('Aucune imprimante configurée'),
    },
    async close() {
      await terminal?.close();
      await cards.close();
      // The queue first, so that it takes no other job while the printer lets go of this one.
      const queueClosed = printing?.queue.close();
      await printing?.printer.close();
      await queueClosed;
    },
  };
}

function connectTerminal({ options, now, announce }: Context): CaisseApTerminal | undefined {
  if (options.terminal === undefined) return undefined;
  const terminal = caisseApTerminal({
    ...options.terminal,
    tillNumber: TILL_NUMBER,
    now,
    log: options.log,
  });
  terminal.onStatus(() => announce(['status']));
  return terminal;
}

function connectPrinter(
  context: Context,
): { printer: ReceiptPrinter; queue: PrintQueue } | undefined {
  const { options, sql, now, announce } = context;
  if (options.printer === undefined) return undefined;
  const printer = tcpPrinter({ ...options.printer, profile: EPSON_80, now, log: options.log });
  printer.onStatus(() => announce(['status']));
  const queue = printQueue({
    sql,
    printer,
    receiptOf: ({ orderId, copy }) =>
      customerReceipt(
        receiptFacts({ sql, store: options.store, orderId, copy, software: SOFTWARE }),
      ),
    log: options.log,
    onChange: () => announce(['prints', 'orders', 'status']),
  });
  return { printer, queue };
}

/** What the contract shows of a device. */
function shown(
  status: { status: DeviceStatus['status']; detail?: string; since: string } | undefined,
): DeviceStatus | undefined {
  if (status === undefined) return undefined;
  return {
    status: status.status,
    since: status.since,
    ...(status.detail === undefined ? {} : { detail: status.detail }),
  };
}
