import type { ChainLive } from '#app/contract/head-office.ts';

type Store = ChainLive['stores'][number];
type Hour = ChainLive['hours'][number];

export const NOTHING_SOLD: ChainLive['today'] = {
  orders: 0,
  salesCents: 0,
  netCents: 0,
  averageCents: 0,
  cancelled: 0,
};

/** A store that is there and has sold as much as last week. */
export function aStore(name: string, some: Partial<Store> & { salesCents?: number } = {}): Store {
  const { salesCents = 100_000, ...others } = some;
  return {
    storeId: name.toLowerCase(),
    name,
    status: 'up',
    heardAt: '2026-11-22T18:46:00.000Z',
    today: { ...NOTHING_SOLD, orders: 40, salesCents },
    lastWeekCents: 100_000,
    open: 3,
    ...others,
  };
}

/** An hour of 22 November 2026, in UTC: head office reads one hour later. */
export function anHour(utcHour: number, some: Partial<Hour> = {}): Hour {
  const hour = `2026-11-22T${String(utcHour).padStart(2, '0')}:00:00.000Z`;
  return { hour, orders: 0, salesCents: 0, lastWeekCents: 0, stores: [], ...some };
}
