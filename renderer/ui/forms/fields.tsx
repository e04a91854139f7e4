import '@mantine/core/styles/ActionIcon.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/Loader.css';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/UnstyledButton.css';
import { Button, PasswordInput, TextInput } from '@mantine/core';

import styles from './fields.module.css';
import { StandardControls } from './standard-controls.tsx';

type FieldProps = {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete?: string;
  /** The sentence of a refusal, under the field. */
  readonly error?: string;
  readonly autoFocus?: boolean;
};

/** A line of text with its label. */
export function TextField({ onChange, autoFocus = false, ...field }: FieldProps) {
  return (
    <StandardControls>
      <TextInput
        {...field}
        size="md"
        {...(autoFocus ? { 'data-autofocus': true, autoFocus: true } : {})}
        classNames={{ input: styles['input'] ?? '', label: styles['label'] ?? '' }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </StandardControls>
  );
}

/** A password with a key that shows it; `revealLabel` names that key. */
export function PasswordField({
  onChange,
  autoFocus = false,
  revealLabel,
  ...field
}: FieldProps & { readonly revealLabel: string }) {
  return (
    <StandardControls>
      <PasswordInput
        {...field}
        size="md"
        {...(autoFocus ? { 'data-autofocus': true, autoFocus: true } : {})}
        classNames={{
          input: styles['input'] ?? '',
          innerInput: styles['inner'] ?? '',
          label: styles['label'] ?? '',
        }}
        visibilityToggleButtonProps={{ 'aria-label': revealLabel }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </StandardControls>
  );
}

/** Sends a form. While `busy` it keeps its size and takes no second press. */
export function SubmitButton({
  label,
  busy = false,
}: {
  readonly label: string;
  readonly busy?: boolean;
}) {
  return (
    <StandardControls>
      <Button
        type="submit"
        size="md"
        fullWidth
        loading={busy}
        classNames={{ root: styles['submit'] ?? '' }}
      >
        {label}
      </Button>
    </StandardControls>
  );
}
