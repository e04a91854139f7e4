import { allocate } from '#app/lib/money.ts';
import { assert } from '#app/lib/assert.ts';

/** How what is due is cut: not at all, by lines, or in equal parts. */
export type Split =
  | { readonly kind: 'whole' }
  | { readonly kind: 'lines'; readonly lineIds: readonly string[] }
  /** `shares` add up to `ofCents`, what was due when it was cut. */
  | { readonly kind: 'equal'; readonly ofCents: number; readonly shares: readonly number[] };

/** What the next payment is for, in cents. `place` of `count`, counted from 1, of equal parts. */
export type Part = {
  readonly cents: number;
  readonly lineIds?: readonly string[];
  readonly share?: { readonly place: number; readonly count: number };
};

/** A line as far as it can be paid for. `leftCents`: its price without what was given back. */
export type PayableLine = { readonly lineId: string; readonly leftCents: number };

export const WHOLE: Split = { kind: 'whole' };
/** More people than that never stood at one counter for one order. */
export const SHARES_MAX = 12;

/** Equal parts to the cent, the larger ones first (largest remainder). */
export function equalSplit(dueCents: number, count: number): Split {
  assert(count >= 2 && count <= SHARES_MAX, `${count} is no number of people to split between`);
  const shares = allocate(
    dueCents,
    Array.from({ length: count }, () => 1),
  );
  return { kind: 'equal', ofCents: dueCents, shares };
}

/** A line pressed is paid for apart, pressed again it is not; without any, the whole is due. */
export function toggledLine(split: Split, lineId: string): Split {
  const before = split.kind === 'lines' ? split.lineIds : [];
  const lineIds = before.includes(lineId)
    ? before.filter((known) => known !== lineId)
    : [...before, lineId];
  return lineIds.length === 0 ? WHOLE : { kind: 'lines', lineIds };
}

/** What the next payment is for, after all that was paid since the cut: never more than is due. */
export function partOf(split: Split, dueCents: number, lines: readonly PayableLine[]): Part {
  switch (split.kind) {
    case 'whole':
      return { cents: dueCents };
    case 'lines': {
      const chosen = lines.filter(({ lineId }) => split.lineIds.includes(lineId));
      if (chosen.length === 0) return { cents: dueCents };
      const sum = chosen.reduce((cents, { leftCents }) => cents + leftCents, 0);
      return { cents: Math.min(sum, dueCents), lineIds: chosen.map(({ lineId }) => lineId) };
    }
    case 'equal':
      return shareOf(split, dueCents);
  }
}

/** A payment smaller than its share leaves the rest of the share for the next one. */
function shareOf({ ofCents, shares }: Extract<Split, { kind: 'equal' }>, dueCents: number): Part {
  const paidCents = ofCents - dueCents;
  let reachedCents = 0;
  for (const [index, share] of shares.entries()) {
    reachedCents += share;
    if (reachedCents > paidCents) {
      const cents = Math.min(reachedCents - paidCents, dueCents);
      return { cents, share: { place: index + 1, count: shares.length } };
    }
  }
  return { cents: dueCents };
}
