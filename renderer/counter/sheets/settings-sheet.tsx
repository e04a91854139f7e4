import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { LanguageKeys, ThemeKeys } from '../../ui/settings/settings-keys.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { counterText } from '../text.ts';
import { KeyboardLegend } from './keyboard-legend.tsx';
import { SessionKeys } from './session-keys.tsx';
import styles from './settings-sheet.module.css';

/** Language, display, and what the keyboard can do. */
export function SettingsSheet({
  client,
  onClose,
}: {
  readonly client: Client<StoreContract>;
  readonly onClose: () => void;
}) {
  const text = useText(counterText);
  return (
    <Sheet title={text.settings} onClose={onClose}>
      <div className={styles['settings']}>
        <SessionKeys client={client} onClose={onClose} />
        <LanguageKeys />
        <ThemeKeys />
        <section>
          <h3>{text.keyboard}</h3>
          <KeyboardLegend />
        </section>
      </div>
    </Sheet>
  );
}
