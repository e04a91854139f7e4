/** What the status pill says. Instants in milliseconds since 1970. */
export type PillState =
  | { readonly status: 'up-to-date' }
  /** The link is there and `count` entries are on their way. */
  | { readonly status: 'waiting'; readonly count: number }
  | { readonly status: 'offline'; readonly sinceMs: number; readonly count: number }
  /** A person must act: `sentence` says on what, in a few words. */
  | { readonly status: 'action'; readonly sentence: string };

/** Before this nobody is alarmed: most cuts heal by themselves (other tills wait as long). */
export const OFFLINE_ALERT_MS = 40_000;

/** Calm, or amber after 40 s of cut, or asking for a person. */
export function pillTone(state: PillState, nowMs: number): 'calm' | 'soon' | 'late' {
  if (state.status === 'action') return 'late';
  if (state.status !== 'offline') return 'calm';
  return nowMs - state.sinceMs >= OFFLINE_ALERT_MS ? 'soon' : 'calm';
}
