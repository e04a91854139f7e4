import { useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu, SoldOutTarget } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';
import { find } from '#app/domain/search.ts';

import { Chip } from '../../ui/keys/chip.tsx';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { clockText } from '../../ui/time/time-text.ts';
import { useSoldOuts } from '../grid/availability.tsx';
import { sheetsText } from '../sheets/text.ts';
import styles from './sold-out-sheet.module.css';

/** As many as are seen without scrolling. */
const FOUND_MAX = 12;

/** What is out, and what has just run out: a product, or an ingredient with all that needs it. */
export function SoldOutSheet({
  client,
  menu,
  onClose,
}: {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
  readonly onClose: () => void;
}) {
  const text = useText(sheetsText);
  const refusalText = useRefusalText();
  const soldOuts = useSoldOuts();
  const [typed, setTyped] = useState('');
  const [trouble, setTrouble] = useState<string | undefined>(undefined);
  const send = async (method: 'menu.mark-sold-out' | 'menu.mark-back', target: SoldOutTarget) => {
    const result = await client.request(method, { target });
    setTrouble(result.ok ? undefined : refusalText(result.refusal));
    if (result.ok) setTyped('');
  };
  const products = find(typed, menu.products).slice(0, FOUND_MAX);
  const ingredients = find(typed, menu.ingredients).slice(0, FOUND_MAX);
  return (
    <Sheet title={text.soldOutTitle} side="centre" onClose={onClose}>
      <div className={styles['sheet']}>
        <input
          className={styles['input']}
          aria-label={text.soldOutSearch}
          placeholder={text.soldOutSearch}
          data-autofocus=""
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {trouble !== undefined && <p role="alert">{trouble}</p>}
        <div className={styles['found']}>
          {ingredients.map(({ item: { id, name } }) => (
            <Chip
              key={`ingredient ${id}`}
              label={name}
              hint={text.levels.ingredient}
              ariaLabel={`${name} ${text.levels.ingredient}, ${text.markOut(name)}`}
              onPress={() =>
                void send('menu.mark-sold-out', { kind: 'ingredient', ingredientId: id })
              }
            />
          ))}
          {products.map(({ item: { id, name } }) => (
            <Chip
              key={`product ${id}`}
              label={name}
              hint={text.levels.product}
              ariaLabel={`${name} ${text.levels.product}, ${text.markOut(name)}`}
              onPress={() => void send('menu.mark-sold-out', { kind: 'product', productId: id })}
            />
          ))}
        </div>
        <h3>{soldOuts.length === 0 ? text.soldOutNone : text.soldOutNow}</h3>
        <OutList menu={menu} onBack={(target) => void send('menu.mark-back', target)} />
      </div>
    </Sheet>
  );
}

function OutList({
  menu,
  onBack,
}: {
  readonly menu: Menu;
  readonly onBack: (target: SoldOutTarget) => void;
}) {
  const text = useText(sheetsText);
  const soldOuts = useSoldOuts();
  return (
    <ul className={styles['out']}>
      {soldOuts.map(({ target, since }) => {
        const name = targetName(menu, target);
        return (
          <li key={JSON.stringify(target)}>
            <b>{name}</b>
            <small>{`${text.levels[target.kind]} · ${text.since(clockText(since))}`}</small>
            <button type="button" aria-label={text.markBack(name)} onClick={() => onBack(target)}>
              {text.back}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function targetName(menu: Menu, target: SoldOutTarget): string {
  const { products, ingredients, sizes } = indexOf(menu);
  switch (target.kind) {
    case 'product':
      return products.get(target.productId)?.product.name ?? target.productId;
    case 'variant': {
      const name = products.get(target.productId)?.product.name ?? target.productId;
      return `${name} ${sizes.get(target.sizeId)?.letter ?? ''}`;
    }
    case 'ingredient':
    case 'extra':
      return ingredients.get(target.ingredientId)?.name ?? target.ingredientId;
  }
}
