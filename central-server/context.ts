import type { Logger } from 'pino';

import type { Database } from './database/open.ts';

/** What every part of the centre works with. Made in start.ts, handed on as an argument. */
export type CentreContext = {
  readonly database: Database;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Tells the screens of head office which topics may have changed. */
  readonly announce: (topics: readonly string[]) => void;
};
