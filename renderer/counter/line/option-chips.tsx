import type { Option, OptionGroup } from '#app/domain/menu.ts';
import type { OptionChosen } from '#app/domain/order/events.ts';
import { formatAmount } from '#app/lib/money.ts';

import { Chip } from '../../ui/keys/chip.tsx';
import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import styles from './line-panel.module.css';
import { pressOption } from './options.ts';
import { lineText } from './text.ts';

/** One group: a sauce, dips, a cooking. Where one alone may be chosen, a press changes it. */
export function OptionChips({
  group,
  sizeId,
  chosen,
  onChange,
}: {
  readonly group: OptionGroup;
  readonly sizeId: string;
  readonly chosen: readonly OptionChosen[];
  readonly onChange: (chosen: readonly OptionChosen[]) => void;
}) {
  const text = useText(lineText);
  const language = useLanguage();
  const quantityOf = (option: Option) =>
    chosen.find(({ groupId, optionId }) => groupId === group.id && optionId === option.id)
      ?.quantity ?? 0;
  return (
    <section className={styles['group']} aria-label={group.name}>
      <h3>
        {group.name}
        <span className={styles['price']}>
          {text.choose(group.min, group.max)}
          {group.free > 0 && ` · ${text.free(group.free)}`}
        </span>
      </h3>
      <div className={styles['chips']}>
        {group.options.map((option) => {
          const cents = option.priceCents[sizeId] ?? option.priceCents['any'];
          if (cents === undefined) return null;
          const quantity = quantityOf(option);
          const price = cents === 0 ? '' : `+\u00a0${formatAmount(cents, language)}`;
          const hint = quantity > 1 ? `× ${quantity} ${price}` : price;
          return (
            <Chip
              key={option.id}
              label={option.name}
              {...(hint === '' ? {} : { hint })}
              pressed={quantity > 0}
              onPress={() => onChange(pressOption(group, option.id, chosen))}
            />
          );
        })}
      </div>
    </section>
  );
}
