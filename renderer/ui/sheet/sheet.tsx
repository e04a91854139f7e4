import { IconX } from '@tabler/icons-react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

import { classes } from '../classes.ts';
import { type Text, useText } from '../settings/settings.tsx';
import { takeCaret } from './caret.ts';
import styles from './sheet.module.css';

const fr = { close: 'Fermer' };
const text: Text<typeof fr> = { fr, en: { close: 'Close' } };

export type SheetSide = 'right' | 'bottom' | 'centre' | 'full';

/**
 * A sheet over the screen: a native modal dialog, which holds the focus and gives it back. Escape,
 * the cross and a press beside it all call `onClose`; render it only while it is open. What has
 * `data-autofocus` inside takes the focus first.
 */
export function Sheet({
  title,
  side = 'right',
  onClose,
  aside,
  children,
}: {
  readonly title: string;
  readonly side?: SheetSide;
  readonly onClose: () => void;
  /** Beside the title: a count, a filter. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const sentences = useText(text);

  // NOTE: in layout, because a dialog gives the focus back only while it is in the page.
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (shown === null) return;
    shown.showModal();
    (shown.querySelector<HTMLElement>('[data-autofocus]') ?? shown).focus();
    return () => {
      shown.close();
      takeCaret(document.activeElement);
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      aria-labelledby={titleId}
      className={classes(styles['sheet'], styles[side])}
      onCancel={(event) => {
        // React lets this event of a sheet above rise to the sheet that holds it.
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles['inside']}>
        <header className={styles['head']}>
          <h2 id={titleId} className={styles['title']}>
            {title}
          </h2>
          {aside}
          <button
            type="button"
            className={styles['close']}
            aria-label={sentences.close}
            onClick={onClose}
          >
            <IconX size="1.75rem" stroke={2} aria-hidden />
          </button>
        </header>
        <div className={styles['body']}>{children}</div>
      </div>
    </dialog>
  );
}
