import { Temporal } from 'temporal-polyfill';

import { businessCalendar, isoAt } from '#app/lib/time.ts';

/** The chain's own clock: that of head office. */
export const CHAIN_ZONE = 'Europe/Paris';
export const HOURS_SHOWN = 24;

const HOUR_MS = 3_600_000;

/** What a store's figures of today are read from and compared with. Instants ISO 8601, UTC. */
export type StoreDay = {
  readonly businessDay: string;
  readonly lastWeekDay: string;
  /** The same time on the same wall clock, a week before. */
  readonly lastWeekNow: string;
  /** When the hour of `lastWeekNow` began: whole hours are added up before it. */
  readonly lastWeekHour: string;
};

/** The business day of a store at an instant, and the same moment of the week before. */
export function storeDay(
  nowMs: number,
  { zone, cutOff }: { readonly zone: string; readonly cutOff: string },
): StoreDay {
  const { dayOf } = businessCalendar({ zone, cutOff });
  const now = isoAt(nowMs);
  const businessDay = dayOf(now);
  const before = weekBefore(now, zone);
  return {
    businessDay,
    lastWeekDay: Temporal.PlainDate.from(businessDay).subtract({ days: 7 }).toString(),
    lastWeekNow: before,
    lastWeekHour: hourOf(before),
  };
}

/** One bar of the last 24 hours, and the hour it is compared with. */
export type HourSlot = { readonly hour: string; readonly lastWeek: string };

/** The hour under way and the 23 before it, oldest first. */
export function lastHours(nowMs: number, zone = CHAIN_ZONE): HourSlot[] {
  const current = nowMs - (nowMs % HOUR_MS);
  return Array.from({ length: HOURS_SHOWN }, (_, index) => {
    const hour = isoAt(current - (HOURS_SHOWN - 1 - index) * HOUR_MS);
    return { hour, lastWeek: hourOf(weekBefore(hour, zone)) };
  });
}

/**
 * Seven days back on the wall clock, not 168 hours: over a change of the clocks the two differ by
 * an hour, and people compare half past seven with half past seven.
 */
function weekBefore(at: string, zone: string): string {
  const then = Temporal.Instant.from(at).toZonedDateTimeISO(zone).subtract({ days: 7 });
  return isoAt(then.epochMilliseconds);
}

function hourOf(at: string): string {
  const ms = Date.parse(at);
  return isoAt(ms - (ms % HOUR_MS));
}
