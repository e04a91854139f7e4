import { useMemo, useState } from 'react';

import type { CartLine } from '#app/domain/order/events.ts';

import type { Halves } from './halves/halves.ts';

/** What stands in the place of the products. */
export type MainView =
  | { readonly name: 'products' }
  /** The recipe of the selected line. */
  | { readonly name: 'line' }
  /** Two halves to be chosen; one of them may be. */
  | ({ readonly name: 'halves' } & Halves)
  /** A deal whose places are being filled. */
  | { readonly name: 'deal'; readonly dealId: string; readonly chosen: readonly CartLine[] };

/** What stands in the place of the ticket. */
export type SideView =
  | { readonly name: 'ticket' }
  | { readonly name: 'customer'; readonly customerId: string }
  | { readonly name: 'customer-search' }
  /** New, or known and being changed. */
  | {
      readonly name: 'customer-form';
      readonly customerId: string | undefined;
      readonly phone: string | undefined;
      readonly wantsAddress: boolean;
    };

/** The sheet over the counter, at most one beside the payment. */
export type OpenSheet =
  | { readonly name: 'note' }
  | { readonly name: 'settings' }
  | { readonly name: 'legend' }
  | { readonly name: 'orders'; readonly number: string | undefined; readonly isToDeliver?: boolean }
  | { readonly name: 'quantity' }
  | { readonly name: 'schedule' }
  | { readonly name: 'parked' }
  | { readonly name: 'why'; readonly lineId: string | undefined }
  | { readonly name: 'discount' }
  | { readonly name: 'sold-outs' }
  | { readonly name: 'voucher-sale' }
  | { readonly name: 'options'; readonly productId: string; readonly sizeId: string };

export type CounterView = {
  readonly main: MainView;
  readonly side: SideView;
  readonly sheet: OpenSheet | undefined;
  readonly showMain: (view: MainView) => void;
  readonly showSide: (view: SideView) => void;
  readonly openSheet: (sheet: OpenSheet) => void;
  readonly openOrders: (number?: string) => void;
  /** Those to be delivered only. */
  readonly openDeliveries: () => void;
  readonly closeSheet: () => void;
  /** One step back: the customer, then what stands over the products. Never a loss. */
  readonly back: () => void;
  /** As at the beginning of an order. */
  readonly reset: () => void;
};

export const PRODUCTS: MainView = { name: 'products' };
/** No half chosen yet. */
export const HALVES: MainView = {
  name: 'halves',
  leftId: undefined,
  rightId: undefined,
  side: 'left',
};
export const TICKET: SideView = { name: 'ticket' };

/** What is shown where. The order being taken is not in it: closing loses nothing. */
export function useCounterView(): CounterView {
  const [main, showMain] = useState<MainView>(PRODUCTS);
  const [side, showSide] = useState<SideView>(TICKET);
  const [sheet, setSheet] = useState<OpenSheet | undefined>(undefined);
  const acts = useMemo(
    () => ({
      showMain,
      showSide,
      openSheet: (next: OpenSheet) => setSheet(next),
      openOrders: (number?: string) => setSheet({ name: 'orders', number }),
      openDeliveries: () => setSheet({ name: 'orders', number: undefined, isToDeliver: true }),
      closeSheet: () => setSheet(undefined),
      reset: () => {
        showMain(PRODUCTS);
        showSide(TICKET);
      },
    }),
    [],
  );
  const back = () => {
    if (side.name !== 'ticket') showSide(TICKET);
    else if (main.name === 'halves' && (main.leftId ?? main.rightId) !== undefined) {
      showMain(HALVES);
    } else showMain(PRODUCTS);
  };
  return { main, side, sheet, back, ...acts };
}
