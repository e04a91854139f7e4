import { Money } from '../ui/money.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { useText } from '../ui/settings/settings.tsx';
import styles from './display.module.css';
import type { Shown } from './display-screen.tsx';
import { displayText } from './text.ts';

/** Once paid: the change, large, and the receipt as a code to scan. */
export function Paid({ shown }: { readonly shown: Shown }) {
  const text = useText(displayText);
  const { changeCents = 0, receiptUrl } = shown;
  return (
    <div className={styles['paid']}>
      <section>
        {changeCents > 0 && (
          <>
            <p className={styles['label']}>{text.change}</p>
            <p className={styles['total']}>
              <Money cents={changeCents} />
            </p>
          </>
        )}
        <p className={styles['thanks']}>{text.thanks}</p>
      </section>
      {receiptUrl !== undefined && (
        <figure className={styles['code']}>
          <QrCode data={receiptUrl} label={text.scan} />
          <figcaption>
            <b>{text.scan}</b>
            <span>{text.scanHow}</span>
          </figcaption>
        </figure>
      )}
    </div>
  );
}
