import type { Logger } from 'pino';

import type { StoreStatus } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Territory } from '#app/domain/vat.ts';
import type { Journal } from '#app/journal/journal.ts';
import type { Sql } from '#app/journal/sql.ts';
import type { BusinessCalendar } from '#app/lib/time.ts';

import type { KitchenLoad } from './kitchen-load.ts';

/** Who the store is, on its receipts and in its journal. */
export type StoreIdentity = {
  readonly id: string;
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly siret: string;
  readonly vatId: string;
  readonly territory: Territory;
  readonly zone: string;
};

export type CentreStatus = StoreStatus['centre'];
export type DeviceStatus = StoreStatus['printer'];

/** Everything the handlers of a store node work with. */
export type StoreContext = {
  readonly store: StoreIdentity;
  readonly menu: Menu;
  readonly calendar: BusinessCalendar;
  readonly sql: Sql;
  readonly journal: Journal<StoreEvent>;
  /** ISO 8601 UTC. */
  readonly now: () => string;
  readonly announce: (topics: readonly string[]) => void;
  readonly log: Logger;
  readonly cards: {
    /** Asks the terminal; the attempt is already in the journal as started. */
    readonly ask: (attempt: CardAttempt) => void;
    readonly status: () => DeviceStatus;
  };
  readonly printing: { readonly nudge: () => void; readonly status: () => DeviceStatus };
  readonly kitchenLoad: KitchenLoad;
  readonly centre: { readonly status: () => CentreStatus };
};

export type CardAttempt = {
  readonly orderId: string;
  readonly paymentId: string;
  readonly amountCents: number;
};
