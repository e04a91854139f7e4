import { IconAlertTriangle, IconCheck, IconHelp, IconRefresh } from '@tabler/icons-react';

import { useText } from '../../ui/settings/settings.tsx';
import { clockText } from '../../ui/time/time-text.ts';
import { setupText } from '../text.ts';
import styles from './detail.module.css';
import type { ListedDevice } from './kinds.tsx';

type Test = NonNullable<ListedDevice['lastTest']>;

const ICONS: Readonly<Record<Test['status'], typeof IconCheck>> = {
  running: IconRefresh,
  ok: IconCheck,
  failed: IconAlertTriangle,
  'in-doubt': IconHelp,
};

/** How the last test ended, and what to do about it. */
export function LastTest({ test }: { readonly test: Test }) {
  const text = useText(setupText);
  const { kind, status, startedAt, sentence, action } = test;
  const Icon = ICONS[status];
  const waiting = kind === 'test-payment' ? text.runningPay : text.running;
  return (
    <div className={styles['test']} data-status={status} role="status" aria-label={text.lastTest}>
      <Icon size="1.5rem" stroke={2.25} aria-hidden />
      <p>
        <b>{status === 'running' ? waiting : sentence}</b>
        {action !== undefined && <span>{action}</span>}
      </p>
      <small>
        {text.tests[kind]} · {clockText(startedAt)}
      </small>
    </div>
  );
}
