import type { ReactNode } from 'react';

import { classes } from '../classes.ts';
import styles from './bump-button.module.css';

/** The one action of a kitchen ticket, as wide as the card. `outline` is the step that asks less. */
export function BumpButton({
  label,
  ariaLabel,
  tone = 'solid',
  disabled = false,
  onPress,
}: {
  readonly label: ReactNode;
  /** With the number of the order, since every card has the same word. */
  readonly ariaLabel: string;
  readonly tone?: 'solid' | 'outline';
  readonly disabled?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      className={classes(styles['bump'], styles[tone])}
      aria-label={ariaLabel}
      disabled={disabled}
      onClick={() => onPress()}
    >
      {label}
    </button>
  );
}
