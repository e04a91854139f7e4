import type { Menu } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';
import type { PricedLine } from '#app/domain/order/events.ts';

export type RecapLine = Pick<PricedLine, 'name' | 'quantity' | 'grossCents' | 'sizeId'>;

/** The lines as read to the customer: pizzas with the letter of their size. */
export function recapOf(menu: Menu, lines: readonly RecapLine[]): RecapLine[] {
  const { sizes } = indexOf(menu);
  return lines.map((line) => {
    const letter = sizes.get(line.sizeId)?.letter;
    return letter === undefined ? line : { ...line, name: `${line.name}\u00a0${letter}` };
  });
}
