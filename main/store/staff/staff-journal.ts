import type { StaffEvent } from '#app/domain/store-event.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import { accept } from '#app/lib/result.ts';

/**
 * Writes down what staff did. One stream a day: a stream is read whole before it is written to, and
 * nothing is ever decided on these facts.
 */
export function noteStaff(
  journal: Journal<StoreEvent>,
  now: () => string,
  ...events: readonly StaffEvent[]
): void {
  journal.decideOn(`staff-${now().slice(0, 10)}`, () => accept({ events, value: undefined }));
}
