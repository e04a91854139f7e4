import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { counterText } from '../text.ts';
import { keyboardText } from './keyboard-text.ts';
import styles from './settings-sheet.module.css';

/** What every key of the keyboard does, on one page. */
export function LegendSheet({ onClose }: { readonly onClose: () => void }) {
  const text = useText(counterText);
  return (
    <Sheet title={text.legend} side="centre" onClose={onClose}>
      <div className={styles['wide']}>
        <KeyboardLegend />
      </div>
    </Sheet>
  );
}

export function KeyboardLegend() {
  const keys = useText(keyboardText);
  return (
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
  );
}
