import type { Given } from './given-words.ts';

export type Kind = 'rate' | 'amount' | 'price' | 'free';

/** One per cent, in basis points. */
const PERCENT_BP = 100;

/**
 * What to do to the order; nothing while a reason or a value is missing. `value`: per cent of a
 * rate, cents of an amount or a price.
 */
export function actionOf({
  kind,
  value,
  reason: typed,
  lineId,
}: {
  readonly kind: Kind;
  readonly value: number;
  readonly reason: string;
  readonly lineId: string | undefined;
}): Given | undefined {
  const reason = typed.trim();
  if (reason === '') return undefined;
  const target = lineId === undefined ? {} : { lineId };
  switch (kind) {
    case 'free':
      if (lineId === undefined) return undefined;
      return { type: 'override', override: { kind: 'free', lineId, reason } };
    case 'price':
      if (lineId === undefined || value < 1) return undefined;
      return {
        type: 'override',
        override: { kind: 'price', lineId, unitPriceCents: value, reason },
      };
    case 'amount':
      if (value < 1) return undefined;
      return {
        type: 'discount',
        discount: { ...target, value: { kind: 'amount', amountCents: value }, reason },
      };
    case 'rate':
      if (value < 1 || value > 100) return undefined;
      return {
        type: 'discount',
        discount: { ...target, value: { kind: 'rate', rateBp: value * PERCENT_BP }, reason },
      };
  }
}
