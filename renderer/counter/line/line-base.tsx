import type { Dispatch } from 'react';

import type { Menu } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';

import { SegmentedKeys } from '../../ui/keys/segmented-keys.tsx';
import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import type { DraftAction, DraftLine } from '../draft/draft.ts';
import { doughOptions } from '../grid/dough-options.tsx';
import { canBeMadeIn } from '../grid/variant.ts';
import styles from './line-panel.module.css';
import { lineText } from './text.ts';

/** Another size, another dough: of the line that is there, not of the next one. */
export function LineBase({
  menu,
  line,
  dispatch,
}: {
  readonly menu: Menu;
  readonly line: DraftLine;
  readonly dispatch: Dispatch<DraftAction>;
}) {
  const text = useText(lineText);
  const language = useLanguage();
  const variants = indexOf(menu).products.get(line.productId)?.variants;
  const sizes = menu.sizes.filter(({ id }) => variants?.has(id));
  const usual = menu.doughs[0];
  const doughs = menu.doughs.filter(
    ({ id }) =>
      id === usual?.id ||
      (line.parts?.map((part) => part.productId) ?? [line.productId]).every((productId) =>
        canBeMadeIn(menu, { productId, sizeId: line.sizeId }, id),
      ),
  );
  const hasSizes = sizes.length > 1 && line.deal === undefined;
  if (!hasSizes && doughs.length < 2) return null;
  return (
    <div className={styles['base']}>
      {hasSizes && (
        <SegmentedKeys
          label={text.size}
          look="outlined"
          options={sizes.map(({ id, name }) => ({ value: id, label: name }))}
          value={line.sizeId}
          onChange={(sizeId) => dispatch({ type: 'change-line-size', sizeId })}
        />
      )}
      {doughs.length > 1 && (
        <SegmentedKeys
          label={text.dough}
          look="outlined"
          options={doughOptions(doughs, line.sizeId, language)}
          value={line.doughId ?? usual?.id ?? ''}
          onChange={(doughId) =>
            dispatch({
              type: 'change-dough',
              doughId: doughId === usual?.id ? undefined : doughId,
            })
          }
        />
      )}
    </div>
  );
}
