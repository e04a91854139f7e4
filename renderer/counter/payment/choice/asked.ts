import type { Part } from '../split/split.ts';

/** The next payment: its amount, and how it is written to the node. */
export type Asked = {
  readonly cents: number;
  /** Nothing in it where all that is due is meant. */
  readonly part: { readonly amountCents?: number; readonly lineIds?: string[] };
};

/**
 * An amount typed below the part is a part of it; typed above, it is what the customer hands over and
 * changes nothing here.
 */
export function askedOf(part: Part, typedCents: number): Asked {
  if (typedCents > 0 && typedCents < part.cents) {
    return { cents: typedCents, part: { amountCents: typedCents } };
  }
  if (part.lineIds !== undefined) {
    return { cents: part.cents, part: { lineIds: [...part.lineIds] } };
  }
  return { cents: part.cents, part: part.share === undefined ? {} : { amountCents: part.cents } };
}

/** What the customer hands over in cash for it; at least its amount. */
export function tenderedFor({ cents }: Asked, typedCents: number): number {
  return Math.max(cents, typedCents);
}
