import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { type Door, type DoorReport, openDoor } from '#app/contract/door.ts';
import { storeContract } from '#app/contract/store.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import type { Sql } from '#app/journal/sql.ts';
import { uuidV7 } from '#app/lib/ids.ts';
import { businessCalendar } from '#app/lib/time.ts';

import { frontDoor } from '../../gateway/front-door.ts';
import { mailQueue } from '../../readers/mail-queue.ts';
import type { StoreContext } from '../context.ts';
import { openAddressBase } from '../customers/address-base.ts';
import { deliveryTerms } from '../customers/delivery-terms.ts';
import { beginWithCustomers } from '../customers/demonstration-data.ts';
import type { Devices } from '../devices.ts';
import { storeHandlers } from '../handlers.ts';
import { kitchenLoad } from '../kitchen-load.ts';
import type { CentreLink } from '../link-to-centre.ts';
import { receiptMessage } from '../papers/receipt-message.ts';
import { approver } from '../staff/approve.ts';
import { openStaff, type Staff } from '../staff/staff.ts';
import { type Displays, openDisplays } from '../till/displays.ts';
import { trainingWorld, type TrainingWorld } from '../till/training/training-world.ts';
import type { Announcements } from './announcements.ts';
import type { StoreOptions } from './start-store.ts';

type Parts = {
  readonly options: StoreOptions;
  readonly sql: Sql;
  readonly journal: Journal<StoreEvent>;
  readonly now: () => string;
  readonly clock: () => number;
  readonly bus: Announcements;
  readonly trainingBus: Announcements;
  readonly announceTo: (device: string, topics: readonly string[]) => void;
  readonly devices: Devices;
  readonly centre: CentreLink;
};

export type Worlds = {
  /** Before the doors of both worlds. */
  readonly door: Door;
  readonly staff: Staff;
  readonly training: TrainingWorld;
  readonly close: () => Promise<void>;
};

/** The real shop and the one to practise in, behind one door. */
export function openWorlds(parts: Parts): Worlds {
  const { options, sql, journal, now, bus } = parts;
  const { folder, log } = options;
  const staff = openStaff({
    sql,
    journal,
    now,
    announce: bus.announce,
    pepperFile: join(folder, 'pin-pepper.json'),
    employees: options.employees ?? [],
    pinCost: options.pinCost,
  });
  beginWithCustomers(sql, options.firstCustomers ?? [], now());
  const windows = openDisplays((topics) => {
    bus.announce(topics);
    parts.trainingBus.announce(topics);
  });
  const displays = { ...windows, show: showEverywhere(windows.show, parts.devices.showLines) };
  const mail = mailQueue({
    sql,
    smtp: options.mail?.smtp,
    from: options.mail?.from ?? '',
    messageOf: receiptMessage({ sql, store: options.store }),
    clock: parts.clock,
    log,
  });
  const base = sharedContext(parts, { staff, displays, mail });
  const report = reportTo(parts);
  const training = trainingWorld({
    folder,
    real: { sql, journal },
    base: { ...base, mail: { isConfigured: false, nudge: () => undefined } },
    handlersOf: storeHandlers,
    report,
    announce: parts.trainingBus.announce,
    announceReal: bus.announce,
    announceTo: parts.announceTo,
    customers: options.trainingCustomers ?? [],
  });
  const context: StoreContext = {
    ...base,
    sql,
    journal,
    announce: bus.announce,
    cards: parts.devices.cards,
    printing: parts.devices.printing,
    devices: parts.devices.desk,
    kitchenLoad: kitchenLoad(sql, journal, now),
    training,
    isTraining: false,
    approve: approver({ staff, journal, now }),
    deliveryTermsOf: deliveryTerms(sql, base.area),
  };
  const real = openDoor(storeContract, storeHandlers(context), report);
  return {
    door: frontDoor({ contract: storeContract, staff, real, training }),
    staff,
    training,
    async close() {
      displays.close();
      base.addresses.close();
      await mail.close();
      await training.close();
    },
  };
}

/** In the second window, and on the pole displays. */
function showEverywhere(
  inWindow: Displays['show'],
  onPoles: Devices['showLines'],
): Displays['show'] {
  return (device, shown) => {
    inWindow(device, shown);
    onPoles(shown);
  };
}

/** What both worlds have in common. */
function sharedContext(
  { options, now, centre, devices }: Parts,
  own: Pick<StoreContext, 'staff' | 'displays' | 'mail'>,
) {
  const { store, menu, folder, log } = options;
  const names = () => new Map(own.staff.employees.list().map((one) => [one.id, one.firstName]));
  return {
    ...own,
    store,
    menu,
    calendar: businessCalendar({ zone: store.zone }),
    now,
    log,
    centre: { status: centre.status },
    inputs: devices.inputs,
    area: options.area ?? NO_AREA,
    addresses: openAddressBase(join(folder, 'addresses.sqlite')),
    nameOf: (id: string) => names().get(id) ?? id,
    ...(options.centre === undefined
      ? {}
      : { receiptsUrl: options.centre.url.replace(/\/+$/, '') }),
  };
}

/** A store that delivers nowhere. */
const NO_AREA: StoreContext['area'] = { store: { latitude: 0, longitude: 0 }, zones: [] };

function reportTo({ options: { log }, clock }: Parts): DoorReport {
  return {
    refused: (fact) => log.warn(fact, 'request refused at the door'),
    failed({ method, caller, error }) {
      const id = uuidV7(clock(), randomBytes(10)).slice(-8);
      log.error({ id, method, role: caller.role, err: error }, 'request failed');
      return id;
    },
  };
}
