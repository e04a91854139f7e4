import { type Dispatch, useMemo } from 'react';

import type { Ingredient, Menu } from '#app/domain/menu.ts';
import type { Change } from '#app/domain/order/events.ts';

import { Chip } from '../../ui/keys/chip.tsx';
import { Money } from '../../ui/money.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import type { DraftAction, DraftLine } from '../draft/draft.ts';
import { useAvailability } from '../grid/availability.tsx';
import { changesOf, extrasOf, type Part, removableOf } from './ingredients.ts';
import styles from './line-panel.module.css';
import { lineText } from './text.ts';

/** What can be added, by price class; while something is being swapped, what takes its place. */
export function ExtraChips({
  menu,
  line,
  part,
  swapFrom,
  dispatch,
  onSwapped,
}: {
  readonly menu: Menu;
  readonly line: DraftLine;
  readonly part: Part;
  readonly swapFrom: string | undefined;
  readonly dispatch: Dispatch<DraftAction>;
  readonly onSwapped: () => void;
}) {
  const text = useText(lineText);
  const available = useAvailability();
  const groups = useMemo(() => extrasOf(menu, line.sizeId), [menu, line.sizeId]);
  const inRecipe = new Set(removableOf(menu, line, part).map(({ id }) => id));
  const added = addedBy(changesOf(line, part));
  const press = ({ id }: Ingredient) => {
    if (swapFrom !== undefined && swapFrom !== id) {
      const change = { ingredientId: swapFrom, action: 'swap', withIngredientId: id } as const;
      dispatch({ type: 'toggle-change', change, part });
      onSwapped();
      return;
    }
    const action = inRecipe.has(id) ? 'extra' : 'add';
    dispatch({ type: 'toggle-change', change: { ingredientId: id, action }, part });
  };
  return (
    <>
      {groups.map(({ extraClass, priceCents, extras }) => (
        <section key={extraClass} className={styles['group']}>
          <h3>
            {text.extraClasses[extraClass]}
            <span className={styles['price']}>
              +&nbsp;
              <Money cents={priceCents} />
            </span>
          </h3>
          <div className={styles['chips']}>
            {extras.map(({ ingredient, priceCents: ownCents }) => {
              const sign = added.get(ingredient.id);
              const isOut = available.extra(ingredient.id) !== 'available';
              const price = ownCents === priceCents ? undefined : <Money cents={ownCents} />;
              const hint = isOut ? text.out : (sign ?? price);
              return (
                <Chip
                  key={ingredient.id}
                  label={ingredient.name}
                  pressed={sign !== undefined}
                  disabled={isOut && sign === undefined}
                  {...(sign === undefined ? {} : { sign: 'add' as const })}
                  {...(hint === undefined ? {} : { hint })}
                  onPress={() => press(ingredient)}
                />
              );
            })}
          </div>
        </section>
      ))}
    </>
  );
}

/** `+` for what is added, `++` for a double portion of the recipe's own. */
function addedBy(changes: readonly Change[]): ReadonlyMap<string, string> {
  const signs = new Map<string, string>();
  for (const { action, ingredientId, withIngredientId } of changes) {
    if (action === 'add') signs.set(ingredientId, '+');
    if (action === 'extra') signs.set(ingredientId, '++');
    if (action === 'swap' && withIngredientId !== undefined) signs.set(withIngredientId, '⇄');
  }
  return signs;
}
