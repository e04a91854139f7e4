import { type Dispatch, memo } from 'react';

import type { Menu, Product } from '#app/domain/menu.ts';

import { Money } from '../../ui/money.tsx';
import type { DraftAction } from '../draft/draft.ts';
import { namedAndPacked } from '../grid/product-name.ts';
import { cartLineOf } from '../grid/variant.ts';
import styles from './ticket-foot.module.css';

/** One quiet offer an order, beside the promised time: never over anything. */
export const SuggestionKey = memo(function SuggestionKey({
  menu,
  product,
  dispatch,
}: {
  readonly menu: Menu;
  readonly product: Product;
  readonly dispatch: Dispatch<DraftAction>;
}) {
  const [variant] = product.variants;
  const line = variant && cartLineOf(menu, product.id, variant.sizeId);
  if (variant === undefined || line === undefined) return null;
  return (
    <button
      type="button"
      className={styles['offer']}
      onClick={() => {
        dispatch({ type: 'add', line });
        dispatch({ type: 'suggestion-over' });
      }}
    >
      <b>{`+\u00a0${namedAndPacked(product.name).name}`}</b>
      <Money cents={variant.priceCents} />
    </button>
  );
});
