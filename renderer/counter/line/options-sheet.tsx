import { useState } from 'react';

import type { Menu } from '#app/domain/menu.ts';
import type { CartLine, OptionChosen } from '#app/domain/order/events.ts';

import { Key } from '../../ui/keys/key.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { optionGroupsOf } from '../grid/variant.ts';
import { nameOf } from '../halves/halves.ts';
import styles from './line-panel.module.css';
import { OptionChips } from './option-chips.tsx';
import { areChosen } from './options.ts';
import { lineText } from './text.ts';

/** Only for a product that cannot be sold without a choice. The last choice adds it by itself. */
export function OptionsSheet({
  menu,
  line,
  onAdd,
  onClose,
}: {
  readonly menu: Menu;
  readonly line: CartLine;
  readonly onAdd: (line: CartLine) => void;
  readonly onClose: () => void;
}) {
  const text = useText(lineText);
  const groups = optionGroupsOf(menu, line.productId);
  const [chosen, setChosen] = useState<readonly OptionChosen[]>(line.options ?? []);
  const add = (options: readonly OptionChosen[]) => {
    onAdd({ ...line, options });
    onClose();
  };
  const choose = (options: readonly OptionChosen[]) => {
    const isOnlyChoice = groups.length === 1 && groups[0]?.max === 1;
    if (isOnlyChoice && areChosen(groups, options)) add(options);
    else setChosen(options);
  };
  return (
    <Sheet title={text.optionsTitle(nameOf(menu, line.productId))} side="centre" onClose={onClose}>
      <div className={styles['sheet']}>
        {groups.map((group) => (
          <OptionChips
            key={group.id}
            group={group}
            sizeId={line.sizeId}
            chosen={chosen}
            onChange={choose}
          />
        ))}
        <Key
          label={text.confirm}
          tone="action"
          size="l"
          wide
          disabled={!areChosen(groups, chosen)}
          onPress={() => add(chosen)}
        />
      </div>
    </Sheet>
  );
}
