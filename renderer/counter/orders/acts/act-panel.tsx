import type { ReactNode } from 'react';

import { Chip } from '../../../ui/keys/chip.tsx';
import { Key } from '../../../ui/keys/key.tsx';
import { useText } from '../../../ui/settings/settings.tsx';
import styles from './acts.module.css';
import { actsText } from './text.ts';

/** As long as a `Sentence` of the contract may be. */
const REASON_MAX = 200;

/** One thing that is done to an order, in place of its details. */
export function ActPanel({
  title,
  refusal,
  confirm,
  leaveLabel,
  onLeave,
  children,
}: {
  readonly title: string;
  readonly refusal?: string | undefined;
  readonly confirm?: ReactNode;
  readonly leaveLabel?: string;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}) {
  const text = useText(actsText);
  return (
    <section className={styles['act']} aria-label={title}>
      <h3>{title}</h3>
      {children}
      {refusal !== undefined && (
        <p role="alert" className={styles['refusal']}>
          {refusal}
        </p>
      )}
      <div className={styles['last']}>
        {confirm}
        <Key label={leaveLabel ?? text.back} tone="paper" wide onPress={onLeave} />
      </div>
    </section>
  );
}

/** Why: on keys, or in own words. */
export function Reasons({
  known,
  label,
  reason,
  onReason,
}: {
  readonly known: readonly string[];
  readonly label: string;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}) {
  const text = useText(actsText);
  return (
    <>
      <div role="group" aria-label={label} className={styles['reasons']}>
        {known.map((one) => (
          <Chip key={one} label={one} pressed={one === reason} onPress={() => onReason(one)} />
        ))}
      </div>
      <input
        className={styles['input']}
        aria-label={label}
        placeholder={text.otherReason}
        maxLength={REASON_MAX}
        value={reason}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
    </>
  );
}
