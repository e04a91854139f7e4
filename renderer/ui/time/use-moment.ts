import { isOtherDay, momentText } from '#app/lib/moment.ts';

import { useLanguage } from '../settings/settings.tsx';
import { useNow } from './now.tsx';
import { STORE_ZONE } from './time-text.ts';

/** Midnight is seen within a minute. */
const STEP_MS = 60_000;

export type MomentWords = {
  /** `12:30` today, `demain 12:30`, `sam. 28 nov. 12:30`. `at`: ISO 8601, UTC. */
  readonly words: (at: string) => string;
  readonly isOtherDay: (at: string) => boolean;
};

/** Says for when something is, with its day unless that is today's business day. */
export function useMoment(): MomentWords {
  const locale = useLanguage();
  const now = new Date(useNow(STEP_MS)).toISOString();
  const zone = STORE_ZONE;
  return {
    words: (at) => momentText({ at, now, zone, locale }),
    isOtherDay: (at) => isOtherDay({ at, now, zone }),
  };
}
