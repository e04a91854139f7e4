import { type PizzaSpec, type SpecSign, specOf } from '#app/domain/menu/spec.ts';
import type { PricedLine } from '#app/domain/order/events.ts';

import { classes } from '../../ui/classes.ts';
import { HalfDisc } from '../../ui/keys/half-disc.tsx';
import { useLanguage } from '../../ui/settings/settings.tsx';
import styles from './line-signs.module.css';

/** What is not as in the recipe, sign by shape: what is added outlined, what is left out filled and struck. */
export function LineSigns({ line }: { readonly line: PricedLine }) {
  const spec = specOf(line, useLanguage());
  if (!hasSigns(spec)) return null;
  return (
    <span className={styles['signs']}>
      {spec.dough !== undefined && <span className={styles['said']}>{spec.dough}</span>}
      <Signs signs={spec.signs} />
      {spec.parts.map(({ name, signs }, place) =>
        signs.length === 0 ? null : (
          <span key={`${place} ${name}`} className={styles['part']}>
            <HalfDisc side={place === 0 ? 'left' : 'right'} />
            <Signs signs={signs} />
          </span>
        ),
      )}
      {spec.options.map((option) => (
        <span key={option} className={styles['said']}>
          {option}
        </span>
      ))}
      {spec.note !== undefined && <i>{`«\u202f${spec.note}\u202f»`}</i>}
    </span>
  );
}

function hasSigns({ dough, signs, parts, options, note }: PizzaSpec): boolean {
  return (
    dough !== undefined ||
    note !== undefined ||
    signs.length + options.length > 0 ||
    parts.some((part) => part.signs.length > 0)
  );
}

const LOOK: Readonly<Record<SpecSign['kind'], 'plus' | 'minus' | 'said'>> = {
  add: 'plus',
  extra: 'plus',
  swap: 'plus',
  light: 'said',
  remove: 'minus',
};

function Signs({ signs }: { readonly signs: readonly SpecSign[] }) {
  return signs.map((sign) => (
    <span key={sign.text} className={classes(styles['sign'], styles[LOOK[sign.kind]])}>
      <SignWords sign={sign} />
    </span>
  ));
}

/** The name of what is left out is struck, the word before it is not. */
function SignWords({ sign: { kind, text, name } }: { readonly sign: SpecSign }) {
  const said = name.toLocaleLowerCase('fr');
  if (kind !== 'remove') return text.replace(name, said).replace(/ /, '\u00a0');
  return (
    <>
      {text.slice(0, text.length - name.length)}
      <s>{said}</s>
    </>
  );
}
