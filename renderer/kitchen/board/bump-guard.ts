/**
 * Two bumps on one cell closer than this are one: a bouncing screen, or a finger that comes down on
 * the ticket that has just slid into the place of the one it finished.
 */
export const BUMP_INTERVAL_MS = 250;

export type BumpGuard = {
  /** Whether a bump on this cell may act now; if it may, the cell is guarded from now on. */
  readonly admits: (cell: number, nowMs: number) => boolean;
  /** Says which ticket lies in each cell now: a cell whose ticket changed is guarded too. */
  readonly seat: (orderIds: readonly string[], nowMs: number) => void;
};

/** Remembers, cell by cell, when it was last bumped or last received another ticket. */
export function createBumpGuard(): BumpGuard {
  const guardedUntil = new Map<number, number>();
  let seated: readonly string[] = [];
  return {
    admits(cell, nowMs) {
      if (nowMs < (guardedUntil.get(cell) ?? 0)) return false;
      guardedUntil.set(cell, nowMs + BUMP_INTERVAL_MS);
      return true;
    },
    seat(orderIds, nowMs) {
      orderIds.forEach((orderId, cell) => {
        const before = seated[cell];
        if (before !== undefined && before !== orderId) {
          guardedUntil.set(cell, nowMs + BUMP_INTERVAL_MS);
        }
      });
      seated = orderIds;
    },
  };
}
