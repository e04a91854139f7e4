import { Temporal } from 'temporal-polyfill';

import { DEFAULT_CUT_OFF } from '#app/lib/time.ts';

/** A day that an order can be asked for. `date` as YYYY-MM-DD in the zone of the store. */
export type Day = { readonly date: string; readonly dayOfWeek: number };

/** An order is asked for at most that long before. */
const DAYS_AHEAD = 7;
/** A kitchen works by quarters of an hour; five minutes let a customer insist. */
export const MINUTES = [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55] as const;
/** From the first customer of the morning to the last one before the cut-off. */
export const HOURS = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 0] as const;

/** The business day and the days after: until the cut-off of the night, tomorrow is still ahead. */
export function daysFrom(nowMs: number, zone: string): Day[] {
  const now = localNow(nowMs, zone);
  const isNight = Temporal.PlainTime.compare(now.toPlainTime(), DEFAULT_CUT_OFF) < 0;
  const today = now.toPlainDate().subtract({ days: isNight ? 1 : 0 });
  return Array.from({ length: DAYS_AHEAD }, (_, days) => {
    const date = today.add({ days });
    return { date: date.toString(), dayOfWeek: date.dayOfWeek };
  });
}

/**
 * The instant of a time on the wall clock of the store, as ISO 8601 in UTC. Midnight belongs to the
 * evening it ends. Nothing once it has passed.
 */
export function instantAt(
  { date, hour, minute }: { readonly date: string; readonly hour: number; readonly minute: number },
  nowMs: number,
  zone: string,
): string | undefined {
  const day = Temporal.PlainDate.from(date).add({ days: hour === 0 ? 1 : 0 });
  const at = day.toZonedDateTime({ timeZone: zone, plainTime: { hour, minute } });
  if (at.epochMilliseconds <= nowMs) return undefined;
  return new Date(at.epochMilliseconds).toISOString();
}

/** Whether nothing of an hour is left: the kitchen has no time for it, and no key may choose it. */
export function isPastHour(
  slot: { readonly date: string; readonly hour: number },
  nowMs: number,
  zone: string,
): boolean {
  return MINUTES.every((minute) => instantAt({ ...slot, minute }, nowMs, zone) === undefined);
}

/** The next quarter of an hour that leaves the kitchen some time. */
export function firstSlot(
  nowMs: number,
  zone: string,
): { readonly date: string; readonly hour: number; readonly minute: number } {
  const soon = localNow(nowMs, zone).add({ minutes: 45 });
  const minute = soon.minute - (soon.minute % 15);
  // As in `instantAt`: midnight belongs to the evening it ends.
  const day = soon.subtract({ days: soon.hour === 0 ? 1 : 0 });
  return { date: day.toPlainDate().toString(), hour: soon.hour, minute };
}

function localNow(nowMs: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(nowMs)).toZonedDateTimeISO(zone);
}
