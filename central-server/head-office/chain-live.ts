import type { ChainLive, HeadOfficeContract } from '#app/contract/head-office.ts';
import type { Handlers } from '#app/contract/contract.ts';
import { accept } from '#app/lib/result.ts';
import { DEFAULT_CUT_OFF, isoAt } from '#app/lib/time.ts';

import type { CentreContext } from '../context.ts';
import { type Presence, PRESENCE_VALID_MS } from '../store-link/presence.ts';
import { CHAIN_ZONE, type HourSlot, lastHours, storeDay, type StoreDay } from './calendar.ts';
import {
  type Amounts,
  type HourRow,
  readBest,
  readHours,
  readStoreFigures,
  type StoreFigures,
} from './figures.ts';
import type { Session } from './sessions.ts';

const BEST_SHOWN = 10;
const ALARMS_SHOWN = 20;

export function headOfficeHandlers(
  centre: CentreContext,
  presence: Presence,
): Handlers<HeadOfficeContract, Session> {
  return { 'chain.live': async () => accept(await chainLive(centre, presence)) };
}

/** The whole chain at this moment, from rows that are added up as sales come in. */
async function chainLive({ database, now }: CentreContext, presence: Presence): Promise<ChainLive> {
  const { pool } = database;
  const nowMs = now();
  const stores = await readStores(database.db);
  const dayOf = dayByClock(nowMs);
  const days = stores.map((store) => ({ storeId: store.store_id, ...dayOf(store) }));
  const slots = lastHours(nowMs);
  const [figures, hours, best, alarms] = await Promise.all([
    readStoreFigures(pool, days),
    readHours(pool, slots),
    readBest(pool, days, BEST_SHOWN),
    readAlarms(database.db),
  ]);
  const figuresOf = new Map(figures.map((row) => [row.storeId, row]));
  return {
    now: isoAt(nowMs),
    businessDay: dayOf({ zone: CHAIN_ZONE, cut_off: DEFAULT_CUT_OFF }).businessDay,
    today: total(figures.map(({ today }) => today)),
    lastWeek: total(figures.map(({ lastWeek }) => lastWeek)),
    open: figures.reduce((sum, row) => sum + row.open, 0),
    stores: stores.map((store) =>
      describeStore(store, figuresOf.get(store.store_id), presence, nowMs),
    ),
    hours: fillHours(slots, hours),
    best,
    alarms: alarms.map(({ store_id, at, kind }) => ({
      storeId: store_id,
      at: at.toISOString(),
      kind,
    })),
  };
}

type StoreRow = Awaited<ReturnType<typeof readStores>>[number];

function readStores(db: CentreContext['database']['db']) {
  return db
    .selectFrom('store')
    .leftJoin('store_head', 'store_head.store_id', 'store.store_id')
    .leftJoin('store_presence', 'store_presence.store_id', 'store.store_id')
    .select([
      'store.store_id',
      'store.name',
      'store.is_open',
      'store.zone',
      'store.cut_off',
      'store.set_aside_at',
      'store_head.received_at',
      'store_presence.heard_at',
      'store_presence.boot_id',
    ])
    .orderBy('store.is_open', 'desc')
    .orderBy('store.name')
    .execute();
}

function readAlarms(db: CentreContext['database']['db']) {
  return db
    .selectFrom('alarm')
    .select(['store_id', 'at', 'kind'])
    .orderBy('alarm_id', 'desc')
    .limit(ALARMS_SHOWN)
    .execute();
}

/** Most stores share one clock: each is worked out once. */
function dayByClock(nowMs: number): (clock: { zone: string; cut_off: string }) => StoreDay {
  const known = new Map<string, StoreDay>();
  return ({ zone, cut_off: cutOff }) => {
    const key = `${zone} ${cutOff}`;
    const day = known.get(key) ?? storeDay(nowMs, { zone, cutOff });
    known.set(key, day);
    return day;
  };
}

function describeStore(
  store: StoreRow,
  figures: StoreFigures | undefined,
  presence: Presence,
  nowMs: number,
): ChainLive['stores'][number] {
  const heardMs = Math.max(
    presence.heardAtMs(store.store_id) ?? 0,
    store.received_at?.getTime() ?? 0,
    store.heard_at?.getTime() ?? 0,
  );
  return {
    storeId: store.store_id,
    name: store.name,
    status: statusOf(store, { heardMs, presence, nowMs }),
    ...(heardMs === 0 ? {} : { heardAt: isoAt(heardMs) }),
    today: withAverage(figures?.today ?? NOTHING),
    lastWeekCents: figures?.lastWeek.salesCents ?? 0,
    open: figures?.open ?? 0,
  };
}

function statusOf(
  store: StoreRow,
  { heardMs, presence, nowMs }: { heardMs: number; presence: Presence; nowMs: number },
): ChainLive['stores'][number]['status'] {
  if (store.set_aside_at !== null) return 'set-aside';
  if (presence.isConnected(store.store_id)) return 'up';
  const heardElsewhere = store.boot_id === null || store.boot_id === '' ? null : store.heard_at;
  if (heardElsewhere !== null && nowMs - heardElsewhere.getTime() < PRESENCE_VALID_MS) return 'up';
  if (heardMs > 0) return 'down';
  return store.is_open ? 'never' : 'not-open';
}

const NOTHING: Amounts = { orders: 0, salesCents: 0, netCents: 0, cancelled: 0 };

function total(rows: readonly Amounts[]): ChainLive['today'] {
  return withAverage(
    rows.reduce(
      (sum, row) => ({
        orders: sum.orders + row.orders,
        salesCents: sum.salesCents + row.salesCents,
        netCents: sum.netCents + row.netCents,
        cancelled: sum.cancelled + row.cancelled,
      }),
      NOTHING,
    ),
  );
}

/** The average ticket, half a cent upwards, in whole numbers throughout. */
function withAverage(amounts: Amounts): ChainLive['today'] {
  const { orders, salesCents } = amounts;
  const averageCents = orders > 0 ? Math.floor((2 * salesCents + orders) / (2 * orders)) : 0;
  return { ...amounts, averageCents };
}

/** Each hour with every store that sold in it; hours without a sale stay, at nothing. */
function fillHours(slots: readonly HourSlot[], rows: readonly HourRow[]): ChainLive['hours'] {
  const byHour = Map.groupBy(rows, ({ hour }) => hour.toISOString());
  return slots.map(({ hour, lastWeek }) => {
    const stores = byHour.get(hour) ?? [];
    const before = byHour.get(lastWeek) ?? [];
    return {
      hour,
      orders: stores.reduce((sum, row) => sum + row.orders, 0),
      salesCents: stores.reduce((sum, row) => sum + row.salesCents, 0),
      lastWeekCents: before.reduce((sum, row) => sum + row.salesCents, 0),
      stores: stores.map(({ storeId, orders, salesCents }) => ({ storeId, orders, salesCents })),
    };
  });
}
