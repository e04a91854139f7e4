import { IconSettings } from '@tabler/icons-react';
import { memo } from 'react';

import type { Menu } from '#app/domain/menu.ts';
import type { CartLine } from '#app/domain/order/events.ts';

import { useText } from '../../ui/settings/settings.tsx';
import { StoreStatusPill } from '../../ui/status/store-status-pill.tsx';
import { Clock } from '../../ui/time/clock.tsx';
import { CodeLine } from '../code-line/code-line.tsx';
import styles from './header.module.css';
import { useStoreStatus } from '../store-status.tsx';
import { counterText } from '../text.ts';

/** Which store this is, the code line, how it is connected, and the time. */
export const Header = memo(function Header({
  menu,
  onAdd,
  onOrder,
  onSettings,
}: {
  readonly menu: Menu;
  readonly onAdd: (line: CartLine) => void;
  readonly onOrder: (number: string) => void;
  readonly onSettings: () => void;
}) {
  const text = useText(counterText);
  return (
    <header className={styles['header']}>
      <StoreName />
      <button
        type="button"
        className={styles['who']}
        aria-label={`${text.till}, ${text.settings}`}
        onClick={onSettings}
      >
        <IconSettings size="1.25rem" stroke={1.75} aria-hidden />
        <span>{text.till}</span>
      </button>
      <CodeLine menu={menu} onAdd={onAdd} onOrder={onOrder} />
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
      <span>{status?.storeName ?? 'OC Pizza'}</span>
    </span>
  );
}

function Pill() {
  return <StoreStatusPill {...useStoreStatus()} />;
}
