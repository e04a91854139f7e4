import { useCallback, useMemo } from 'react';

import type { Deal, Menu } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';
import type { CartLine } from '#app/domain/order/events.ts';
import { formatAmount } from '#app/lib/money.ts';

import { Key } from '../../ui/keys/key.tsx';
import { Money } from '../../ui/money.tsx';
import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { namedAndPacked } from '../grid/product-name.ts';
import { ProductGrid } from '../grid/product-grid.tsx';
import type { TileData } from '../grid/tiles.ts';
import { lineOfChoice, nextSlot } from './deal.ts';
import styles from './deal-panel.module.css';
import { dealsText } from './text.ts';

const NO_COUNTS: ReadonlyMap<string, number> = new Map();

/** A meal being put together: one press a place, on the same grid. */
export function DealPanel({
  menu,
  deal,
  chosen,
  sizeId,
  outOf,
  onChoose,
  onBack,
  onLeave,
}: {
  readonly menu: Menu;
  readonly deal: Deal;
  readonly chosen: readonly CartLine[];
  readonly sizeId: string;
  /** Why a product cannot be had; `undefined` when it can. */
  readonly outOf: (line: CartLine) => TileData['unavailable'];
  readonly onChoose: (line: CartLine) => void;
  /** To this place again, and those after it. */
  readonly onBack: (place: number) => void;
  readonly onLeave: () => void;
}) {
  const text = useText(dealsText);
  const slot = nextSlot(deal, chosen);
  const tiles = useDealTiles({ menu, slot, sizeId, outOf });
  const press = useCallback(
    (productId: string) => {
      const choice = slot?.choices.find((known) => known.productId === productId);
      const line = choice && lineOfChoice(menu, choice, sizeId);
      if (line !== undefined) onChoose(line);
    },
    [menu, slot, sizeId, onChoose],
  );
  return (
    <section className={styles['panel']} aria-label={deal.name}>
      <div className={styles['head']}>
        <h2>
          {deal.name}
          <Money cents={deal.priceCents} />
        </h2>
        <ol aria-label={text.slots}>
          {deal.slots.map(({ id, name }, place) => {
            const line = chosen[place];
            const product = line && indexOf(menu).products.get(line.productId)?.product;
            return (
              <li key={id}>
                <button
                  type="button"
                  className={styles['slot']}
                  aria-current={place === chosen.length ? 'step' : undefined}
                  disabled={place > chosen.length}
                  onClick={() => onBack(place)}
                >
                  <small>{name}</small>
                  <b>{product === undefined ? '…' : namedAndPacked(product.name).name}</b>
                </button>
              </li>
            );
          })}
        </ol>
        <Key label={text.leave} tone="paper" onPress={onLeave} />
      </div>
      <ProductGrid
        label={slot === undefined ? deal.name : text.choose(slot.name)}
        tiles={tiles}
        counts={NO_COUNTS}
        onPress={press}
      />
    </section>
  );
}

function useDealTiles({
  menu,
  slot,
  sizeId,
  outOf,
}: {
  readonly menu: Menu;
  readonly slot: Deal['slots'][number] | undefined;
  readonly sizeId: string;
  readonly outOf: (line: CartLine) => TileData['unavailable'];
}): TileData[] {
  const text = useText(dealsText);
  const language = useLanguage();
  return useMemo(
    () =>
      (slot?.choices ?? []).flatMap((choice): TileData[] => {
        const line = lineOfChoice(menu, choice, sizeId);
        const product = indexOf(menu).products.get(choice.productId)?.product;
        if (line === undefined || product === undefined) return [];
        const { name, packing } = namedAndPacked(product.name);
        return [
          {
            id: product.id,
            name,
            detail: packing,
            price:
              choice.supplementCents === 0
                ? text.included
                : text.supplement(formatAmount(choice.supplementCents, language)),
            code: product.code,
            unavailable: outOf(line),
            mark: undefined,
          },
        ];
      }),
    [menu, slot, sizeId, outOf, text, language],
  );
}
