import { localDate, localTime } from '../../lib/time.ts';
import type { LocalMoment } from './period.ts';

/** `2026-11-20T19:42` of an instant. */
const UNTIL_MINUTE = 16;

/** One order after the other asks for the same minute: asking the calendar costs more than pricing a line. */
let last:
  | { readonly minute: string; readonly zone: string; readonly moment: LocalMoment }
  | undefined;

/** The moment on the wall clock of a zone at an instant (ISO 8601, UTC). */
export function momentOf(instant: string, zone: string): LocalMoment {
  const minute = instant.slice(0, UNTIL_MINUTE);
  if (last?.minute === minute && last.zone === zone) return last.moment;
  const moment = readMoment(instant, zone);
  last = { minute, zone, moment };
  return moment;
}

function readMoment(instant: string, zone: string): LocalMoment {
  const [day = '', month = '', year = ''] = localDate(instant, zone).split('/');
  const date = `${year}-${month}-${day}`;
  // Sunday is 0 there and 7 here.
  const weekday = new Date(Date.parse(`${date}T00:00:00Z`)).getUTCDay() || 7;
  return { date, time: localTime(instant, zone), weekday };
}
