import type { KitchenTicket, MenuView } from '#app/contract/store.ts';
import { demonstrationMenu } from '#app/demonstration/menu.ts';

type Line = KitchenTicket['lines'][number];

/** The menu as the node sends it: JSON, so that nothing but the contract reaches the screen. */
export function menuOfTheNode(): MenuView {
  return JSON.parse(JSON.stringify(demonstrationMenu)) as MenuView;
}

/** A line of one medium Reine, unless said otherwise. */
export function aLine(some: Partial<Line> = {}): Line {
  return {
    productId: 'reine',
    sizeId: 'm',
    kind: 'pizza',
    name: 'Reine',
    quantity: 1,
    changes: [],
    ...some,
  };
}

/** A change of the recipe, named as on the menu. */
export function aChange(action: 'add' | 'remove', ingredientId: string): Line['changes'][number] {
  const ingredient = demonstrationMenu.ingredients.find(({ id }) => id === ingredientId);
  if (ingredient === undefined) throw new Error(`no ingredient ${ingredientId} on the menu`);
  return { action, ingredientId, name: ingredient.name, priceCents: 0 };
}

/** An order to take away, placed at 19:00 and promised for 19:20, of one medium Reine. */
export function aTicket(some: Partial<KitchenTicket> = {}): KitchenTicket {
  return {
    orderId: 'order-214',
    number: 214,
    channel: 'counter',
    mode: 'take-away',
    status: 'placed',
    revision: 1,
    placedAt: '2026-11-22T19:00:00.000Z',
    promisedAt: '2026-11-22T19:20:00.000Z',
    lines: [aLine()],
    ...some,
  };
}
