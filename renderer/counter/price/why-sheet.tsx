import { titleText } from '#app/domain/menu/spec-text.ts';
import { specOf } from '#app/domain/menu/spec.ts';

import { Money } from '../../ui/money.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import type { Draft } from '../draft/draft.ts';
import type { Priced } from '../draft/use-priced-draft.ts';
import { whyLine, whyTotal } from './breakdown.ts';
import styles from './price.module.css';
import { priceText } from './text.ts';

/** What a line or the whole costs, and of what: every discount by its name. */
export function WhySheet({
  draft,
  priced,
  lineId,
  onClose,
}: {
  readonly draft: Draft;
  readonly priced: Priced;
  /** Absent: the whole order. */
  readonly lineId: string | undefined;
  readonly onClose: () => void;
}) {
  const text = useText(priceText);
  const place = draft.lines.findIndex((line) => line.lineId === lineId);
  const line = priced.lines[place];
  const rows = line === undefined ? whyTotal(priced, text) : whyLine(line, text);
  const title = line === undefined ? text.whyTotal : text.whyLine(titleText(specOf(line)));
  return (
    <Sheet title={title} onClose={onClose}>
      <dl className={styles['why']}>
        {rows.map(({ words, cents, look }, at) => (
          <div key={`${at} ${words}`} data-look={look}>
            <dt>{words}</dt>
            <dd>{cents !== undefined && <Money cents={cents} />}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
