import { randomBytes } from 'node:crypto';

import type { CartLine } from '#app/domain/order/events.ts';
import { demonstrationMenu } from '#app/demonstration/menu.ts';
import { priceCart } from '#app/domain/pricing.ts';
import { uuidV7 } from '#app/lib/ids.ts';

export function newId(): string {
  return uuidV7(Date.now(), randomBytes(10));
}

const REINE: CartLine = { productId: 'reine', sizeId: 'm', quantity: 1, changes: [] };

/** What the counter screen sends for one Reine to take away, paid in cash to the cent. */
export function anOrderInput({
  lines = [REINE],
  payment = 'cash',
  mode = 'take-away',
}: {
  lines?: readonly CartLine[];
  payment?: 'cash' | 'card' | 'later';
  mode?: 'take-away' | 'on-site' | 'delivery';
} = {}) {
  const shownTotalCents = totalOf(lines, mode);
  return {
    orderId: newId(),
    channel: 'counter',
    mode,
    lines,
    shownTotalCents,
    payment: {
      cash: { method: 'cash', paymentId: newId(), tenderedCents: shownTotalCents },
      card: { method: 'card', paymentId: newId() },
      later: { method: 'later' },
    }[payment],
  };
}

function totalOf(lines: readonly CartLine[], mode: 'take-away' | 'on-site' | 'delivery'): number {
  const cart = priceCart({
    menu: demonstrationMenu,
    mode,
    territory: 'mainland',
    date: '2026-11-22',
    lines,
  });
  if (!cart.ok) throw new Error(`no price: ${cart.refusal.code}`);
  return cart.value.totalCents;
}
