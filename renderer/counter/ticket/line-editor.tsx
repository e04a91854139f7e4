import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type Dispatch, memo, useMemo } from 'react';

import type { Menu } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';

import { Chip } from '../../ui/keys/chip.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import type { DraftAction, DraftLine } from '../draft/draft.ts';
import { removableOf } from '../grid/extras.ts';
import { counterText } from '../text.ts';
import styles from './line-editor.module.css';

/** What can be done to the chosen line: its quantity, and the recipe of a pizza. */
export const LineEditor = memo(function LineEditor({
  menu,
  line,
  hasExtras,
  dispatch,
  onExtras,
}: {
  readonly menu: Menu;
  readonly line: DraftLine;
  readonly hasExtras: boolean;
  readonly dispatch: Dispatch<DraftAction>;
  readonly onExtras: () => void;
}) {
  const text = useText(counterText);
  const isPizza = indexOf(menu).products.get(line.productId)?.product.kind === 'pizza';
  return (
    <div className={styles['editor']}>
      <RecipeChips menu={menu} line={line} dispatch={dispatch} />
      <div className={styles['quantity']}>
        <button
          type="button"
          aria-label={text.oneLess}
          onClick={() => dispatch({ type: 'change-quantity', by: -1 })}
        >
          <IconMinus size="1.5rem" stroke={2.25} aria-hidden />
        </button>
        <button
          type="button"
          aria-label={text.oneMore}
          onClick={() => dispatch({ type: 'change-quantity', by: 1 })}
        >
          <IconPlus size="1.5rem" stroke={2.25} aria-hidden />
        </button>
        {isPizza && (
          <button
            type="button"
            className={styles['extras']}
            aria-pressed={hasExtras}
            onClick={onExtras}
          >
            {text.extras}
          </button>
        )}
      </div>
    </div>
  );
});

/** The recipe of a pizza: a press leaves an ingredient out, another puts it back. */
function RecipeChips({
  menu,
  line,
  dispatch,
}: {
  readonly menu: Menu;
  readonly line: DraftLine;
  readonly dispatch: Dispatch<DraftAction>;
}) {
  const text = useText(counterText);
  const { productId, sizeId } = line;
  const ingredients = useMemo(
    () => removableOf(menu, { productId, sizeId }),
    [menu, productId, sizeId],
  );
  if (ingredients.length === 0) return null;
  const toggle = (ingredientId: string) =>
    dispatch({ type: 'toggle-change', change: { ingredientId, action: 'remove' } });
  return (
    <div role="group" aria-label={text.recipe} className={styles['recipe']}>
      {ingredients.map(({ id, name }) => {
        const isOut = line.changes.some(
          (change) => change.ingredientId === id && change.action === 'remove',
        );
        return (
          <Chip
            key={id}
            label={name}
            ariaLabel={isOut ? text.putBackIngredient(name) : text.removeIngredient(name)}
            {...(isOut ? { sign: 'remove' as const } : {})}
            onPress={() => toggle(id)}
          />
        );
      })}
    </div>
  );
}
