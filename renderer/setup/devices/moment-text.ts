import type { Locale } from '#app/lib/money.ts';

import { clockText, dateText } from '../../ui/time/time-text.ts';

/** `14:17` today, `21 novembre, 14:17` before. */
export function momentText(at: string, now: string, language: Locale): string {
  if (dateText(at) === dateText(now)) return clockText(at);
  const day = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    ...{ day: 'numeric', month: 'long', timeZone: 'Europe/Paris' },
  }).format(new Date(at));
  return `${day}, ${clockText(at)}`;
}
