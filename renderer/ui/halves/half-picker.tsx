import { type Text, useText } from '../settings/settings.tsx';
import styles from './half-picker.module.css';

export type HalfSide = 'left' | 'right';
export type HalfChoice = { readonly id: string; readonly name: string };

const fr = {
  left: 'Moitié gauche',
  right: 'Moitié droite',
  empty: 'à choisir',
  group: 'Les deux moitiés',
};
const text: Text<typeof fr> = {
  fr,
  en: { left: 'Left half', right: 'Right half', empty: 'to be chosen', group: 'The two halves' },
};

/**
 * A pizza of two halves, seen from above: a press on a half makes it the one that the next choice is
 * for, outlined and named. The same choices stand in two radio groups for keyboard and screen reader.
 */
export function HalfPicker({
  left,
  right,
  active,
  choices,
  onActive,
  onChoose,
}: {
  readonly left: string | undefined;
  readonly right: string | undefined;
  readonly active: HalfSide;
  /** What may be a half. */
  readonly choices: readonly HalfChoice[];
  readonly onActive: (side: HalfSide) => void;
  readonly onChoose: (side: HalfSide, id: string) => void;
}) {
  const sentences = useText(text);
  const chosen = { left, right };
  const nameOf = (id: string | undefined) => choices.find((choice) => choice.id === id)?.name;
  return (
    <div className={styles['picker']}>
      <div role="group" aria-label={sentences.group} className={styles['disc']}>
        {(['left', 'right'] as const).map((side) => (
          <button
            key={side}
            type="button"
            className={styles['half']}
            data-side={side}
            data-filled={chosen[side] !== undefined}
            aria-pressed={active === side}
            onClick={() => onActive(side)}
          >
            <span className={styles['side']}>{sentences[side]}</span>
            <b>{nameOf(chosen[side]) ?? sentences.empty}</b>
          </button>
        ))}
      </div>
      <div className={styles['radios']}>
        {(['left', 'right'] as const).map((side) => (
          <HalfRadios
            key={side}
            legend={sentences[side]}
            name={`half-${side}`}
            value={chosen[side]}
            choices={choices}
            onChoose={(id) => onChoose(side, id)}
          />
        ))}
      </div>
    </div>
  );
}

function HalfRadios({
  legend,
  name,
  value,
  choices,
  onChoose,
}: {
  readonly legend: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly choices: readonly HalfChoice[];
  readonly onChoose: (id: string) => void;
}) {
  return (
    <fieldset className={styles['radioGroup']}>
      <legend>{legend}</legend>
      <div className={styles['options']}>
        {choices.map((choice) => (
          <label key={choice.id}>
            <input
              type="radio"
              name={name}
              value={choice.id}
              checked={choice.id === value}
              onChange={() => onChoose(choice.id)}
            />
            {choice.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
