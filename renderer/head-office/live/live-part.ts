import type { ChainLive } from '#app/contract/head-office.ts';
import type { Locale } from '#app/lib/money.ts';

import type { HeadOfficeText } from '../text.ts';

/** What every part of the live page is given. */
export type LivePart = {
  readonly live: ChainLive;
  readonly text: HeadOfficeText;
  readonly language: Locale;
};
