import { allocate, formatEuros } from '#app/lib/money.ts';

import { Key } from '../../../ui/keys/key.tsx';
import { useLanguage, useText } from '../../../ui/settings/settings.tsx';
import { SHARES_MAX } from '../split/split.ts';
import { Panel } from './panel.tsx';
import styles from './panel.module.css';
import { panelText } from './text.ts';

const COUNTS = Array.from({ length: SHARES_MAX - 1 }, (_, place) => place + 2);

/** Between how many people; each key says what one of them pays. */
export function SharesPanel({
  dueCents,
  onChoose,
  onBack,
}: {
  readonly dueCents: number;
  readonly onChoose: (count: number) => void;
  readonly onBack: () => void;
}) {
  const text = useText(panelText);
  const language = useLanguage();
  const choose = (digit: string) => {
    const count = Number(digit);
    if (COUNTS.includes(count) && dueCents >= count) onChoose(count);
  };
  return (
    <Panel title={text.sharesTitle} keys={{ digits: choose }} onBack={onBack}>
      <div className={styles['shares']}>
        {COUNTS.map((count) => {
          const first = allocate(dueCents, new Array<number>(count).fill(1))[0] ?? dueCents;
          return (
            <Key
              key={count}
              label={`÷${count}`}
              hint={formatEuros(first, language)}
              size="l"
              disabled={dueCents < count}
              onPress={() => onChoose(count)}
            />
          );
        })}
      </div>
    </Panel>
  );
}
