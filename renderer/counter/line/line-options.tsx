import type { Dispatch } from 'react';

import type { Menu } from '#app/domain/menu.ts';

import type { DraftAction, DraftLine } from '../draft/draft.ts';
import { optionGroupsOf } from '../grid/variant.ts';
import { OptionChips } from './option-chips.tsx';

/** What was chosen beside the recipe, to be changed at once. */
export function LineOptions({
  menu,
  line,
  dispatch,
}: {
  readonly menu: Menu;
  readonly line: DraftLine;
  readonly dispatch: Dispatch<DraftAction>;
}) {
  const groups = optionGroupsOf(menu, line.productId);
  return groups.map((group) => (
    <OptionChips
      key={group.id}
      group={group}
      sizeId={line.sizeId}
      chosen={line.options ?? []}
      onChange={(options) => dispatch({ type: 'set-options', options })}
    />
  ));
}
