import styles from './customer-form.module.css';

/** A field of the sheet, with its label beside it. */
export function Field({
  label,
  value,
  hint,
  mode = 'text',
  isFirst = false,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly mode?: 'text' | 'tel' | 'numeric';
  readonly isFirst?: boolean;
  readonly onChange: (value: string) => void;
}) {
  return (
    <label className={styles['field']}>
      <span>{label}</span>
      <input
        className={styles['input']}
        value={value}
        placeholder={hint}
        inputMode={mode}
        autoComplete="off"
        maxLength={80}
        autoFocus={isFirst}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}
