import { useEffect, useRef } from 'react';

import { Money } from '../ui/money.tsx';
import { useText } from '../ui/settings/settings.tsx';
import styles from './display.module.css';
import type { Shown } from './display-screen.tsx';
import { displayText } from './text.ts';

/** The lines as they are typed, the newest always in sight, and what they come to. */
export function Ordering({ shown }: { readonly shown: Shown }) {
  const text = useText(displayText);
  const { lines, discounts, totalCents, dueCents } = shown;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [lines.length]);
  return (
    <div className={styles['order']}>
      {/* Scrolled by the till, and by whoever can reach it with a keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable. */}
      <ol ref={list} className={styles['lines']} tabIndex={0} aria-label={text.title}>
        {lines.map((line, place) => (
          <li key={place} className={styles['line']}>
            <span className={styles['quantity']}>{line.quantity}</span>
            <span className={styles['what']}>
              <b>{line.text}</b>
              {line.detail.map((detail) => (
                <small key={detail}>{detail}</small>
              ))}
            </span>
            <Money cents={line.grossCents} withSign={false} />
          </li>
        ))}
      </ol>
      <aside className={styles['sum']}>
        {discounts.length > 0 && (
          <dl className={styles['discounts']}>
            {discounts.map(({ name, cents }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <Money cents={0 - cents} withSign={false} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        <p className={styles['label']}>{dueCents === totalCents ? text.total : text.due}</p>
        <p className={styles['total']}>
          <Money cents={shown.stage === 'paying' ? dueCents : totalCents} />
        </p>
      </aside>
    </div>
  );
}
