import { memo, useState } from 'react';

import type { Menu } from '#app/domain/menu.ts';

import { HalfDisc } from '../../ui/keys/half-disc.tsx';
import { SegmentedKeys } from '../../ui/keys/segmented-keys.tsx';
import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { counterText } from '../text.ts';
import { doughLabel } from './dough-label.ts';
import { doughOptions } from './dough-options.tsx';
import styles from './size-bar.module.css';

/** What the next pizza is made in: size, halves, dough. The chosen ones stay for the whole order. */
export const SizeBar = memo(function SizeBar({
  menu,
  sizeId,
  doughId,
  isHalf,
  onSize,
  onDough,
  onHalf,
}: {
  readonly menu: Menu;
  readonly sizeId: string;
  readonly doughId: string | undefined;
  readonly isHalf: boolean;
  readonly onSize: (sizeId: string) => void;
  readonly onDough: (doughId: string | undefined) => void;
  readonly onHalf: () => void;
}) {
  const text = useText(counterText);
  const [isChoosingDough, setChoosing] = useState(false);
  const usual = menu.doughs[0];
  const dough = menu.doughs.find(({ id }) => id === doughId) ?? usual;
  if (isChoosingDough) {
    return (
      <DoughKeys
        menu={menu}
        sizeId={sizeId}
        chosenId={dough?.id}
        onChoose={(id) => {
          onDough(id === usual?.id ? undefined : id);
          setChoosing(false);
        }}
      />
    );
  }
  return (
    <div className={styles['bar']}>
      <div className={styles['sizes']}>
        <SegmentedKeys
          label={text.sizes}
          look="outlined"
          options={menu.sizes.map(({ id, name, diameterCm }) => ({
            value: id,
            label: name,
            hint: `${diameterCm}\u00a0cm`,
          }))}
          value={sizeId}
          onChange={onSize}
        />
      </div>
      <button type="button" className={styles['half']} aria-pressed={isHalf} onClick={onHalf}>
        <HalfDisc />
        <span>{text.half}</span>
        <kbd aria-hidden>F6</kbd>
      </button>
      {menu.doughs.length > 1 && (
        <button
          type="button"
          className={styles['dough']}
          aria-expanded={false}
          data-chosen={doughId !== undefined}
          onClick={() => setChoosing(true)}
        >
          <span>{text.dough}</span>
          <small>{doughLabel(dough?.name ?? text.usualDough).label.toLowerCase()}</small>
        </button>
      )}
    </div>
  );
});

function DoughKeys({
  menu,
  sizeId,
  chosenId,
  onChoose,
}: {
  readonly menu: Menu;
  readonly sizeId: string;
  readonly chosenId: string | undefined;
  readonly onChoose: (doughId: string) => void;
}) {
  const text = useText(counterText);
  const language = useLanguage();
  return (
    <SegmentedKeys
      label={text.doughs}
      look="outlined"
      options={doughOptions(
        menu.doughs.filter(({ surchargeCents }) => surchargeCents[sizeId] !== undefined),
        sizeId,
        language,
      )}
      value={chosenId ?? ''}
      onChange={onChoose}
    />
  );
}
