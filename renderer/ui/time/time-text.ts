/** Instants and durations as staff screens write them. */

/** The zone of the demonstration stores, until a store says its own. */
export const STORE_ZONE = 'Europe/Paris';

const CLOCK = new Intl.DateTimeFormat('fr-FR', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: STORE_ZONE,
});
const DATE = new Intl.DateTimeFormat('sv-SE', { timeZone: STORE_ZONE });

/** `19:42`, in the zone of the store. `at`: ISO 8601 or milliseconds since 1970. */
export function clockText(at: string | number): string {
  return CLOCK.format(new Date(at));
}

/** The calendar date in the zone of the store, as YYYY-MM-DD. */
export function dateText(at: string | number): string {
  return DATE.format(new Date(at));
}

/** `0:12`, `14:20`, `1:02:05`. A negative duration reads as zero. */
export function durationText(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1_000));
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = String(seconds % 60).padStart(2, '0');
  return hours === 0
    ? `${minutes}:${rest}`
    : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`;
}
