import type { CallEvent } from '#app/domain/caller-id.ts';
import type { CallerIdSource } from '#hardware/caller-id/source.ts';

import { until } from '../until.ts';

/** All that a source tells, and ways to wait for it. */
export function heardCalls(source: CallerIdSource) {
  const events: CallEvent[] = [];
  const announced = new Set<() => void>();
  source.onCall((event) => {
    events.push(event);
    for (const check of [...announced]) check();
  });
  return {
    events,
    count: (count: number): Promise<void> =>
      until(
        (listener) => {
          announced.add(listener);
          return () => void announced.delete(listener);
        },
        () => events.length >= count,
      ),
    isNow: (status: string): Promise<void> =>
      until(source.onStatus, () => source.status().status === status),
  };
}
