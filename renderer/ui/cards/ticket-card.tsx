import type { ReactNode } from 'react';

import { classes } from '../classes.ts';
import styles from './ticket-card.module.css';

/** How pressing an order is. The only thing colour says. */
export type Urgency = 'calm' | 'soon' | 'late';

/** An order as a card: a header that carries its urgency, its lines, and one action at the foot. */
export function TicketCard({
  number,
  title,
  subtitle,
  aside,
  asideNote,
  urgency = 'calm',
  label,
  children,
  action,
}: {
  readonly number: ReactNode;
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  /** On the right of the header: time elapsed, an amount. */
  readonly aside?: ReactNode;
  /** The urgency in words, under `aside`. */
  readonly asideNote?: ReactNode;
  readonly urgency?: Urgency;
  readonly label: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <article className={styles['card']} aria-label={label}>
      <header className={classes(styles['head'], styles[urgency])}>
        <span className={styles['number']}>{number}</span>
        <span className={styles['words']}>
          <span className={styles['title']}>{title}</span>
          {subtitle !== undefined && <span className={styles['note']}>{subtitle}</span>}
        </span>
        {aside !== undefined && (
          <span className={classes(styles['words'], styles['end'])}>
            <span className={styles['aside']}>{aside}</span>
            {asideNote !== undefined && <span className={styles['note']}>{asideNote}</span>}
          </span>
        )}
      </header>
      <div className={styles['body']}>{children}</div>
      {action !== undefined && <footer className={styles['foot']}>{action}</footer>}
    </article>
  );
}

/** A line of an order. Sizes follow the type around it: `1em` is the name. */
export function TicketLine({
  quantity,
  name,
  sizeLetter,
  struck = false,
  children,
}: {
  readonly quantity: number;
  readonly name: ReactNode;
  readonly sizeLetter?: string;
  readonly struck?: boolean;
  /** Its signs and its note. */
  readonly children?: ReactNode;
}) {
  return (
    <div className={classes(styles['line'], struck && styles['struck'])}>
      <span className={styles['quantity']}>{quantity}</span>
      <span className={styles['name']}>{name}</span>
      {sizeLetter !== undefined && <span className={styles['size']}>{sizeLetter}</span>}
      {children !== undefined && <span className={styles['signs']}>{children}</span>}
    </div>
  );
}

/** What was done to a recipe: `+ olives` outlined, `SANS oignon` filled and struck. */
export function ChangeSign({
  action,
  name,
  without,
}: {
  readonly action: 'add' | 'remove';
  readonly name: string;
  /** The word before what is taken out: `sans`. */
  readonly without: string;
}) {
  if (action === 'add') return <span className={styles['plus']}>{`+\u00a0${name}`}</span>;
  return (
    <span className={styles['minus']}>
      {without} <s>{name}</s>
    </span>
  );
}
