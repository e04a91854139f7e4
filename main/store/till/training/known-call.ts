import type { Caller } from '#app/contract/contract.ts';
import type { Door } from '#app/contract/door.ts';
import type { MenuView } from '#app/contract/store.ts';
import { e164Of } from '#app/domain/phone-number.ts';

import type { CallService } from '../../calls/call-service.ts';
import type { CustomerInput } from '../../customers/save.ts';

/** The training world itself, which sold to its callers before. */
const PROGRAM: Caller = { role: 'counter', name: 'formation' };

/**
 * Makes the telephone of the training world ring: each time the next of its invented customers, who
 * has ordered before, so that their last order can be repeated.
 */
export function trainingCalls({
  door,
  calls,
  customers,
  now,
}: {
  readonly door: Door;
  readonly calls: Pick<CallService, 'take'>;
  readonly customers: readonly CustomerInput[];
  /** ISO 8601 UTC. */
  readonly now: () => string;
}): () => Promise<void> {
  let rings = 0;
  return async () => {
    const customer = customers[rings % Math.max(1, customers.length)];
    rings += 1;
    const e164 = e164Of(customer?.phones[0] ?? '');
    if (customer !== undefined) await orderOnce(door, customer.customerId);
    calls.take({
      lineId: 'formation',
      ...(e164 === undefined ? {} : { e164 }),
      isPrivate: e164 === undefined,
      at: now(),
      kind: 'ringing',
      sourceCallId: `formation-${Date.parse(now())}-${rings}`,
    });
  };
}

/** An order of long ago, made of the first pizza of the menu. Its id is the customer's: once is enough. */
async function orderOnce(door: Door, customerId: string): Promise<void> {
  const menu = await answer<MenuView>(door, 'menu.current', {});
  const pizza = menu?.products.find(({ kind }) => kind === 'pizza');
  const variant =
    pizza?.variants.find(({ sizeId }) => sizeId === menu?.defaultSizeId) ?? pizza?.variants[0];
  if (pizza === undefined || variant === undefined) return;
  const cart = {
    channel: 'phone',
    mode: 'take-away',
    lines: [{ productId: pizza.id, sizeId: variant.sizeId, quantity: 1, changes: [] }],
    customerId,
  };
  const price = await answer<{ totalCents: number }>(door, 'order.price', cart);
  if (price === undefined) return;
  const orderId = customerId;
  await answer(door, 'order.place', {
    ...cart,
    orderId,
    shownTotalCents: price.totalCents,
    payment: { method: 'later' },
  });
  for (const step of ['order.start', 'order.finish']) await answer(door, step, { orderId });
  const paymentId = `1${customerId.slice(1)}`;
  const payment = { method: 'cash', paymentId, tenderedCents: price.totalCents };
  await answer(door, 'order.pay', { orderId, payment });
  await answer(door, 'order.hand-over', { orderId });
}

/** Undefined where the shop refuses: the second time the order is there already. */
async function answer<Value>(
  door: Door,
  method: string,
  input: unknown,
): Promise<Value | undefined> {
  const result = await door(method, input, PROGRAM);
  // The door answers in the shape of its contract.
  return result.ok ? (result.value as Value) : undefined;
}
