import { LanguageKeys, ThemeKeys } from '../../ui/settings/settings-keys.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import styles from './settings-sheet.module.css';
import { keyboardText } from './keyboard-text.ts';
import { counterText } from '../text.ts';

/** Language, display, and what the keyboard can do. */
export function SettingsSheet({ onClose }: { readonly onClose: () => void }) {
  const text = useText(counterText);
  const keys = useText(keyboardText);
  return (
    <Sheet title={text.settings} onClose={onClose}>
      <div className={styles['settings']}>
        <LanguageKeys />
        <ThemeKeys />
        <section>
          <h3>{text.keyboard}</h3>
          <dl className={styles['legend']}>
            {keys.map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Sheet>
  );
}
