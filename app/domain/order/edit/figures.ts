import type { Difference, LineFigures, PricedLine } from '../events.ts';

/** A signed share of a line: that many of it, and that much of its price. */
export function figuresOf(
  line: PricedLine,
  { quantity, grossCents }: { readonly quantity: number; readonly grossCents: number },
): LineFigures {
  const { productId, sizeId, kind, name, parts } = line;
  return {
    productId,
    sizeId,
    kind,
    quantity,
    grossCents,
    name,
    ...(parts === undefined
      ? {}
      : {
          parts: parts.map((part) => ({
            productId: part.productId,
            name: part.name,
            quarters: part.quarters,
          })),
        }),
  };
}

/**
 * The share of each named part in the price of a line, by its quarters, in cents: they add up to the
 * price. Cut as the centre cuts it: up to each part, towards zero.
 */
export function partShares(
  grossCents: number,
  parts: readonly { readonly quarters: number }[],
): number[] {
  let quarters = 0;
  let before = 0;
  return parts.map((part) => {
    quarters += part.quarters;
    const product = grossCents * quarters;
    const upTo = (product - (product % QUARTERS)) / QUARTERS;
    const share = upTo - before;
    before = upTo;
    return share;
  });
}

/** Of a whole pizza. */
export const QUARTERS = 4;

/** What becomes of the figures when these lines take the place of those; lines that match are left out. */
export function lineDifference(
  before: readonly (PricedLine & { readonly lineId: string })[],
  after: readonly (PricedLine & { readonly lineId: string })[],
): Difference['lines'] {
  const standing = new Map(after.map((line) => [line.lineId, line]));
  const known = new Set(before.map((line) => line.lineId));
  const changes = before.flatMap((line) => changeOf(line, standing.get(line.lineId)));
  const added = after
    .filter((line) => !known.has(line.lineId))
    .map((line) => figuresOf(line, line));
  return [...changes, ...added];
}

function changeOf(before: PricedLine, after: PricedLine | undefined): LineFigures[] {
  const gone = figuresOf(before, {
    quantity: 0 - before.quantity,
    grossCents: 0 - before.grossCents,
  });
  if (after === undefined) return [gone];
  if (!isSameProduct(before, after)) return [gone, figuresOf(after, after)];
  const quantity = after.quantity - before.quantity;
  const grossCents = after.grossCents - before.grossCents;
  return quantity === 0 && grossCents === 0 ? [] : [figuresOf(after, { quantity, grossCents })];
}

function isSameProduct(before: PricedLine, after: PricedLine): boolean {
  return keyOf(before) === keyOf(after);
}

function keyOf({ productId, sizeId, name, parts = [] }: PricedLine): string {
  return JSON.stringify([
    productId,
    sizeId,
    name,
    parts.map((part) => [part.productId, part.quarters]),
  ]);
}
