import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Input.css';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';

import styles from './choices.module.css';
import { StandardControls } from './standard-controls.tsx';

/** One of a list that is too long to show. */
export function SelectField<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}) {
  return (
    <StandardControls>
      <NativeSelect
        label={label}
        size="md"
        value={value}
        data={options.map((option) => ({ ...option }))}
        classNames={{ input: styles['choice'] ?? '', label: styles['label'] ?? '' }}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      />
    </StandardControls>
  );
}

/** A whole number, typed as digits. */
export function NumberField({
  label,
  value,
  onChange,
  error,
}: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly error?: string;
}) {
  return (
    <StandardControls>
      <TextInput
        label={label}
        size="md"
        value={value === 0 ? '' : String(value)}
        inputMode="numeric"
        error={error}
        classNames={{ input: styles['choice'] ?? '', label: styles['label'] ?? '' }}
        onChange={(event) =>
          onChange(Number(event.currentTarget.value.replace(/\D/g, '').slice(0, 6)))
        }
      />
    </StandardControls>
  );
}

/** Yes or no. */
export function CheckField({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <StandardControls>
      <Checkbox
        label={label}
        size="md"
        checked={checked}
        classNames={{ root: styles['check'] ?? '', input: styles['box'] ?? '' }}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </StandardControls>
  );
}
