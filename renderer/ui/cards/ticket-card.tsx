import type { ReactNode } from 'react';

import type { PizzaSpec, SpecSign } from '#app/domain/menu/spec.ts';

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

/**
 * What is not as in the recipe, of the whole and of each half: what is added outlined, what is left
 * out filled and struck. `isLoud` for a kitchen, where nobody may read over it: `SANS oignon`.
 */
export function SpecSigns({
  spec,
  isLoud = false,
}: {
  readonly spec: PizzaSpec;
  readonly isLoud?: boolean;
}) {
  return (
    <>
      {spec.dough !== undefined && <span className={styles['plus']}>{spec.dough}</span>}
      {spec.parts.flatMap(({ fraction, name, signs }, part) =>
        signs.map((sign) => (
          <span key={`${part} ${sign.text}`}>
            {`${fraction} ${name}\u00a0`}
            <ChangeSign sign={sign} isLoud={isLoud} />
          </span>
        )),
      )}
      {spec.signs.map((sign) => (
        <ChangeSign key={sign.text} sign={sign} isLoud={isLoud} />
      ))}
      {spec.options.map((option) => (
        <span key={option} className={styles['plus']}>
          {option}
        </span>
      ))}
    </>
  );
}

/** One of them: `+ Olives`, `SANS oignon`. */
export function ChangeSign({
  sign,
  isLoud,
}: {
  readonly sign: SpecSign;
  readonly isLoud: boolean;
}) {
  const { word, rest } = wordsOf(sign, isLoud);
  if (sign.kind === 'remove') {
    return (
      <span className={styles['minus']}>
        {word} <s>{rest}</s>
      </span>
    );
  }
  return <span className={styles['plus']}>{`${word}\u00a0${rest}`}</span>;
}

function wordsOf(sign: SpecSign, isLoud: boolean): { word: string; rest: string } {
  const cut = sign.text.indexOf(' ');
  const word = sign.text.slice(0, cut);
  const rest = sign.text.slice(cut + 1);
  const isNamed = sign.outName === undefined;
  return { word: isLoud && isNamed ? word.toLocaleUpperCase('fr') : word, rest };
}
