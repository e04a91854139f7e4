import { join } from 'node:path';

import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

import type { Caller } from '#app/contract/contract.ts';
import type { Door } from '#app/contract/door.ts';
import type { CallEvent } from '#app/domain/caller-id.ts';
import type { DeliveryArea } from '#app/domain/delivery-zone.ts';
import type { Menu } from '#app/domain/menu.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import type { Sql } from '#app/journal/sql.ts';
import type { TerminalTimes } from '#hardware/terminal/times.ts';

import { openDatabase } from '../../database/open.ts';
import { type DeviceKeys, deviceKeys } from '../../gateway/device-keys.ts';
import { serveOverLan } from '../../gateway/lan.ts';
import { servePages } from '../../gateway/pages.ts';
import { slipsWithoutScreen } from '../../readers/print-queue/unseen-orders.ts';
import { callService } from '../calls/call-service.ts';
import type { StoreIdentity } from '../context.ts';
import type { CustomerInput } from '../customers/save.ts';
import { type Devices, connectDevices } from '../devices.ts';
import { journalOfStore } from '../journal-of-store.ts';
import { type CentreLink, linkToCentre } from '../link-to-centre.ts';
import type { EmployeeGiven } from '../staff/employees.ts';
import type { PinCost } from '../staff/pin-hash.ts';
import { announcements } from './announcements.ts';
import { openWorlds, type Worlds } from './open-worlds.ts';
import { lockStore } from './store-lock.ts';

export type StoreOptions = {
  readonly store: StoreIdentity;
  readonly menu: Menu;
  /** The folder of this store's database, keys and lock. */
  readonly folder: string;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** The folder of the built screens. */
  readonly screens: string;
  readonly centre?: { readonly url: string; readonly enrolmentCode?: string | undefined };
  readonly printer?: { readonly host: string; readonly port: number };
  readonly terminal?: {
    readonly host: string;
    readonly port: number;
    /** How long it waits for the terminal, where the usual times do not fit. */
    readonly times?: Partial<TerminalTimes>;
  };
  /** A caller-id modem behind a serial server (raw TCP), as the virtual telephone is. */
  readonly phone?: { readonly host: string; readonly port: number };
  /** Who may stand at a till. */
  readonly employees?: readonly EmployeeGiven[];
  /** Only a test makes trying a PIN cheaper. */
  readonly pinCost?: PinCost | undefined;
  /** Where the store delivers; absent: nowhere. */
  readonly area?: DeliveryArea;
  /** Of a store that knows nobody yet. */
  readonly firstCustomers?: readonly CustomerInput[];
  /** Invented people, for the training world. */
  readonly trainingCustomers?: readonly CustomerInput[];
  /** `smtps://user:password@host`, and who the receipts come from. */
  readonly mail?: { readonly smtp: string; readonly from: string };
  readonly log: Logger;
  /** Milliseconds since 1970; the clock of the machine where none is given. */
  readonly clock?: () => number;
};

export type StoreNode = {
  readonly url: string;
  readonly keys: DeviceKeys;
  /** The one door, for callers within the process: shell, tests, replay. */
  readonly request: (method: string, input: unknown, caller: Caller) => ReturnType<Door>;
  readonly onChanged: (listener: (topics: readonly string[]) => void) => () => void;
  /** A call as a caller-id source tells it. */
  readonly calls: (event: CallEvent) => void;
  readonly centre: CentreLink;
  /** How many entries its journal holds. */
  readonly head: () => number;
  readonly close: () => Promise<void>;
};

/**
 * Starts the process that owns a store: its database, its journal, its devices, its link to the
 * centre, and the door for its screens. Throws `StoreInUse`, `UnsafeDatabase`, or what the system
 * says (port busy, no right, disk full), having closed what it had opened.
 */
export async function startStore(options: StoreOptions): Promise<StoreNode> {
  const closers: (() => Promise<void> | void)[] = [];
  const close = () => closeAll(closers);
  try {
    return await open(options, closers, close);
  } catch (fault) {
    await close();
    throw fault;
  }
}

/** Everything is closed, the lock last, even where something did not close in order. */
async function closeAll(closers: (() => Promise<void> | void)[]): Promise<void> {
  const faults: unknown[] = [];
  for (const closer of closers.splice(0).reverse())
    try {
      await closer();
    } catch (fault) {
      faults.push(fault);
    }
  if (faults.length > 0) throw new AggregateError(faults, 'the store node did not close in order');
}

async function open(
  options: StoreOptions,
  closers: (() => Promise<void> | void)[],
  close: () => Promise<void>,
): Promise<StoreNode> {
  const { folder, store } = options;
  const clock = options.clock ?? Date.now;
  const now = () => new Date(clock()).toISOString();
  const bus = announcements();

  const lock = lockStore(join(folder, 'store.lock'));
  closers.push(lock.release);
  const database = await openDatabase(join(folder, 'store.sqlite'));
  closers.push(() => void database.close());
  const { sql, journal } = journalOfStore({ database, storeId: store.id, now });
  journal.onAppended(bus.announce);

  const devices: Devices = connectDevices({ options, sql, journal, now, announce: bus.announce });
  closers.push(devices.close);
  const centre = linkToCentre({ options, sql, journal, now, clock, announce: bus.announce });
  closers.push(centre.close);

  const trainingBus = announcements();
  /** For the windows of the shell, which hear all that happens in both worlds. */
  const ofWindows = announcements();
  bus.onChanged(ofWindows.announce);
  trainingBus.onChanged(ofWindows.announce);
  const worlds = openWorlds({
    ...{ options, sql, journal, now, clock, bus, trainingBus, devices, centre },
    announceTo(device, topics) {
      lan.announceTo(device, topics);
      ofWindows.announce(topics);
    },
  });
  closers.push(worlds.close);
  closers.push(slipsOfLostScreens({ sql, journal, now, devices, worlds }));
  const calls = callService({ sql, now, announce: bus.announce });
  devices.onCall(calls.take);

  const keys = deviceKeys(join(folder, 'device-keys.json'));
  const pages = await servePages({
    screens: options.screens,
    health: () => ({ status: 'ok', storeId: store.id, head: journal.head().seq }),
  });
  closers.push(() => pages.close());
  const lan = serveOverLan({
    http: pages.server,
    door: worlds.door,
    keys,
    presence: worlds.staff.presence,
    isInTraining: worlds.training.isIn,
  });
  closers.push(lan.close);
  bus.onChanged((topics) => lan.announce(topics, 'real'));
  trainingBus.onChanged((topics) => lan.announce(topics, 'training'));
  const url = await listen(pages, options);
  return {
    url,
    keys,
    request: worlds.door,
    calls: calls.take,
    onChanged: ofWindows.onChanged,
    centre,
    head: () => journal.head().seq,
    close,
  };
}

async function listen(pages: FastifyInstance, { host, port }: StoreOptions): Promise<string> {
  return pages.listen({ host, port });
}

/** Prints for the kitchen what its screens do not show any more; the answer ends it. */
function slipsOfLostScreens({
  sql,
  journal,
  now,
  devices,
  worlds,
}: {
  readonly sql: Sql;
  readonly journal: Journal<StoreEvent>;
  readonly now: () => string;
  readonly devices: Devices;
  readonly worlds: Worlds;
}): () => void {
  const { presence } = worlds.staff;
  const slips = slipsWithoutScreen({
    ...{ sql, journal, now, onQueued: devices.printing.nudge },
    screens: {
      wereThere: () => presence.devicesOf('kitchen').length > 0,
      areThere: () => presence.devicesOf('kitchen').some(presence.isOnline),
    },
  });
  return slips.close;
}
