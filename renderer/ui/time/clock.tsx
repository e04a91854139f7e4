import styles from './clock.module.css';
import { useNow } from './now.tsx';
import { clockText, durationText } from './time-text.ts';

/** The time of day, `19:42`. */
export function Clock() {
  const now = useNow(60_000);
  return (
    <time className={styles['clock']} dateTime={new Date(now).toISOString()}>
      {clockText(now)}
    </time>
  );
}

/** How long ago an instant is, `06:12`, running. `since` as ISO 8601. */
export function Elapsed({ since }: { readonly since: string }) {
  const now = useNow(1_000);
  return <span>{durationText(now - Date.parse(since))}</span>;
}
