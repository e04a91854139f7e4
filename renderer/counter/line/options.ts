import type { OptionGroup } from '#app/domain/menu.ts';
import type { OptionChosen } from '#app/domain/order/events.ts';

/**
 * After a press on an option: one more of it as long as the group has room, none of it once the
 * group is full; where only one may be chosen, this one instead.
 */
export function pressOption(
  group: OptionGroup,
  optionId: string,
  chosen: readonly OptionChosen[],
): OptionChosen[] {
  const others = chosen.filter(({ groupId }) => groupId !== group.id);
  const mine = chosen.filter(({ groupId }) => groupId === group.id);
  const known = mine.find((option) => option.optionId === optionId);
  const rest = mine.filter((option) => option !== known);
  const one = { groupId: group.id, optionId, quantity: 1 };
  if (group.max === 1) return known !== undefined && group.min === 0 ? others : [...others, one];
  const isFull = countOf(mine) >= group.max;
  if (known === undefined) return isFull ? [...chosen] : [...others, ...mine, one];
  if (isFull) return [...others, ...rest];
  return [...others, ...rest, { ...known, quantity: known.quantity + 1 }];
}

/** Whether every group has what it asks for. */
export function areChosen(
  groups: readonly OptionGroup[],
  chosen: readonly OptionChosen[],
): boolean {
  return groups.every(
    ({ id, min }) => countOf(chosen.filter(({ groupId }) => groupId === id)) >= min,
  );
}

function countOf(options: readonly OptionChosen[]): number {
  return options.reduce((sum, { quantity }) => sum + quantity, 0);
}
