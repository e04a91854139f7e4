import type { Logger } from 'pino';

import type { StoreStatus } from '#app/contract/store.ts';
import type { DeliveryArea } from '#app/domain/delivery-zone.ts';
import type { Menu } from '#app/domain/menu.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Territory } from '#app/domain/vat.ts';
import type { Journal } from '#app/journal/journal.ts';
import type { Sql } from '#app/journal/sql.ts';
import type { Result } from '#app/lib/result.ts';
import type { BusinessCalendar } from '#app/lib/time.ts';

import type { MailQueue } from '../readers/mail-queue.ts';
import type { AddressBase } from './customers/address-base.ts';
import type { KitchenLoad } from './kitchen-load.ts';
import type { DeviceDesk } from './devices/device-desk.ts';
import type { DeviceInputs } from './devices/inputs.ts';
import type { DeliveryTerms } from './customers/delivery-terms.ts';
import type { Approve } from './staff/approve.ts';
import type { Staff } from './staff/staff.ts';
import type { Displays } from './till/displays.ts';
import type { Training } from './till/training/training.ts';

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
    /** Its last slip once more, to compare with a payment in doubt. */
    readonly printSlipAgain: (attempt: CardAttempt) => Promise<Result<Record<string, never>>>;
    readonly status: () => DeviceStatus;
  };
  readonly printing: {
    readonly nudge: () => void;
    readonly status: () => DeviceStatus;
    /** Never tried again by itself: a drawer that opens twice is a theft. */
    readonly openDrawer: () => Promise<Result<Record<string, never>>>;
  };
  readonly mail: Pick<MailQueue, 'isConfigured' | 'nudge'>;
  /** Where the centre shows receipts, without a slash at the end; absent without a centre. */
  readonly receiptsUrl?: string | undefined;
  /** What scanners and bump bars typed. */
  readonly inputs: DeviceInputs;
  /** First name of an employee; of a device or a reader, its id. */
  readonly nameOf: (id: string) => string;
  readonly kitchenLoad: KitchenLoad;
  /** The devices, to be set up and tried; none in training. */
  readonly devices?: DeviceDesk | undefined;
  readonly centre: { readonly status: () => CentreStatus };
  /** Who works here, and who stands at which till. One for both worlds. */
  readonly staff: Staff;
  /** What each till shows its customer. One for both worlds. */
  readonly displays: Displays;
  /** The way into the training world and out of it. */
  readonly training: Training;
  /** These handlers are those of the training world: nothing they do is real. */
  readonly isTraining: boolean;
  /** Where the store delivers, and at which fee. */
  readonly area: DeliveryArea;
  readonly addresses: AddressBase;
  /** Whether the caller may do what needs a right, by their own or by the PIN of somebody else. */
  readonly approve: Approve;
  /** What delivering to an address of a customer costs; undefined where nobody delivers. */
  readonly deliveryTermsOf: (addressId: string) => DeliveryTerms | undefined;
};

/** What the terminal is asked. The amount is in cents, with the tip. */
export type CardAttempt = {
  readonly orderId: string;
  readonly paymentId: string;
  readonly amountCents: number;
  /** Of money that goes back: the payment it came by. */
  readonly refundOf?: string | undefined;
};
