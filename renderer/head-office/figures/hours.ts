import type { ChainLive } from '#app/contract/head-office.ts';
import type { Locale } from '#app/lib/money.ts';

export type Hour = ChainLive['hours'][number];

/** The zone of head office, whose hours the chart shows. */
const CHAIN_ZONE = 'Europe/Paris';
const HOUR_MS = 3_600_000;
const FACES: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  fr: hourFace('fr-FR'),
  en: hourFace('en-GB'),
};

/** The hour that begins at an instant, on head office's clock: `19 h` in French, `19:00` in English. */
export function hourText(at: string, locale: Locale): string {
  const hour = FACES[locale].format(new Date(at)).slice(0, 2);
  return locale === 'fr' ? `${Number(hour)}\u202fh` : `${hour}:00`;
}

/** With fewer busy hours than this the last ones are shown as they are: a day that just began. */
const BUSY_HOURS_MIN = 10;

/**
 * The hours in which something was sold, now or a week before, and the running one: at night nothing
 * is sold, and those hours are left out. `isAfterGap` marks an hour that does not follow the one
 * shown before it.
 */
export function busyHours(
  hours: readonly Hour[],
): readonly { readonly hour: Hour; readonly isAfterGap: boolean }[] {
  const busy = hours.filter(
    (hour, index) => hour.orders > 0 || hour.lastWeekCents > 0 || index === hours.length - 1,
  );
  const shown = busy.length < BUSY_HOURS_MIN ? hours.slice(-BUSY_HOURS_MIN) : busy;
  return shown.map((hour, index) => {
    const before = shown[index - 1];
    const isAfterGap =
      before !== undefined && Date.parse(hour.hour) - Date.parse(before.hour) > HOUR_MS;
    return { hour, isAfterGap };
  });
}

/** How many orders a store had in an hour. */
export function ordersOf(hour: Hour, storeId: string): number {
  return hour.stores.find((store) => store.storeId === storeId)?.orders ?? 0;
}

/** Steps of the heat map above nothing. */
export const HEAT_STEPS = 5;

/** The step of a count on the heat map: 0 for nothing, then 1 to 5 by its share of the busiest. */
export function heatOf(orders: number, busiest: number): number {
  if (orders <= 0 || busiest <= 0) return 0;
  return Math.min(HEAT_STEPS, Math.ceil((orders * HEAT_STEPS) / busiest));
}

function hourFace(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, {
    timeZone: CHAIN_ZONE,
    hour: '2-digit',
    hourCycle: 'h23',
  });
}
