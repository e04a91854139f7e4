import { memo, useMemo } from 'react';

import type { Menu, Product } from '#app/domain/menu.ts';
import { formatAmount } from '#app/lib/money.ts';

import { Tile } from '../../ui/cards/tile.tsx';
import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { counterText } from '../text.ts';
import styles from './product-grid.module.css';
import { namedAndPacked } from './product-name.ts';
import { variantOf } from './variant.ts';

type Shown = {
  readonly product: Product;
  readonly name: string;
  readonly packing: string | undefined;
  readonly price: string;
};

/** The products of a category, in the order of the menu: the hand learns where they are. */
export const ProductGrid = memo(function ProductGrid({
  menu,
  categoryId,
  sizeId,
  counts,
  onPress,
}: {
  readonly menu: Menu;
  readonly categoryId: string;
  readonly sizeId: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly onPress: (productId: string) => void;
}) {
  const text = useText(counterText);
  const language = useLanguage();
  const shown = useMemo(
    () =>
      menu.products
        .filter((product) => product.categoryId === categoryId)
        .map((product): Shown => {
          const cents = variantOf(menu, product.id, sizeId)?.priceCents ?? 0;
          return {
            product,
            ...namedAndPacked(product.name),
            price: formatAmount(cents, language),
          };
        }),
    [menu, categoryId, sizeId, language],
  );
  return (
    <div role="group" aria-label={text.products} className={styles['grid']}>
      {shown.map(({ product, name, packing, price }) => (
        <Tile
          key={product.id}
          id={product.id}
          name={name}
          detail={packing}
          price={price}
          code={product.code}
          count={counts.get(product.id) ?? 0}
          onPress={onPress}
        />
      ))}
    </div>
  );
});
