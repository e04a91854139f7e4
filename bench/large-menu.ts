import { demonstrationMenu } from '#app/demonstration/menu.ts';
import type { Menu, Product } from '#app/domain/menu.ts';

/** The demonstration menu grown to `count` products, all on one shelf: the hardest grid to draw. */
export function largeMenu(count: number): Menu {
  const { products, categories } = demonstrationMenu;
  const [shelf] = categories;
  if (shelf === undefined) throw new Error('the menu has no category');
  const copies = Array.from({ length: count }, (_, place): Product => {
    const model = products[place % products.length];
    if (model === undefined) throw new Error('the menu is empty');
    const round = Math.floor(place / products.length);
    return {
      ...model,
      id: `${model.id}-${round}`,
      code: round === 0 ? model.code : `${model.code}${round}`,
      name: round === 0 ? model.name : `${model.name} ${round + 1}`,
      categoryId: shelf.id,
    };
  });
  return { ...demonstrationMenu, version: `bench-${count}`, products: copies };
}
