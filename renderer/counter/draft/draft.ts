import type { Input } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Channel, Mode } from '#app/domain/menu.ts';
import type { CartLine } from '#app/domain/order/events.ts';
import { assertNever } from '#app/lib/assert.ts';

import { evolveLines, type LineAction } from './draft-lines.ts';

/** What the node wants to price an order (contract `order.price`). */
export type Cart = Input<StoreContract, 'order.price'>;
export type Override = NonNullable<Cart['overrides']>[number];
export type ManualDiscount = NonNullable<Cart['manualDiscounts']>[number];
export type NonSaleAsked = NonNullable<Cart['nonSales']>[number];

/** A line of the order being taken. `lineId` lives as long as the line and is never used again. */
export type DraftLine = CartLine & { readonly lineId: string };

/** Who is ordering, as far as the ticket shows it; the rest is asked of the node. */
export type DraftCustomer = {
  readonly customerId: string;
  readonly name: string;
  /** Of a delivery: which of their addresses. */
  readonly addressId?: string | undefined;
};

/** An order that is placed and being changed: what it was when it was opened. */
export type Editing = {
  readonly orderId: string;
  readonly number: number;
  readonly baseRevision: number;
  readonly lines: readonly DraftLine[];
};

/** The order being taken, before anybody was told of it. */
export type Draft = {
  /** Made when it begins; the order keeps it as its own id, so that it is placed once. */
  readonly draftId: string;
  readonly channel: Channel;
  readonly mode: Mode;
  readonly lines: readonly DraftLine[];
  readonly selectedId: string | undefined;
  readonly nextLineId: number;
  /** The size of the next pizzas of this order; absent: the usual one. */
  readonly sizeId: string | undefined;
  /** For the kitchen; empty when there is none. */
  readonly note: string;
  readonly customer: DraftCustomer | undefined;
  /** The call it is taken on. */
  readonly callId: string | undefined;
  /** Asked for at this time (ISO 8601, UTC); absent: as soon as possible. */
  readonly scheduledFor: string | undefined;
  readonly couponCodes: readonly string[];
  readonly overrides: readonly Override[];
  readonly manualDiscounts: readonly ManualDiscount[];
  readonly nonSales: readonly NonSaleAsked[];
  readonly loyaltyPoints: number | undefined;
  /** The quiet suggestion was taken or is not wanted for this order. */
  readonly isSuggestionOver: boolean;
  readonly editing: Editing | undefined;
  /** What was cleared by hand last, so that one key brings it back. */
  readonly cleared: Draft | undefined;
};

export type DraftAction =
  | LineAction
  | { readonly type: 'set-mode'; readonly mode: Mode }
  | { readonly type: 'next-mode' }
  | { readonly type: 'set-size'; readonly sizeId: string }
  | { readonly type: 'set-note'; readonly note: string }
  | { readonly type: 'set-customer'; readonly customer: DraftCustomer | undefined }
  | { readonly type: 'schedule'; readonly at: string | undefined }
  | { readonly type: 'add-coupon'; readonly code: string }
  | { readonly type: 'remove-coupon'; readonly code: string }
  /** One price set by hand a line: the last one holds. */
  | { readonly type: 'override'; readonly override: Override }
  | { readonly type: 'remove-override'; readonly lineId: string }
  | { readonly type: 'discount'; readonly discount: ManualDiscount }
  /** By its place among them. */
  | { readonly type: 'remove-discount'; readonly place: number }
  | { readonly type: 'add-non-sale'; readonly nonSale: NonSaleAsked }
  | { readonly type: 'remove-non-sale'; readonly nonSaleId: string }
  | { readonly type: 'spend-points'; readonly points: number | undefined }
  | { readonly type: 'suggestion-over' }
  /** By hand: it can be brought back. */
  | { readonly type: 'clear' }
  | { readonly type: 'bring-back' };

export const MODES: readonly Mode[] = ['take-away', 'delivery', 'on-site'];

/** An order about to begin. */
export function emptyDraft(draftId: string): Draft {
  return {
    draftId,
    channel: 'counter',
    mode: 'take-away',
    lines: [],
    selectedId: undefined,
    nextLineId: 1,
    sizeId: undefined,
    note: '',
    customer: undefined,
    callId: undefined,
    scheduledFor: undefined,
    couponCodes: [],
    overrides: [],
    manualDiscounts: [],
    nonSales: [],
    loyaltyPoints: undefined,
    isSuggestionOver: false,
    editing: undefined,
    cleared: undefined,
  };
}

/** The order after one press. Pure: the screen shows what it returns. */
export function evolveDraft(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case 'set-mode':
      return { ...draft, mode: action.mode };
    case 'next-mode':
      return { ...draft, mode: after(draft.mode) };
    case 'set-size':
      return { ...draft, sizeId: action.sizeId };
    case 'set-note':
      return { ...draft, note: action.note.trim() };
    case 'set-customer':
      return {
        ...draft,
        customer: action.customer,
        ...(action.customer?.customerId === draft.customer?.customerId
          ? {}
          : { loyaltyPoints: undefined }),
      };
    case 'schedule':
      return { ...draft, scheduledFor: action.at };
    case 'add-coupon':
    case 'remove-coupon':
    case 'override':
    case 'remove-override':
    case 'discount':
    case 'remove-discount':
    case 'add-non-sale':
    case 'remove-non-sale':
    case 'spend-points':
      return evolvePrices(draft, action);
    case 'suggestion-over':
      return { ...draft, isSuggestionOver: true };
    case 'clear':
      return isEmpty(draft)
        ? draft
        : { ...emptyDraft(draft.draftId), cleared: { ...draft, cleared: undefined } };
    case 'bring-back':
      return draft.cleared ?? draft;
    default:
      return evolveLines(draft, action);
  }
}

type PriceAction = Extract<
  DraftAction,
  {
    readonly type:
      | 'add-coupon'
      | 'remove-coupon'
      | 'override'
      | 'remove-override'
      | 'discount'
      | 'remove-discount'
      | 'add-non-sale'
      | 'remove-non-sale'
      | 'spend-points';
  }
>;

/** What somebody decides about the price, beside the menu. */
function evolvePrices(draft: Draft, action: PriceAction): Draft {
  switch (action.type) {
    case 'add-coupon': {
      const others = draft.couponCodes.filter((code) => code !== action.code);
      return { ...draft, couponCodes: [...others, action.code] };
    }
    case 'remove-coupon':
      return { ...draft, couponCodes: draft.couponCodes.filter((code) => code !== action.code) };
    case 'override': {
      const { override } = action;
      const others = draft.overrides.filter(({ lineId }) => lineId !== override.lineId);
      return { ...draft, overrides: [...others, override] };
    }
    case 'remove-override':
      return {
        ...draft,
        overrides: draft.overrides.filter(({ lineId }) => lineId !== action.lineId),
      };
    case 'discount':
      return { ...draft, manualDiscounts: [...draft.manualDiscounts, action.discount] };
    case 'remove-discount':
      return {
        ...draft,
        manualDiscounts: draft.manualDiscounts.filter((_, place) => place !== action.place),
      };
    case 'add-non-sale':
      return { ...draft, nonSales: [...draft.nonSales, action.nonSale] };
    case 'remove-non-sale':
      return {
        ...draft,
        nonSales: draft.nonSales.filter(({ nonSaleId }) => nonSaleId !== action.nonSaleId),
      };
    case 'spend-points':
      return { ...draft, loyaltyPoints: action.points };
    default:
      return assertNever(action);
  }
}

function after(mode: Mode): Mode {
  return MODES[(MODES.indexOf(mode) + 1) % MODES.length] ?? 'take-away';
}

/** Nothing in it that would be missed. */
export function isEmpty(draft: Draft): boolean {
  const isNobodys = draft.customer === undefined && draft.callId === undefined;
  return draft.lines.length === 0 && draft.nonSales.length === 0 && isNobodys;
}

export function selectedLine(draft: Draft): DraftLine | undefined {
  return draft.lines.find((line) => line.lineId === draft.selectedId);
}

/** How many articles, lines counted with their quantity. */
export function articleCount(lines: readonly CartLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}

/** How many of each product, by its id, for the marks of the grid. A half counts on both its tiles. */
export function countByProduct(lines: readonly CartLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { productId, quantity, parts } of lines) {
    const ids = parts?.map((part) => part.productId) ?? [productId];
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + quantity);
  }
  return counts;
}
