import type { Logger } from 'pino';

import type { Allergen } from '#app/domain/menu.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import type { Sql } from '#app/journal/sql.ts';
import type { Block } from '#app/receipt/blocks.ts';
import type { PrinterConfiguration } from '#hardware/configuration.ts';

import type { HardwareClient } from '../../hardware-host/client.ts';
import type { Paper } from '../../store/papers/receipt-facts.ts';
import { printQueue } from '../print-queue.ts';
import { documentsOf, type KitchenLine } from './documents.ts';
import { paperOfOrders } from './paper-of-orders.ts';

export type StorePrinting = {
  /** Something was asked for: printers that rest are tried at once. */
  readonly nudge: () => void;
  readonly close: () => Promise<void>;
};

/** All printing of a store: its queue, and the kitchen's paper that follows the orders. */
export function printingOfStore(context: {
  readonly sql: Sql;
  readonly journal: Journal<StoreEvent>;
  /** Read before each print: the settings may change. */
  readonly printers: readonly Pick<PrinterConfiguration, 'id' | 'roles'>[];
  readonly hardware: Pick<HardwareClient, 'printer'>;
  readonly store: { readonly name: string; readonly zone: string };
  readonly receiptOf: (job: { orderId: string; copy: number; paper: Paper }) => readonly Block[];
  readonly allergensOf: (line: KitchenLine) => readonly Allergen[];
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  readonly log: Logger;
  readonly onChange: () => void;
}): StorePrinting {
  const { sql, journal, hardware, store, now, log } = context;
  const printers = () =>
    context.printers.map(({ id, roles }) => {
      const printer = hardware.printer(id);
      return { id, roles, state: printer.status, print: printer.print };
    });
  const queue = printQueue({
    ...{ sql, now, log, onChange: context.onChange },
    printers,
    documentOf: documentsOf({ ...context, zone: store.zone, storeName: store.name }),
  });
  const paper = paperOfOrders({
    ...{ sql, journal, now, log },
    roles: () => context.printers.flatMap(({ roles }) => roles),
    onQueued: queue.nudge,
  });
  // After a restart: what was sold while nobody looked.
  paper.nudge();
  let isClosed = false;
  // The order is answered first: its paper is a durable write of its own.
  const stop = journal.onAppended(() => {
    setImmediate(() => {
      if (!isClosed) paper.nudge();
    });
  });
  return {
    nudge: queue.nudge,
    async close() {
      isClosed = true;
      stop();
      await queue.close();
    },
  };
}
