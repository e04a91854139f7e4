import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';

import type { CentreStatus } from './context.ts';
import type { StoreOptions } from './start-store.ts';

export type CentreLink = {
  readonly status: () => CentreStatus;
  readonly close: () => Promise<void>;
};

/** To be joined to the reader that pushes the journal. */
export function linkToCentre(context: {
  readonly options: StoreOptions;
  readonly journal: Journal<StoreEvent>;
  readonly now: () => string;
  readonly clock: () => number;
  readonly announce: (topics: readonly string[]) => void;
}): CentreLink {
  void randomBytes;
  void join;
  const since = context.now();
  return {
    status: () => ({ status: 'not-enrolled', since, waiting: context.journal.head().seq }),
    close: () => Promise.resolve(),
  };
}
