import { memo } from 'react';

import { Tile } from '../../ui/cards/tile.tsx';
import { classes } from '../../ui/classes.ts';
import styles from './product-grid.module.css';
import type { TileData } from './tiles.ts';

/** As many as fit four columns and six rows of a small screen. */
const FEW = 24;

/** What can be pressed, in the order of the menu: the hand learns where it is. */
export const ProductGrid = memo(function ProductGrid({
  label,
  tiles,
  counts,
  isShort = false,
  onPress,
}: {
  readonly label: string;
  readonly tiles: readonly TileData[];
  readonly counts: ReadonlyMap<string, number>;
  /** Beside something else: three rows instead of five. */
  readonly isShort?: boolean;
  readonly onPress: (id: string) => void;
}) {
  return (
    <div
      role="group"
      aria-label={label}
      className={classes(
        styles['grid'],
        isShort && styles['short'],
        tiles.length > FEW && styles['many'],
      )}
    >
      {tiles.map(({ id, name, detail, price, code, unavailable, mark }) => (
        <Tile
          key={id}
          id={id}
          name={name}
          detail={detail}
          price={price}
          code={code}
          mark={mark}
          unavailable={unavailable?.word}
          count={counts.get(id) ?? 0}
          onPress={onPress}
        />
      ))}
    </div>
  );
});
