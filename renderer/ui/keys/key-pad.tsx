import { IconBackspace } from '@tabler/icons-react';

import { type Text, useText } from '../settings/settings.tsx';
import styles from './key-pad.module.css';

const fr = { pad: 'Pavé numérique', erase: 'Effacer le dernier chiffre' };
const text: Text<typeof fr> = { fr, en: { pad: 'Number pad', erase: 'Erase the last digit' } };

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '00', '0'] as const;

/** Digits as on a telephone, with `00` and an eraser. It says what was pressed and keeps nothing. */
export function KeyPad({
  onDigits,
  onErase,
}: {
  readonly onDigits: (digits: string) => void;
  readonly onErase: () => void;
}) {
  const sentences = useText(text);
  return (
    <div role="group" aria-label={sentences.pad} className={styles['pad']}>
      {KEYS.map((digits) => (
        <button
          key={digits}
          type="button"
          className={styles['key']}
          onClick={() => onDigits(digits)}
        >
          {digits}
        </button>
      ))}
      <button
        type="button"
        className={styles['key']}
        aria-label={sentences.erase}
        onClick={onErase}
      >
        <IconBackspace size="1.75rem" stroke={1.75} aria-hidden />
      </button>
    </div>
  );
}
