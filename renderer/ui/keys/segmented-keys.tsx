import type { ReactNode } from 'react';

import { classes } from '../classes.ts';
import styles from './segmented-keys.module.css';

export type SegmentedOption<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
};

/** One choice among a few, side by side (or one above the other). The chosen one is pressed. */
export function SegmentedKeys<Value extends string>({
  label,
  options,
  value,
  onChange,
  look = 'filled',
  direction = 'row',
}: {
  readonly label: string;
  readonly options: readonly SegmentedOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** `outlined` marks the choice by a thick border, for sizes above a grid. */
  readonly look?: 'filled' | 'outlined';
  readonly direction?: 'row' | 'column';
}) {
  return (
    <div role="group" aria-label={label} className={classes(styles['group'], styles[direction])}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          className={classes(styles['option'], styles[look])}
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.hint !== undefined && <small className={styles['hint']}>{option.hint}</small>}
        </button>
      ))}
    </div>
  );
}
