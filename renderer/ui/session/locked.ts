/** On what stands behind the lock, so that those who listen on the window know of it. */
export const LOCKED_MARK = 'data-behind-lock';

/** Whether the till waits for a PIN: a key or a scan is then for nobody but the lock. */
export function isTillLocked(): boolean {
  return document.querySelector(`[${LOCKED_MARK}="true"]`) !== null;
}
