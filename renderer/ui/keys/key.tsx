import type { ReactNode } from 'react';

import { classes } from '../classes.ts';
import styles from './key.module.css';

export type KeyTone = 'plain' | 'paper' | 'ink' | 'action' | 'pay' | 'danger' | 'quiet';
export type KeySize = 's' | 'm' | 'l' | 'xl';

/**
 * A key: a native button of the touch kit. `hint` is a second line (a keyboard shortcut, a count).
 * `pay` is only for taking money, `danger` only for confirming what destroys.
 */
export function Key({
  label,
  hint,
  icon,
  tone = 'plain',
  size = 'm',
  wide = false,
  disabled = false,
  shortcut,
  autoFocus = false,
  ariaLabel,
  pressed,
  onPress,
}: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly icon?: ReactNode;
  readonly tone?: KeyTone;
  readonly size?: KeySize;
  readonly wide?: boolean;
  readonly disabled?: boolean;
  /** The key of the keyboard that does the same, at the right edge. */
  readonly shortcut?: string;
  /** Takes the focus when the sheet that holds it opens. */
  readonly autoFocus?: boolean;
  readonly ariaLabel?: string;
  /** Of a key that is on or off. */
  readonly pressed?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      className={classes(
        styles['key'],
        styles[tone],
        styles[`size-${size}`],
        wide && styles['wide'],
      )}
      disabled={disabled}
      aria-label={ariaLabel}
      aria-pressed={pressed}
      data-autofocus={autoFocus ? '' : undefined}
      onClick={() => onPress()}
    >
      {icon}
      <span className={styles['words']}>
        <span className={styles['label']}>{label}</span>
        {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
      </span>
      {shortcut !== undefined && (
        <kbd className={styles['shortcut']} aria-hidden>
          {shortcut}
        </kbd>
      )}
    </button>
  );
}
