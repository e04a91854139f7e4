import { Temporal } from 'temporal-polyfill';

import { assert } from './assert.ts';

/** When a business day ends: after the last customer, before the update of 05:00 (R-FISC-15). */
export const DEFAULT_CUT_OFF = '04:30';

/** The instants of a business day, `from` included, `to` not: ISO 8601, UTC, with milliseconds. */
export type DayBounds = { readonly from: string; readonly to: string };

export type BusinessCalendar = {
  /** The business day (YYYY-MM-DD) of an instant given as ISO 8601 in UTC (`…Z`). */
  readonly dayOf: (at: string) => string;
  readonly boundsOf: (day: string) => DayBounds;
};

/**
 * The business days of a store: from the cut-off on the wall clock of its zone to the next one, so
 * 23 or 25 hours long where the clocks change. Never computed by taking hours off an instant, which
 * puts the half hour after the cut-off of a spring morning on the day before.
 * Remembers the last day asked: one instant after the other costs two comparisons of strings.
 */
export function businessCalendar({
  zone,
  cutOff = DEFAULT_CUT_OFF,
}: {
  readonly zone: string;
  readonly cutOff?: string;
}): BusinessCalendar {
  const cutOffTime = Temporal.PlainTime.from(cutOff);
  const startOf = (date: Temporal.PlainDate): string =>
    isoAt(date.toZonedDateTime({ timeZone: zone, plainTime: cutOffTime }).epochMilliseconds);
  const boundsOf = (day: string): DayBounds => {
    const date = Temporal.PlainDate.from(day);
    return { from: startOf(date), to: startOf(date.add({ days: 1 })) };
  };

  let last = { day: '', from: '', to: '' };

  const dayOf = (at: string): string => {
    assert(at.endsWith('Z'), `an instant is written in UTC, not ${at}`);
    if (at >= last.from && at < last.to) return last.day;
    const date = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();
    // The calendar date of the wall clock, or the one before if its cut-off is still to come. As
    // instants, so that a cut-off inside the hour that is skipped or repeated keeps days in order.
    const businessDate = at < startOf(date) ? date.subtract({ days: 1 }) : date;
    const day = businessDate.toString();
    last = { day, ...boundsOf(day) };
    return day;
  };

  return { dayOf, boundsOf };
}

/** ISO 8601 in UTC with milliseconds, from milliseconds since 1970. */
export function isoAt(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

/** The time of an instant on the wall clock of a zone: `19:42`. */
export function localTime(at: string, zone: string): string {
  return faceOf('time', zone).format(new Date(at));
}

/** The date of an instant on the calendar of a zone, as the French write it: `22/11/2026`. */
export function localDate(at: string, zone: string): string {
  return faceOf('date', zone).format(new Date(at));
}

const FACES = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  date: { day: '2-digit', month: '2-digit', year: 'numeric' },
} as const;

/** Kept by zone: making one costs a thousand times what using it does. */
const faces = new Map<string, Intl.DateTimeFormat>();

function faceOf(kind: keyof typeof FACES, zone: string): Intl.DateTimeFormat {
  const key = `${kind} ${zone}`;
  const known = faces.get(key);
  if (known !== undefined) return known;
  const face = new Intl.DateTimeFormat('fr-FR', { timeZone: zone, ...FACES[kind] });
  faces.set(key, face);
  return face;
}
