import { localDate, localTime } from '../../lib/time.ts';
import type { LocalMoment } from './period.ts';

/** The moment on the wall clock of a zone at an instant (ISO 8601, UTC). */
export function momentOf(instant: string, zone: string): LocalMoment {
  const [day = '', month = '', year = ''] = localDate(instant, zone).split('/');
  const date = `${year}-${month}-${day}`;
  // Sunday is 0 there and 7 here.
  const weekday = new Date(Date.parse(`${date}T00:00:00Z`)).getUTCDay() || 7;
  return { date, time: localTime(instant, zone), weekday };
}
