import { memo } from 'react';

import { classes } from '../classes.ts';
import styles from './tile.module.css';

export type TileProps = {
  readonly id: string;
  readonly name: string;
  /** Smaller, under the name: how a drink is packed. */
  readonly detail?: string | undefined;
  /** What it costs, already written: `11,90`. */
  readonly price: string;
  /** Three letters for the code line, in the corner. */
  readonly code: string;
  /** Instead of the price: `Rupture`. The tile is then hatched; a press asks why. */
  readonly unavailable?: string | undefined;
  /** Allergens to tell, hatched: `poisson`. */
  readonly mark?: string | undefined;
  /** How many of it are in the ticket; takes the place of the code. */
  readonly count?: number;
  /** The same function at every render, or every tile renders again. */
  readonly onPress: (id: string) => void;
};

/** Letters that three lines of a tile surely hold. */
const LONG_NAME = 36;

/** A product of the grid. Memoised: a press renders the ticket, not the grid. */
export const Tile = memo(function Tile({
  id,
  name,
  detail,
  price,
  code,
  unavailable,
  mark,
  count = 0,
  onPress,
}: TileProps) {
  return (
    <button
      type="button"
      className={classes(
        styles['tile'],
        name.length > LONG_NAME && styles['long'],
        unavailable !== undefined && styles['off'],
      )}
      aria-disabled={unavailable !== undefined}
      onClick={() => onPress(id)}
    >
      <span className={styles['name']}>
        {name}
        {detail !== undefined && <small className={styles['detail']}> {detail}</small>}
        {mark !== undefined && <small className={styles['mark']}> {mark}</small>}
      </span>{' '}
      <span className={styles['foot']}>
        <span>{unavailable ?? price}</span>{' '}
        {count > 0 ? (
          <span className={styles['count']}>{count}</span>
        ) : (
          unavailable === undefined && <span className={styles['code']}>{code}</span>
        )}
      </span>
    </button>
  );
});
