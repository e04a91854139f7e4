/** A screen that fails right after it was loaded again would flicker for ever. */
const RELOADS_MAX = 3;
const WITHIN_MS = 60_000;
const KEPT_KEY = 'oc-pizza.reloads';

/** Whether the screen may load itself again; counts it. Times are milliseconds since 1970. */
export function mayReload(storage: Pick<Storage, 'getItem' | 'setItem'>, nowMs: number): boolean {
  const known = (storage.getItem(KEPT_KEY) ?? '').split(' ').map(Number);
  const recent = known.filter((atMs) => atMs > 0 && nowMs - atMs < WITHIN_MS);
  if (recent.length >= RELOADS_MAX) return false;
  storage.setItem(KEPT_KEY, [...recent, nowMs].join(' '));
  return true;
}
