import { memo } from 'react';

import type { Menu } from '#app/domain/menu.ts';

import { useText } from '../../ui/settings/settings.tsx';
import { counterText } from '../text.ts';
import styles from './shelves.module.css';
import { SizeBar } from './size-bar.tsx';
import { DEALS_ID } from './use-tiles.ts';

/** The sizes, where the category has any; else its name, so that the grid stays where it is. */
export const ShelfHead = memo(function ShelfHead({
  menu,
  categoryId,
  ...bar
}: {
  readonly menu: Menu;
  readonly categoryId: string;
  readonly sizeId: string;
  readonly doughId: string | undefined;
  readonly isHalf: boolean;
  readonly onSize: (sizeId: string) => void;
  readonly onDough: (doughId: string | undefined) => void;
  readonly onHalf: () => void;
}) {
  const text = useText(counterText);
  const hasSizes = menu.products.some(
    (product) => product.categoryId === categoryId && product.variants.length > 1,
  );
  if (hasSizes || bar.isHalf || categoryId === DEALS_ID) return <SizeBar menu={menu} {...bar} />;
  const name = menu.categories.find(({ id }) => id === categoryId)?.name;
  return <h2 className={styles['title']}>{name ?? text.products}</h2>;
});
