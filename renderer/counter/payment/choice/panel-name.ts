import type { PaymentState } from '#app/contract/shapes.ts';

/** What stands in the middle of the payment sheet; `amount`: the pad. */
export type PanelName =
  | 'amount'
  | 'titles'
  | 'cheque'
  | 'gift-voucher'
  | 'card-manual'
  | 'tip'
  | 'shares';

/** The same with what it is about. */
export type OpenPanel =
  | { readonly name: PanelName }
  | { readonly name: 'reverse'; readonly payment: PaymentState };
