import { type Dispatch, useMemo } from 'react';

import type { Ingredient, Menu } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';
import type { Change } from '#app/domain/order/events.ts';

import { Chip } from '../../ui/keys/chip.tsx';
import { SegmentedKeys } from '../../ui/keys/segmented-keys.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import type { DraftAction, DraftLine } from '../draft/draft.ts';
import { changeOf, type Part, removableOf } from './ingredients.ts';
import styles from './line-panel.module.css';
import { type LineText, lineText } from './text.ts';

export type Tool = 'remove' | 'light' | 'extra' | 'swap';
const TOOLS: readonly Tool[] = ['remove', 'light', 'extra', 'swap'];

/** The recipe: one press leaves an ingredient out, struck; the tool says what else a press does. */
export function RecipeChips({
  menu,
  line,
  part,
  tool,
  swapFrom,
  dispatch,
  onTool,
  onSwapFrom,
}: {
  readonly menu: Menu;
  readonly line: DraftLine;
  readonly part: Part;
  readonly tool: Tool;
  readonly swapFrom: string | undefined;
  readonly dispatch: Dispatch<DraftAction>;
  readonly onTool: (tool: Tool) => void;
  readonly onSwapFrom: (ingredientId: string | undefined) => void;
}) {
  const text = useText(lineText);
  const { productId, sizeId, parts } = line;
  const ingredients = useMemo(
    () => removableOf(menu, { productId, sizeId, parts }, part),
    [menu, productId, sizeId, parts, part],
  );
  const press = (ingredientId: string) => {
    const known = changeOf(line, part, ingredientId);
    if (known !== undefined && (known.action === tool || tool === 'remove' || tool === 'swap')) {
      // A press on what was changed puts it back, whatever it was.
      dispatch({ type: 'toggle-change', change: known, part });
      return;
    }
    if (tool === 'swap') onSwapFrom(ingredientId === swapFrom ? undefined : ingredientId);
    else dispatch({ type: 'toggle-change', change: { ingredientId, action: tool }, part });
  };
  return (
    <section className={styles['group']} aria-label={text.recipe}>
      <SegmentedKeys
        label={text.tools}
        options={TOOLS.map((value) => ({ value, label: text.tool[value] }))}
        value={tool}
        onChange={onTool}
      />
      {tool === 'swap' && (
        <p className={styles['hint']} role="status">
          {swapFrom === undefined
            ? text.swapStart
            : text.swapHint(indexOf(menu).ingredients.get(swapFrom)?.name ?? '')}
        </p>
      )}
      <div role="group" aria-label={text.recipe} className={styles['chips']}>
        {ingredients.map((ingredient) => (
          <RecipeChip
            key={ingredient.id}
            menu={menu}
            ingredient={ingredient}
            change={changeOf(line, part, ingredient.id)}
            isSwapping={ingredient.id === swapFrom}
            onPress={press}
          />
        ))}
      </div>
    </section>
  );
}

function RecipeChip({
  menu,
  ingredient: { id, name },
  change,
  isSwapping,
  onPress,
}: {
  readonly menu: Menu;
  readonly ingredient: Ingredient;
  readonly change: Change | undefined;
  readonly isSwapping: boolean;
  readonly onPress: (ingredientId: string) => void;
}) {
  const text = useText(lineText);
  const hint = change && hintOf(menu, change, text);
  const isOut = change?.action === 'remove' || change?.action === 'swap';
  return (
    <Chip
      label={name}
      {...(hint === undefined ? {} : { hint })}
      pressed={change !== undefined || isSwapping}
      ariaLabel={
        change === undefined
          ? text.removeIngredient(name)
          : [name, hint, text.putBackIngredient(name)].filter(Boolean).join(' ')
      }
      {...(isOut ? { sign: 'remove' as const } : {})}
      onPress={() => onPress(id)}
    />
  );
}

function hintOf(menu: Menu, change: Change, text: LineText): string | undefined {
  switch (change.action) {
    case 'light':
      return text.light;
    case 'extra':
      return text.double;
    case 'swap':
      return text.instead(indexOf(menu).ingredients.get(change.withIngredientId ?? '')?.name ?? '');
    default:
      return undefined;
  }
}
