import type { PricedLine } from '#app/domain/order/events.ts';

import { HalfDisc } from '../../ui/keys/half-disc.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { counterText } from '../text.ts';
import styles from './line-signs.module.css';

type Changes = PricedLine['changes'];

/** What was changed in a line, sign by shape: `+` outlined, `SANS` filled and struck. */
export function LineSigns({ line }: { readonly line: PricedLine }) {
  const { dough, changes, parts = [], options = [], note } = line;
  const hasSigns =
    dough !== undefined ||
    changes.length > 0 ||
    options.length > 0 ||
    note !== undefined ||
    parts.some((part) => part.changes.length > 0);
  if (!hasSigns) return null;
  return (
    <span className={styles['signs']}>
      {dough !== undefined && <span className={styles['said']}>{dough.name.toLowerCase()}</span>}
      <ChangeSigns changes={changes} />
      {parts.map((part, place) =>
        part.changes.length === 0 ? null : (
          <span key={part.productId} className={styles['part']}>
            <HalfDisc side={place === 0 ? 'left' : 'right'} />
            <ChangeSigns changes={part.changes} />
          </span>
        ),
      )}
      {options.map((option) => (
        <span key={`${option.groupId} ${option.optionId}`} className={styles['said']}>
          {option.quantity > 1 && `${option.quantity}\u00a0× `}
          {option.name.toLowerCase()}
        </span>
      ))}
      {note !== undefined && <i>{`«\u202f${note}\u202f»`}</i>}
    </span>
  );
}

function ChangeSigns({ changes }: { readonly changes: Changes }) {
  return changes.map((change) => (
    <ChangeSign key={`${change.action} ${change.ingredientId}`} change={change} />
  ));
}

function ChangeSign({ change }: { readonly change: Changes[number] }) {
  const text = useText(counterText);
  const name = change.name.toLowerCase();
  switch (change.action) {
    case 'remove':
      return (
        <span className={styles['minus']}>
          {text.without} <s>{name}</s>
        </span>
      );
    case 'swap':
      return (
        <>
          <span className={styles['minus']}>
            {text.without} <s>{name}</s>
          </span>
          <span className={styles['plus']}>{`→\u00a0${change.withName?.toLowerCase() ?? ''}`}</span>
        </>
      );
    case 'light':
      return <span className={styles['said']}>{`${text.light} ${name}`}</span>;
    case 'extra':
      return <span className={styles['plus']}>{`++\u00a0${name}`}</span>;
    default:
      return <span className={styles['plus']}>{`+\u00a0${name}`}</span>;
  }
}
