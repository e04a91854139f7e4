/** How long ago somebody last ordered; `new`: never. */
export type Recency = 'new' | 'days-30' | 'days-60' | 'days-90' | 'older';

const DAY_MS = 86_400_000;

/** Both instants ISO 8601 UTC. A clock that was set back since makes an order recent, not old. */
export function recencyOf(lastOrderAt: string | undefined, now: string): Recency {
  if (lastOrderAt === undefined) return 'new';
  const days = (Date.parse(now) - Date.parse(lastOrderAt)) / DAY_MS;
  if (days <= 30) return 'days-30';
  if (days <= 60) return 'days-60';
  return days <= 90 ? 'days-90' : 'older';
}
