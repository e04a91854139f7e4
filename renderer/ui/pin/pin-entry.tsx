import { type Text, useText } from '../settings/settings.tsx';
import { Key } from '../keys/key.tsx';
import { KeyPad } from '../keys/key-pad.tsx';
import styles from './pin-entry.module.css';

/** As the contract has it. */
export const PIN_MIN = 4;
export const PIN_MAX = 8;

const fr = {
  typed: (count: number) => `${count} chiffres tapés`,
};
const text: Text<typeof fr> = {
  fr,
  en: { typed: (count: number) => `${count} digits typed` },
};

/** A PIN on a pad of 20 mm keys. It shows how many digits there are, never which. */
export function PinEntry({
  pin,
  confirm,
  busy = false,
  onPin,
  onConfirm,
}: {
  readonly pin: string;
  /** What the key says: `Entrer`. */
  readonly confirm: string;
  readonly busy?: boolean;
  readonly onPin: (pin: string) => void;
  readonly onConfirm: () => void;
}) {
  const sentences = useText(text);
  return (
    <div className={styles['entry']}>
      <output className={styles['dots']} aria-label={sentences.typed(pin.length)}>
        {Array.from({ length: Math.max(PIN_MIN, pin.length) }, (_, place) => (
          <i key={place} data-typed={place < pin.length} />
        ))}
      </output>
      <KeyPad
        onDigits={(digits) => onPin((pin + digits).slice(0, PIN_MAX))}
        onErase={() => onPin(pin.slice(0, -1))}
      />
      <Key
        label={confirm}
        tone="action"
        size="l"
        wide
        disabled={busy || pin.length < PIN_MIN}
        onPress={onConfirm}
      />
    </div>
  );
}

/** What a key of the keyboard makes of a PIN; undefined for a key that is not for it. */
export function pinAfter(pin: string, key: string): string | undefined {
  if (/^\d$/.test(key)) return (pin + key).slice(0, PIN_MAX);
  return key === 'Backspace' ? pin.slice(0, -1) : undefined;
}
