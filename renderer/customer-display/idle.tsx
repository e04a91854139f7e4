import { useText } from '../ui/settings/settings.tsx';
import styles from './display.module.css';
import { displayText } from './text.ts';

/** Between two customers: the name of the shop, and what it offers at this hour. Nothing moves. */
export function Idle({
  storeName,
  promotions,
}: {
  readonly storeName: string;
  readonly promotions: readonly string[];
}) {
  const text = useText(displayText);
  return (
    <div className={styles['idle']}>
      <section className={styles['hello']}>
        <i className={styles['mark']} aria-hidden />
        <p className={styles['welcome']}>{text.welcome}</p>
        <p className={styles['store']}>{storeName}</p>
      </section>
      {promotions.length > 0 && (
        <section className={styles['offers']}>
          <h2>{text.promotions}</h2>
          <ul>
            {promotions.map((promotion) => (
              <li key={promotion}>{promotion}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
