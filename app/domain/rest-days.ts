import { Temporal } from 'temporal-polyfill';

/**
 * Public holidays of France (art. L3133-1 of the labour code), as MM-DD: the fixed ones. The movable
 * ones follow Easter. Alsace-Moselle and the overseas departments have more, which a store may add.
 */
const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

/** Easter Monday, Ascension, Whit Monday: days after Easter Sunday. */
const AFTER_EASTER = [1, 39, 50];

const SUNDAY = 7;

/**
 * Whether titres-restaurant may be refused that day: a Sunday or a public holiday, when they may be
 * used only by those who work (R-PAY-02). `date` is YYYY-MM-DD.
 */
export function isRestDay(date: string): boolean {
  const day = Temporal.PlainDate.from(date);
  if (day.dayOfWeek === SUNDAY || FIXED.includes(date.slice(5))) return true;
  const easter = easterOf(day.year);
  return AFTER_EASTER.some((days) => easter.add({ days }).equals(day));
}

const CENTURY = 100;

/** Easter Sunday of a Gregorian year, by the anonymous algorithm (Meeus, Jones, Butcher). */
export function easterOf(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / CENTURY);
  const ofCentury = year % CENTURY;
  const leapCenturies = Math.floor(century / 4);
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moonShift + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * correction + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}
