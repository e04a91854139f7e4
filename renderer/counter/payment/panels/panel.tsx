import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { Key } from '../../../ui/keys/key.tsx';
import { useText } from '../../../ui/settings/settings.tsx';
import styles from './panel.module.css';
import { type PanelKeys, usePanelKeys } from './panel-keys.ts';
import { panelText } from './text.ts';

const NO_KEYS: PanelKeys = {};

/** One way of paying that asks for more, in place of the pad. */
export function Panel({
  title,
  hint,
  confirm,
  keys = NO_KEYS,
  onBack,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  /** The key that takes the money. */
  readonly confirm?: ReactNode;
  readonly keys?: PanelKeys;
  readonly onBack: () => void;
  readonly children?: ReactNode;
}) {
  const text = useText(panelText);
  const root = usePanelKeys(keys, onBack);
  return (
    <section ref={root} tabIndex={-1} className={styles['panel']} aria-label={title}>
      <h3>{title}</h3>
      {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
      {children}
      <div className={styles['last']}>
        <Key
          label={text.backShort}
          ariaLabel={text.back}
          icon={<IconArrowLeft size="1.25rem" aria-hidden />}
          tone="paper"
          onPress={onBack}
        />
        {confirm}
      </div>
    </section>
  );
}

/** A line of text under a thumb: a code, a number, a reason. */
export function PanelInput({
  label,
  value,
  maxLength,
  autoFocus = false,
  onChange,
  onEnter,
}: {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
  readonly onEnter?: () => void;
}) {
  return (
    <input
      className={styles['input']}
      aria-label={label}
      placeholder={label}
      maxLength={maxLength}
      value={value}
      ref={autoFocus ? takeFocus : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') event.stopPropagation();
        if (event.key === 'Enter') onEnter?.();
      }}
    />
  );
}

/** The panel was opened to type this. */
function takeFocus(field: HTMLInputElement | null): void {
  field?.focus();
}
