import { IconKeyboard } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';

import { useText } from '../../ui/settings/settings.tsx';
import { StoreStatusPill } from '../../ui/status/store-status-pill.tsx';
import { Clock } from '../../ui/time/clock.tsx';
import { CodeLine } from '../code-line/code-line.tsx';
import type { CodeLineActs } from '../code-line/use-code-line.ts';
import type { Call } from '../phone/calls.ts';
import { CallCards } from '../phone/call-cards.tsx';
import { useStoreStatus } from '../store-status.tsx';
import { counterText } from '../text.ts';
import styles from './header.module.css';

/** Which store this is, who stands here, the code line, who calls, how it is connected, the time. */
export const Header = memo(function Header({
  client,
  menu,
  calls,
  acts,
  who,
  onAnswer,
  onLegend,
}: {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
  readonly calls: readonly Call[];
  readonly acts: CodeLineActs;
  /** The key of whoever is signed in. */
  readonly who: ReactNode;
  readonly onAnswer: (call: Call) => void;
  readonly onLegend: () => void;
}) {
  return (
    <header className={styles['header']}>
      <StoreName />
      {who}
      <CodeLine client={client} menu={menu} acts={acts} />
      <CallCards calls={calls} onAnswer={onAnswer} />
      {calls.length === 0 && <LegendKey onPress={onLegend} />}
      <Pill />
      <Clock />
    </header>
  );
});

function StoreName() {
  const { status } = useStoreStatus();
  return (
    <span className={styles['store']}>
      <i className={styles['mark']} aria-hidden />
      <span>{shortName(status?.storeName)}</span>
    </span>
  );
}

function Pill() {
  return <StoreStatusPill {...useStoreStatus()} />;
}

/** Between two calls; `?` does the same. */
function LegendKey({ onPress }: { readonly onPress: () => void }) {
  const text = useText(counterText);
  return (
    <button type="button" className={styles['legend']} aria-label={text.legend} onClick={onPress}>
      <IconKeyboard size="1.5rem" stroke={1.75} aria-hidden />
      <kbd aria-hidden>?</kbd>
    </button>
  );
}

/** Everybody here knows which chain this is: `OC Pizza Lyon 3` is Lyon 3. */
function shortName(storeName = 'OC Pizza'): string {
  return storeName.replace(/^OC Pizza (?=.)/, '');
}
