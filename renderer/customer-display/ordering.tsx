import { useEffect, useRef } from 'react';

import { Money } from '../ui/money.tsx';
import { useText } from '../ui/settings/settings.tsx';
import styles from './display.module.css';
import type { Shown } from './display-screen.tsx';
import { displayText } from './text.ts';

/** From here on an amount has a digit more than the panel was made for. */
const LONG_CENTS = 100_000;

/** The lines as they are typed, the newest always in sight, and what they come to. */
export function Ordering({ shown }: { readonly shown: Shown }) {
  const text = useText(displayText);
  const { lines, discounts, totalCents, dueCents } = shown;
  const cents = shown.stage === 'paying' ? dueCents : totalCents;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [lines]);
  return (
    <div className={styles['order']}>
      <section className={styles['typed']}>
        <h2 aria-hidden>{text.title}</h2>
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
      </section>
      <aside className={styles['sum']}>
        {discounts.length > 0 && <Discounts discounts={discounts} />}
        <p className={styles['label']}>{shown.stage === 'paying' ? text.due : text.total}</p>
        <p className={styles['total']} data-long={cents >= LONG_CENTS}>
          <Money cents={cents} />
        </p>
      </aside>
    </div>
  );
}

/** What was taken off, by name; what two promotions of one name took is one row. */
function Discounts({ discounts }: Pick<Shown, 'discounts'>) {
  const text = useText(displayText);
  const totals = new Map<string, number>();
  for (const { name, cents } of discounts) totals.set(name, (totals.get(name) ?? 0) + cents);
  return (
    <div className={styles['discounts']}>
      <h2>{text.discounts}</h2>
      <dl>
        {[...totals].map(([name, cents]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Money cents={0 - cents} withSign={false} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
