import { useText } from '../../ui/settings/settings.tsx';
import { useSession } from '../../ui/session/session.tsx';
import { counterText } from '../text.ts';
import styles from './header.module.css';

/** Who is signed in; a press shows what belongs to them: their language, the lock, another person. */
export function WhoKey({ onPress }: { readonly onPress: () => void }) {
  const text = useText(counterText);
  const { session } = useSession();
  return (
    <button type="button" className={styles['who']} onClick={onPress}>
      <b aria-hidden>{session.firstName.slice(0, 1)}</b>
      <span className={styles['first']}>{session.firstName}</span>
      <span className="visually-hidden">, {text.settings}</span>
    </button>
  );
}
