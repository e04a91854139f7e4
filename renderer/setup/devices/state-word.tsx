import { IconAlertTriangle, IconCheck, IconHelp, IconRefresh } from '@tabler/icons-react';

import { useText } from '../../ui/settings/settings.tsx';
import { setupText } from '../text.ts';
import styles from './devices.module.css';
import type { ListedDevice } from './kinds.tsx';

type Status = ListedDevice['state']['status'];

const ICONS: Readonly<Record<Status, typeof IconCheck>> = {
  ready: IconCheck,
  busy: IconRefresh,
  trouble: IconAlertTriangle,
  unknown: IconHelp,
};

/** A state as icon, word and colour: never by colour alone. */
export function StateWord({ status }: { readonly status: Status }) {
  const text = useText(setupText);
  const Icon = ICONS[status];
  return (
    <span className={styles['state']} data-status={status}>
      <Icon size="1.125rem" stroke={2.25} aria-hidden />
      {text.states[status]}
    </span>
  );
}
