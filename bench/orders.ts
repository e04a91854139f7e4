import { randomBytes } from 'node:crypto';

import type { CartLine } from '#app/domain/order/events.ts';
import { demonstrationMenu } from '#app/demonstration/menu.ts';
import { priceCart } from '#app/domain/pricing.ts';
import { uuidV7 } from '#app/lib/ids.ts';

/** A fixed walk through the menu (multiplicative congruence), so that every run sells the same. */
function walk(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
}

const next = walk(20_261_122);

/** Orders of three lines, paid in cash, as the counter screen would send them. */
export function orderInputs(count: number) {
  return Array.from({ length: count }, () => orderInput());
}

export function orderInput(atMs = Date.now()) {
  const lines = Array.from({ length: 3 }, () => line());
  const cart = priceCart({
    menu: demonstrationMenu,
    mode: 'take-away',
    territory: 'mainland',
    date: new Date(atMs).toISOString().slice(0, 10),
    lines,
  });
  if (!cart.ok) throw new Error(`no price: ${cart.refusal.code}`);
  return {
    orderId: uuidV7(atMs, randomBytes(10)),
    channel: 'counter' as const,
    mode: 'take-away' as const,
    lines,
    shownTotalCents: cart.value.totalCents,
    payment: {
      method: 'cash' as const,
      paymentId: uuidV7(atMs, randomBytes(10)),
      tenderedCents: cart.value.totalCents,
    },
  };
}

function line(): CartLine {
  const { products } = demonstrationMenu;
  const product = products[next() % products.length];
  const variant = product?.variants[next() % product.variants.length];
  if (product === undefined || variant === undefined) throw new Error('the menu is empty');
  return {
    productId: product.id,
    sizeId: variant.sizeId,
    quantity: 1 + (next() % 2),
    changes: [],
  };
}
