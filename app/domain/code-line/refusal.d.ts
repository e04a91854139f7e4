import type { Refusal } from '../../lib/result.ts';
import type { PricingRefusalCode } from '../order/refusals.ts';
export type CodeLineRefusalCode =
  | 'code-line.empty'
  | 'code-line.unknown-product'
  | 'code-line.unknown-size'
  | 'code-line.unknown-ingredient'
  | PricingRefusalCode;
export type CodeLineRefusal = Refusal & {
  readonly code: CodeLineRefusalCode;
};
