import { useId } from 'react';

import styles from './papers.module.css';

/** A labelled line of text; keys typed in it stay in it. */
export function PaperField({
  label,
  value,
  maxLength,
  type = 'text',
  trouble,
  autoFocus = false,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly type?: 'text' | 'email';
  /** What is wrong with it. */
  readonly trouble?: string | undefined;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
}) {
  const troubleId = useId();
  return (
    <label className={styles['field']}>
      <span>{label}</span>
      <input
        type={type}
        autoComplete="off"
        maxLength={maxLength}
        value={value}
        data-autofocus={autoFocus ? '' : undefined}
        aria-invalid={trouble !== undefined}
        aria-describedby={trouble === undefined ? undefined : troubleId}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') event.stopPropagation();
        }}
      />
      {trouble !== undefined && (
        <span id={troubleId} role="alert">
          {trouble}
        </span>
      )}
    </label>
  );
}
