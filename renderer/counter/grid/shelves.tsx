import { type Dispatch, memo, useCallback, useMemo, useState } from 'react';

import type { Menu } from '#app/domain/menu.ts';

import { SegmentedKeys } from '../../ui/keys/segmented-keys.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { useAfterPaint } from '../../ui/time/use-after-paint.ts';
import { DealShelf } from '../deals/deal-shelf.tsx';
import { countByProduct, type DraftAction, type DraftLine } from '../draft/draft.ts';
import { halvesLine } from '../halves/halves.ts';
import { HalvesPanel } from '../halves/halves-panel.tsx';
import { LinePanel } from '../line/line-panel.tsx';
import { counterText } from '../text.ts';
import type { MainView, OpenSheet } from '../use-counter-view.ts';
import { HALVES, PRODUCTS } from '../use-counter-view.ts';
import { ProductGrid } from './product-grid.tsx';
import { ShelfHead } from './shelf-head.tsx';
import styles from './shelves.module.css';
import type { TileData } from './tiles.ts';
import { DEALS_ID, useTiles } from './use-tiles.ts';
import { cartLineOf, needsChoice } from './variant.ts';

export type ShelvesProps = {
  readonly menu: Menu;
  readonly lines: readonly DraftLine[];
  readonly sizeId: string;
  /** Of the next pizzas; absent: the usual one. */
  readonly doughId: string | undefined;
  readonly onDough: (doughId: string | undefined) => void;
  readonly view: MainView;
  /** Whose recipe is shown, when it is. */
  readonly selected: DraftLine | undefined;
  readonly dispatch: Dispatch<DraftAction>;
  readonly onView: (view: MainView) => void;
  readonly onSheet: (sheet: OpenSheet) => void;
  readonly onNote: () => void;
  /** Why something cannot be had, for a moment. */
  readonly onNotice: (sentence: string) => void;
};

/** Categories, sizes and products; in their place halves, a deal, or the recipe of a line. */
export const Shelves = memo(function Shelves(props: ShelvesProps) {
  const { menu, view, dispatch, onView } = props;
  const text = useText(counterText);
  const [categoryId, setCategoryId] = useState(menu.categories[0]?.id ?? '');
  const chooseCategory = useCallback(
    (next: string) => {
      setCategoryId(next);
      if (view.name !== 'halves' || next === DEALS_ID) onView(PRODUCTS);
    },
    [view.name, onView],
  );
  const categories = useMemo(
    () => [
      ...menu.categories.map(({ id, name }) => ({ value: id, label: name })),
      ...(menu.deals.length === 0 ? [] : [{ value: DEALS_ID, label: text.deals }]),
    ],
    [menu, text],
  );
  const isOfCategory = view.name === 'products' || view.name === 'halves';
  const deal = view.name === 'deal' ? menu.deals.find(({ id }) => id === view.dealId) : undefined;
  return (
    <main className={styles['shelves']}>
      <nav className={styles['categories']} aria-label={text.categories}>
        <SegmentedKeys
          label={text.categories}
          direction="column"
          options={categories}
          value={isOfCategory ? categoryId : ''}
          onChange={chooseCategory}
        />
      </nav>
      <div className={styles['shelf']}>
        {view.name === 'line' && props.selected !== undefined && (
          <LinePanel
            menu={menu}
            line={props.selected}
            dispatch={dispatch}
            onNote={props.onNote}
            onLeave={() => onView(PRODUCTS)}
          />
        )}
        {deal !== undefined && view.name === 'deal' && (
          <DealShelf {...props} deal={deal} chosen={view.chosen} />
        )}
        {isOfCategory && <Category {...props} categoryId={categoryId} />}
      </div>
    </main>
  );
});

/** The products of a category, or those of them that can be one half of a pizza. */
const Category = memo(function Category({
  menu,
  lines,
  sizeId,
  view,
  dispatch,
  onView,
  onSheet,
  onNotice,
  categoryId,
  doughId,
  onDough,
}: ShelvesProps & { readonly categoryId: string }) {
  const text = useText(counterText);
  const counts = useCounts(lines);
  const isHalf = view.name === 'halves';
  const tiles = useTiles({ menu, categoryId, sizeId, isHalf });
  const press = usePressTile({
    menu,
    tiles,
    categoryId,
    sizeId,
    doughId,
    dispatch,
    onView,
    onSheet,
    onNotice,
  });
  const setSize = useSetSize(dispatch);
  const addHalves = (leftId: string, rightId: string) => {
    dispatch({ type: 'add', line: halvesLine(menu, { leftId, rightId, sizeId, doughId }) });
    onView(PRODUCTS);
  };
  const toggleHalf = useCallback(() => onView(isHalf ? PRODUCTS : HALVES), [isHalf, onView]);
  return (
    <>
      <ShelfHead
        menu={menu}
        categoryId={categoryId}
        sizeId={sizeId}
        doughId={doughId}
        isHalf={isHalf}
        onSize={setSize}
        onDough={onDough}
        onHalf={toggleHalf}
      />
      {view.name === 'halves' ? (
        <HalvesPanel
          menu={menu}
          sizeId={sizeId}
          tiles={tiles}
          halves={view}
          onHalves={(halves) => onView({ name: 'halves', ...halves })}
          onBoth={addHalves}
          onLeave={() => onView(PRODUCTS)}
        />
      ) : (
        <ProductGrid label={text.products} tiles={tiles} counts={counts} onPress={press} />
      )}
    </>
  );
});

function useSetSize(dispatch: Dispatch<DraftAction>): (sizeId: string) => void {
  return useCallback((sizeId: string) => dispatch({ type: 'set-size', sizeId }), [dispatch]);
}

/** A press sells, opens a deal, asks for a choice, or says why it cannot. */
function usePressTile({
  menu,
  tiles,
  categoryId,
  sizeId,
  doughId,
  dispatch,
  onView,
  onSheet,
  onNotice,
}: Pick<ShelvesProps, 'menu' | 'sizeId' | 'dispatch' | 'onView' | 'onSheet' | 'onNotice'> & {
  readonly tiles: readonly TileData[];
  readonly categoryId: string;
  readonly doughId: string | undefined;
}): (id: string) => void {
  return useCallback(
    (id: string) => {
      const reason = tiles.find((tile) => tile.id === id)?.unavailable?.reason;
      if (reason !== undefined) onNotice(reason);
      else if (categoryId === DEALS_ID) onView({ name: 'deal', dealId: id, chosen: [] });
      else if (needsChoice(menu, id)) onSheet({ name: 'options', productId: id, sizeId });
      else {
        const line = cartLineOf(menu, id, sizeId, doughId);
        if (line !== undefined) dispatch({ type: 'add', line });
      }
    },
    [tiles, menu, categoryId, sizeId, doughId, dispatch, onView, onSheet, onNotice],
  );
}

/** The marks on the tiles follow the ticket by one frame. */
function useCounts(lines: readonly DraftLine[]): ReadonlyMap<string, number> {
  const counted = useAfterPaint(lines);
  return useMemo(() => countByProduct(counted), [counted]);
}
