import type { Period } from '../menu.ts';

/** A moment on the wall clock of a store. `weekday` 1 (Monday) to 7. */
export type LocalMoment = {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** HH:MM. */
  readonly time: string;
  readonly weekday: number;
};

/**
 * Whether a moment is within a period; always where nothing is set. Hours that run past midnight
 * belong to the day on which they began: Friday 22:00 to 02:00 holds on Saturday at 01:00.
 */
export function isWithin(period: Period | undefined, moment: LocalMoment): boolean {
  if (period === undefined) return true;
  const day = beganOn(period, moment);
  if (day === undefined) return false;
  const { weekdays, dates } = period;
  if (weekdays !== undefined && weekdays.length > 0 && !weekdays.includes(day.weekday))
    return false;
  return dates === undefined || (dates.from <= day.date && day.date <= dates.to);
}

/** The end of the last day on which the period held lies behind. */
export function isOver(period: Period | undefined, moment: LocalMoment): boolean {
  if (period?.dates === undefined) return false;
  const day = beganOn(period, moment) ?? moment;
  return day.date > period.dates.to;
}

/** The day to which the moment belongs in these hours; undefined outside of them. */
function beganOn(
  { hours }: Period,
  moment: LocalMoment,
): { readonly date: string; readonly weekday: number } | undefined {
  if (hours === undefined) return moment;
  const { from, to } = hours;
  if (from <= to) return from <= moment.time && moment.time < to ? moment : undefined;
  if (moment.time >= from) return moment;
  return moment.time < to ? dayBefore(moment) : undefined;
}

const DAY_MS = 86_400_000;

function dayBefore({ date, weekday }: LocalMoment): { date: string; weekday: number } {
  const before = new Date(Date.parse(`${date}T00:00:00Z`) - DAY_MS);
  return { date: before.toISOString().slice(0, 10), weekday: weekday === 1 ? 7 : weekday - 1 };
}
