import { useMemo } from 'react';

import type { Menu } from '#app/domain/menu.ts';

import { type HalfSide, HalfPicker } from '../../ui/halves/half-picker.tsx';
import { Key } from '../../ui/keys/key.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { ProductGrid } from '../grid/product-grid.tsx';
import type { TileData } from '../grid/tiles.ts';
import { type Halves, halfChosen, nameOf, splittableIn } from './halves.ts';
import styles from './halves-panel.module.css';
import { halvesText } from './text.ts';

const NO_COUNTS: ReadonlyMap<string, number> = new Map();

/**
 * Two presses on the grid make a pizza of two halves: the left one, then the right one. The disc
 * shows which is being chosen; the pizzas that cannot be halved are not on the grid.
 */
export function HalvesPanel({
  menu,
  sizeId,
  tiles,
  halves,
  onHalves,
  onBoth,
  onLeave,
}: {
  readonly menu: Menu;
  readonly sizeId: string;
  /** Of the category, without those that cannot be halved. */
  readonly tiles: readonly TileData[];
  readonly halves: Halves;
  readonly onHalves: (halves: Halves) => void;
  readonly onBoth: (leftId: string, rightId: string) => void;
  readonly onLeave: () => void;
}) {
  const text = useText(halvesText);
  const { leftId, rightId, side: active } = halves;
  const choices = useMemo(
    () => splittableIn(menu, sizeId).map(({ id, name }) => ({ id, name })),
    [menu, sizeId],
  );
  const choose = (side: HalfSide, id: string) => {
    const next = halfChosen(halves, side, id);
    if (next.leftId !== undefined && next.rightId !== undefined) onBoth(next.leftId, next.rightId);
    else onHalves(next);
  };
  return (
    <section className={styles['panel']} aria-label={text.title}>
      <div className={styles['top']}>
        <HalfPicker
          left={leftId}
          right={rightId}
          active={active}
          choices={choices}
          onActive={(side) => onHalves({ leftId, rightId, side })}
          onChoose={choose}
        />
        <Words menu={menu} leftId={leftId} onLeave={onLeave} />
      </div>
      {tiles.length === 0 ? (
        <p className={styles['none']}>{text.noneHere}</p>
      ) : (
        <ProductGrid
          label={text.splittable}
          tiles={tiles}
          counts={NO_COUNTS}
          isShort
          onPress={(id) => choose(active, id)}
        />
      )}
    </section>
  );
}

/** What to do next, and how such a pizza is priced. */
function Words({
  menu,
  leftId,
  onLeave,
}: {
  readonly menu: Menu;
  readonly leftId: string | undefined;
  readonly onLeave: () => void;
}) {
  const text = useText(halvesText);
  return (
    <div className={styles['words']}>
      <h2>{text.title}</h2>
      <p className={styles['hint']} role="status">
        {leftId === undefined ? text.hintLeft : text.hintRight(nameOf(menu, leftId))}
      </p>
      <p className={styles['policy']}>{text.policy[menu.parts.policy]}</p>
      <p className={styles['extras']}>{text.extras[menu.parts.extras]}</p>
      <Key label={text.leave} shortcut={text.leaveKey} tone="paper" onPress={onLeave} />
    </div>
  );
}
