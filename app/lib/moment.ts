import type { Locale } from './money.ts';
import { DEFAULT_CUT_OFF, localTime } from './time.ts';

/** An instant as somebody reads it who has to know the day too. */
export type Moment = {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What today is, ISO 8601, UTC. */
  readonly now: string;
  /** IANA name of the store's time zone. */
  readonly zone: string;
  readonly locale?: Locale;
};

const TOMORROW: Readonly<Record<Locale, string>> = { fr: 'demain', en: 'tomorrow' };
const LANGUAGES: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };
const DAY_MS = 86_400_000;

/** `12:30` today, `demain 12:30`, `sam. 28 nov. 12:30`. For a screen, which follows the clock. */
export function momentText(moment: Moment): string {
  const { at, now, zone, locale = 'fr' } = moment;
  const days = daysBetween(businessDate(now, zone), businessDate(at, zone));
  return days === 1 ? `${TOMORROW[locale]} ${localTime(at, zone)}` : datedText(moment);
}

/** `12:30` today, else `sam. 28 nov. 12:30`: paper may be read the next day. */
export function datedText({ at, now, zone, locale = 'fr' }: Moment): string {
  const time = localTime(at, zone);
  const day = businessDate(at, zone);
  if (day === businessDate(now, zone)) return time;
  // The day of business: a quarter past midnight belongs to the evening before, as on every report.
  return `${DAYS[locale].format(new Date(`${day}T00:00:00Z`)).replace(',', '')} ${time}`;
}

/** Whether it is on another business day than `now`. */
export function isOtherDay({ at, now, zone }: Moment): boolean {
  return businessDate(at, zone) !== businessDate(now, zone);
}

/** Read from the wall clock, so that it holds where clocks change; a screen needs no calendar for it. */
function businessDate(at: string, zone: string): string {
  const date = dateOf(zone).format(new Date(at));
  if (localTime(at, zone) >= DEFAULT_CUT_OFF) return date;
  return new Date(Date.parse(date) - DAY_MS).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

const DAYS: Readonly<Record<Locale, Intl.DateTimeFormat>> = { fr: dayIn('fr'), en: dayIn('en') };

function dayIn(locale: Locale): Intl.DateTimeFormat {
  const parts = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(LANGUAGES[locale], parts);
}

/** Kept by zone: making one costs a thousand times what using it does. */
const dates = new Map<string, Intl.DateTimeFormat>();

function dateOf(zone: string): Intl.DateTimeFormat {
  const known = dates.get(zone);
  if (known !== undefined) return known;
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  dates.set(zone, date);
  return date;
}
