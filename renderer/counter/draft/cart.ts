import type { CartLine, Change } from '#app/domain/order/events.ts';

import type { Cart, Draft } from './draft.ts';

/** The order as the node wants it: the whole input of its price (`order.price`, `order.place`). */
export function cartOf(draft: Draft): Cart {
  const { customer, scheduledFor, note, loyaltyPoints } = draft;
  const isDelivery = draft.mode === 'delivery';
  return {
    channel: draft.channel,
    mode: draft.mode,
    lines: draft.lines.map(sentLine),
    ...(draft.couponCodes.length === 0 ? {} : { couponCodes: [...draft.couponCodes] }),
    ...(draft.overrides.length === 0 ? {} : { overrides: [...draft.overrides] }),
    ...(draft.manualDiscounts.length === 0 ? {} : { manualDiscounts: [...draft.manualDiscounts] }),
    ...(draft.nonSales.length === 0 ? {} : { nonSales: [...draft.nonSales] }),
    ...(customer === undefined ? {} : { customerId: customer.customerId }),
    ...(isDelivery && customer?.addressId !== undefined ? { addressId: customer.addressId } : {}),
    ...(loyaltyPoints === undefined ? {} : { loyaltyPoints }),
    ...(scheduledFor === undefined ? {} : { scheduledFor }),
    ...(note === '' ? {} : { note }),
  };
}

type SentLine = Cart['lines'][number];

/** A line as the contract writes it. */
export function sentLine(line: CartLine): SentLine {
  const { parts, options, deal, ...rest } = line;
  return {
    ...rest,
    changes: line.changes.map(sentChange),
    ...(parts === undefined
      ? {}
      : { parts: parts.map((part) => ({ ...part, changes: part.changes.map(sentChange) })) }),
    ...(options === undefined ? {} : { options: options.map((option) => ({ ...option })) }),
    ...(deal === undefined ? {} : { deal: { ...deal } }),
  };
}

function sentChange(change: Change): SentLine['changes'][number] {
  return { ...change };
}
