import { randomBytes } from 'node:crypto';

import type { Caller } from '#app/contract/contract.ts';
import type { Menu } from '#app/domain/menu.ts';
import type { CartLine } from '#app/domain/order/events.ts';
import { priceCart } from '#app/domain/pricing.ts';
import { uuidV7 } from '#app/lib/ids.ts';
import type { StoreNode } from '#main/store/start/start-store.ts';

import { productIdOf } from './menu-of-sales.ts';
import type { Sale, SoldPizza } from './sales-file.ts';

const COUNTER: Caller = { role: 'counter', name: 'replay' };

/** Milliseconds each order took from the request to its durable answer, in order of sale. */
export type Durations = readonly number[];

/**
 * Sells every ticket through the door of a store node, as the counter would: placed and paid in
 * cash, made, handed over. `setClock` moves the clock of the node to the moment of each sale.
 */
export async function sellAll({
  node,
  menu,
  pizzas,
  sales,
  instantOf,
  setClock,
  onProgress,
}: {
  node: StoreNode;
  menu: Menu;
  pizzas: readonly SoldPizza[];
  sales: readonly Sale[];
  /** The wall clock of the shop as milliseconds since 1970. */
  instantOf: (at: string) => number;
  setClock: (epochMs: number) => void;
  onProgress: (done: number) => void;
}): Promise<Durations> {
  const soldAs = new Map(pizzas.map((pizza) => [pizza.pizzaId, pizza]));
  const durations: number[] = [];
  for (const [index, sale] of sales.entries()) {
    const atMs = instantOf(sale.at);
    setClock(atMs);
    const input = inputOf({ sale, soldAs, menu, atMs });
    const start = performance.now();
    await must(node, 'order.place', input);
    durations.push(performance.now() - start);
    await must(node, 'order.start', { orderId: input.orderId });
    await must(node, 'order.finish', { orderId: input.orderId });
    await must(node, 'order.hand-over', { orderId: input.orderId });
    onProgress(index + 1);
  }
  return durations;
}

async function must(node: StoreNode, method: string, input: unknown): Promise<void> {
  const answer = await node.request(method, input, COUNTER);
  if (!answer.ok) throw new Error(`${method} refused: ${JSON.stringify(answer.refusal)}`);
}

function inputOf({
  sale,
  soldAs,
  menu,
  atMs,
}: {
  sale: Sale;
  soldAs: ReadonlyMap<string, SoldPizza>;
  menu: Menu;
  atMs: number;
}) {
  const lines = sale.lines.map(({ pizzaId, quantity }): CartLine => {
    const pizza = soldAs.get(pizzaId);
    if (pizza === undefined) throw new Error(`no pizza ${pizzaId}`);
    return {
      productId: productIdOf(pizza.typeId),
      sizeId: pizza.size.toLowerCase(),
      quantity,
      changes: [],
    };
  });
  const cart = priceCart({
    menu,
    mode: 'take-away',
    territory: 'mainland',
    date: sale.at.slice(0, 10),
    lines,
  });
  if (!cart.ok) throw new Error(`order ${sale.id} has no price: ${cart.refusal.code}`);
  return {
    orderId: uuidV7(atMs, randomBytes(10)),
    channel: 'counter',
    mode: 'take-away',
    lines,
    shownTotalCents: cart.value.totalCents,
    payment: {
      method: 'cash',
      paymentId: uuidV7(atMs, randomBytes(10)),
      tenderedCents: cart.value.totalCents,
    },
  };
}
