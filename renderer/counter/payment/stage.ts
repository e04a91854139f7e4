import type { PaymentState } from '#app/contract/shapes.ts';

/** What the payment sheet shows. Amounts in cents. */
export type Stage =
  | { readonly status: 'choosing'; readonly failed?: PaymentState }
  | { readonly status: 'card-asked'; readonly payment: PaymentState }
  | { readonly status: 'in-doubt'; readonly payment: PaymentState }
  | { readonly status: 'paid' };

/** An order as far as its payment goes. */
export type Payable = { readonly dueCents: number; readonly payments: readonly PaymentState[] };

/**
 * Where an order that is placed stands with its payment: an attempt without an answer comes first,
 * then what is due. The last attempt is named when it failed, so that its reason can be read.
 */
export function stageOf({ dueCents, payments }: Payable): Stage {
  const doubt = payments.find(({ status }) => status === 'in-doubt');
  if (doubt !== undefined) return { status: 'in-doubt', payment: doubt };
  const asked = payments.find(({ status }) => status === 'asked');
  if (asked !== undefined) return { status: 'card-asked', payment: asked };
  if (dueCents <= 0) return { status: 'paid' };
  const last = payments.at(-1);
  const hasFailed = last?.status === 'declined' || last?.status === 'not-sent';
  return last !== undefined && hasFailed
    ? { status: 'choosing', failed: last }
    : { status: 'choosing' };
}
