import { IconArrowLeft } from '@tabler/icons-react';
import { type Dispatch, useMemo } from 'react';

import type { Menu } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';

import { Chip } from '../../ui/keys/chip.tsx';
import { Key } from '../../ui/keys/key.tsx';
import { Money } from '../../ui/money.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import type { DraftAction, DraftLine } from '../draft/draft.ts';
import { counterText } from '../text.ts';
import { extrasOf } from './extras.ts';
import styles from './extras-panel.module.css';

/** Everything that can be added to the chosen pizza, in place of the products. */
export function ExtrasPanel({
  menu,
  line,
  dispatch,
  onLeave,
}: {
  readonly menu: Menu;
  readonly line: DraftLine;
  readonly dispatch: Dispatch<DraftAction>;
  readonly onLeave: () => void;
}) {
  const text = useText(counterText);
  const groups = useMemo(() => extrasOf(menu, line.sizeId), [menu, line.sizeId]);
  const index = indexOf(menu);
  const name = index.products.get(line.productId)?.product.name ?? '';
  const letter = index.sizes.get(line.sizeId)?.letter ?? '';
  const isAdded = (ingredientId: string) =>
    line.changes.some((change) => change.ingredientId === ingredientId && change.action === 'add');
  return (
    <section className={styles['panel']} aria-label={text.extrasFor(`${name} ${letter}`)}>
      <header className={styles['head']}>
        <h2>{text.extrasFor(`${name} ${letter}`)}</h2>
        <Key
          label={text.backToMenu}
          icon={<IconArrowLeft size="1.25rem" aria-hidden />}
          tone="ink"
          onPress={onLeave}
        />
      </header>
      <div className={styles['groups']}>
        {groups.map(({ extraClass, priceCents, ingredients }) => (
          <section key={extraClass} className={styles['group']}>
            <h3>
              {text.extraClasses[extraClass]}
              <span className={styles['price']}>
                +&nbsp;
                <Money cents={priceCents} />
              </span>
            </h3>
            <div className={styles['chips']}>
              {ingredients.map((ingredient) => (
                <Chip
                  key={ingredient.id}
                  label={ingredient.name}
                  pressed={isAdded(ingredient.id)}
                  {...(isAdded(ingredient.id) ? { sign: 'add' as const, hint: '+ 1' } : {})}
                  onPress={() =>
                    dispatch({
                      type: 'toggle-change',
                      change: { ingredientId: ingredient.id, action: 'add' },
                    })
                  }
                />
              ))}
            </div>
          </section>
        ))}
      </div>
    </section>
  );
}
