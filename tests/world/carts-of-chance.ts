import type { CartLine, CartPart, Change } from '#app/domain/order/events.ts';
import type { Menu, Mode, Product } from '#app/domain/menu.ts';
import type { Cart } from '#app/domain/pricing/cart.ts';
import { doughsOf } from '#app/domain/pricing/dough.ts';
import type { Territory } from '#app/domain/vat.ts';

export type Roll = (sides: number) => number;

/** Numbers that look like chance and come back with the seed (Lehmer, Park and Miller 1988). */
export function dice(seed: number): Roll {
  let state = (seed % 2_147_483_646) + 1;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

export function pick<Item>(items: readonly Item[], roll: Roll): Item {
  const item = items[roll(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

export function shuffled<Item>(items: readonly Item[], roll: Roll): Item[] {
  const rest = [...items];
  const result: Item[] = [];
  while (rest.length > 0) result.push(...rest.splice(roll(rest.length), 1));
  return result;
}

const MODES: readonly Mode[] = ['take-away', 'delivery', 'on-site'];
const TERRITORIES: readonly Territory[] = ['mainland', 'corsica', 'reunion', 'mayotte'];

/**
 * A cart that the menu allows: halves, quarters, doughs, extras, options and deals, codes of its
 * promotions, discounts and prices by hand, points, a delivery fee.
 */
export function cartOfChance(menu: Menu, roll: Roll): Cart {
  const lines: CartLine[] = [];
  for (let count = 1 + roll(4); count > 0; count -= 1) {
    if (roll(8) === 0) lines.push(...dealOfChance(menu, roll, `d${lines.length}`));
    else lines.push(lineOfChance(menu, roll));
  }
  const named = lines.map((line, place): CartLine => ({ ...line, lineId: `l${place}` }));
  const codes = menu.promotions.flatMap(({ coupon }) => coupon?.codes ?? []);
  const lineId = `l${roll(named.length)}`;
  return {
    menu,
    mode: pick(MODES, roll),
    territory: pick(TERRITORIES, roll),
    date: '2026-11-22',
    lines: named,
    couponCodes: Array.from({ length: roll(4) }, () => pick(codes, roll)),
    overrides:
      roll(6) === 0 ? [{ lineId, kind: 'price', unitPriceCents: roll(2000), reason: 'essai' }] : [],
    manualDiscounts:
      roll(3) === 0 ? [{ value: { kind: 'rate', rateBp: 1 + roll(10_000) }, reason: 'essai' }] : [],
    deliveryFee: { cents: roll(2) * roll(500), policy: pick(['accessory', 'standard'], roll) },
  };
}

function lineOfChance(menu: Menu, roll: Roll): CartLine {
  const product = pick(menu.products, roll);
  if (product.isSplittable === true && roll(2) === 0) return partsOfChance(menu, product, roll);
  const { sizeId } = pick(product.variants, roll);
  const doughs = doughsOf(menu, product, sizeId);
  return {
    productId: product.id,
    sizeId,
    quantity: 1 + roll(4),
    changes: product.kind === 'pizza' ? extraOfChance(menu, roll) : [],
    ...(doughs.length > 0 && roll(3) === 0 ? { doughId: pick(doughs, roll).id } : {}),
    options: optionsOfChance(menu, product, roll),
  };
}

/** Halves, a half and two quarters, or four quarters, in whatever order. */
function partsOfChance(menu: Menu, first: Product, roll: Roll): CartLine {
  const others = menu.products.filter(
    ({ isSplittable, vatClass }) => isSplittable === true && vatClass === first.vatClass,
  );
  const quarters = shuffled(
    pick(
      [
        [2, 2],
        [2, 1, 1],
        [1, 1, 1, 1],
        [3, 1],
      ] as const,
      roll,
    ),
    roll,
  );
  const { sizeId } = pick(first.variants, roll);
  const parts = quarters.map((count, place): CartPart => {
    const product = place === 0 ? first : pick(others, roll);
    return { productId: product.id, quarters: count, changes: extraOfChance(menu, roll) };
  });
  return { productId: first.id, sizeId, quantity: 1 + roll(3), changes: [], parts };
}

function extraOfChance(menu: Menu, roll: Roll): Change[] {
  if (roll(2) === 0) return [];
  const extras = menu.ingredients.filter(({ extraClass }) => extraClass !== undefined);
  return [{ ingredientId: pick(extras, roll).id, action: 'add' }];
}

function optionsOfChance(menu: Menu, product: Product, roll: Roll): CartLine['options'] {
  const groups = menu.optionGroups.filter(({ id }) => product.optionGroupIds?.includes(id));
  return groups.flatMap(({ id: groupId, options, min, max }) => {
    const quantity = min + roll(max - min + 1);
    return quantity === 0 ? [] : [{ groupId, optionId: pick(options, roll).id, quantity }];
  });
}

function dealOfChance(menu: Menu, roll: Roll, instance: string): CartLine[] {
  const deal = pick(menu.deals, roll);
  const quantity = 1 + roll(3);
  return deal.slots.map((slot) => {
    const { productId, sizeId } = pick(slot.choices, roll);
    const variants = menu.products.find(({ id }) => id === productId)?.variants ?? [];
    return {
      productId,
      sizeId: sizeId ?? pick(variants, roll).sizeId,
      quantity,
      changes: [],
      deal: { instance, dealId: deal.id, slotId: slot.id },
    };
  });
}
