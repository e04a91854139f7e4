import { type Dispatch, memo, useCallback, useMemo, useState } from 'react';

import type { Menu } from '#app/domain/menu.ts';
import type { CartLine } from '#app/domain/order/events.ts';

import { SegmentedKeys } from '../../ui/keys/segmented-keys.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { useAfterPaint } from '../../ui/time/use-after-paint.ts';
import { countByProduct, type DraftAction, type DraftLine } from '../draft/draft.ts';
import { counterText } from '../text.ts';
import { ExtrasPanel } from './extras-panel.tsx';
import { ProductGrid } from './product-grid.tsx';
import styles from './shelves.module.css';
import { cartLineOf } from './variant.ts';

/** Categories, sizes and products; or the extras of a line while they are being chosen. */
export const Shelves = memo(function Shelves({
  menu,
  lines,
  extrasOf,
  onAdd,
  dispatch,
  onLeaveExtras,
}: {
  readonly menu: Menu;
  readonly lines: readonly DraftLine[];
  readonly extrasOf: DraftLine | undefined;
  readonly onAdd: (line: CartLine) => void;
  readonly dispatch: Dispatch<DraftAction>;
  readonly onLeaveExtras: () => void;
}) {
  const text = useText(counterText);
  const [categoryId, setCategoryId] = useState(menu.categories[0]?.id ?? '');
  const [chosenSizeId, setSizeId] = useState(menu.defaultSizeId);
  // A size chosen for one customer is not the size of the next one.
  const [wasEmpty, setWasEmpty] = useState(lines.length === 0);
  const isEmpty = lines.length === 0;
  if (isEmpty !== wasEmpty) {
    setWasEmpty(isEmpty);
    if (isEmpty) setSizeId(menu.defaultSizeId);
  }
  const counts = useCounts(lines);
  const addProduct = useCallback(
    (productId: string) => {
      const line = cartLineOf(menu, productId, chosenSizeId);
      if (line !== undefined) onAdd(line);
    },
    [menu, chosenSizeId, onAdd],
  );
  const chooseCategory = useCallback(
    (next: string) => {
      setCategoryId(next);
      onLeaveExtras();
    },
    [onLeaveExtras],
  );

  return (
    <main className={styles['shelves']}>
      <nav className={styles['categories']} aria-label={text.categories}>
        <SegmentedKeys
          label={text.categories}
          direction="column"
          options={menu.categories.map(({ id, name }) => ({ value: id, label: name }))}
          value={extrasOf === undefined ? categoryId : ''}
          onChange={chooseCategory}
        />
      </nav>
      {extrasOf === undefined ? (
        <div className={styles['shelf']}>
          <ShelfHead menu={menu} categoryId={categoryId} sizeId={chosenSizeId} onSize={setSizeId} />
          <ProductGrid
            menu={menu}
            categoryId={categoryId}
            sizeId={chosenSizeId}
            counts={counts}
            onPress={addProduct}
          />
        </div>
      ) : (
        <ExtrasPanel menu={menu} line={extrasOf} dispatch={dispatch} onLeave={onLeaveExtras} />
      )}
    </main>
  );
});

/** The marks on the tiles follow the ticket by one frame. */
function useCounts(lines: readonly DraftLine[]): ReadonlyMap<string, number> {
  const counted = useAfterPaint(lines);
  return useMemo(() => countByProduct(counted), [counted]);
}

/** The sizes, where the category has any; else its name, so that the grid stays where it is. */
const ShelfHead = memo(function ShelfHead({
  menu,
  categoryId,
  sizeId,
  onSize,
}: {
  readonly menu: Menu;
  readonly categoryId: string;
  readonly sizeId: string;
  readonly onSize: (sizeId: string) => void;
}) {
  const text = useText(counterText);
  const hasSizes = menu.products.some(
    (product) => product.categoryId === categoryId && product.variants.length > 1,
  );
  if (!hasSizes) {
    const name = menu.categories.find(({ id }) => id === categoryId)?.name;
    return <h2 className={styles['title']}>{name}</h2>;
  }
  return (
    <SegmentedKeys
      label={text.sizes}
      look="outlined"
      options={menu.sizes.map(({ id, name, diameterCm }) => ({
        value: id,
        label: name,
        hint: `${diameterCm}\u00a0cm`,
      }))}
      value={sizeId}
      onChange={onSize}
    />
  );
});
