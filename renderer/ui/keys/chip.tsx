import type { ReactNode } from 'react';

import { classes } from '../classes.ts';
import styles from './chip.module.css';

/** A small key that is on or off, or that acts once when `pressed` is not given. */
export function Chip({
  label,
  hint,
  pressed,
  sign,
  ariaLabel,
  disabled = false,
  onPress,
}: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly pressed?: boolean;
  /** Shape says what was done to an ingredient: `remove` filled and struck, `add` outlined thick. */
  readonly sign?: 'add' | 'remove';
  readonly ariaLabel?: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      className={classes(styles['chip'], pressed === true && styles['on'], sign && styles[sign])}
      aria-pressed={pressed}
      aria-label={ariaLabel}
      disabled={disabled}
      onClick={() => onPress()}
    >
      <span className={styles['label']}>{label}</span>
      {hint !== undefined && <small className={styles['hint']}>{hint}</small>}
    </button>
  );
}
