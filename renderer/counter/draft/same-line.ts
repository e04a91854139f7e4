import type { CartLine, Change } from '#app/domain/order/events.ts';

import type { DraftLine } from './draft.ts';

/** Two lines that the kitchen would make alike, whatever the order of their changes. Never of a deal. */
export function isSame(left: CartLine, right: CartLine): boolean {
  if (left.deal !== undefined || right.deal !== undefined) return false;
  return keyOf(left) === keyOf(right);
}

function keyOf(line: CartLine): string {
  return JSON.stringify([
    line.productId,
    line.sizeId,
    line.note ?? '',
    line.doughId ?? '',
    changesKey(line.changes),
    (line.parts ?? []).map((part) => [part.productId, part.quarters, changesKey(part.changes)]),
    (line.options ?? [])
      .map(({ groupId, optionId, quantity }) => `${groupId} ${optionId} ${quantity}`)
      .sort(),
  ]);
}

function changesKey(changes: readonly Change[]): string[] {
  return changes
    .map(
      ({ ingredientId, action, withIngredientId = '' }) =>
        `${action} ${ingredientId} ${withIngredientId}`,
    )
    .sort();
}

/** With this change on the whole line or on one part; pressed again, without it. */
export function toggled(line: DraftLine, change: Change, part: number | undefined): DraftLine {
  const isOn = (changes: readonly Change[]) => changes.some((known) => isSameChange(known, change));
  const without = (changes: readonly Change[]) =>
    changes.filter(({ ingredientId }) => ingredientId !== change.ingredientId);
  const target = part === undefined ? line.changes : (line.parts?.[part]?.changes ?? []);
  const next = isOn(target) ? without(target) : [...without(target), change];
  // What is said of the whole pizza is not said of one of its parts as well.
  const parts = line.parts?.map((known, place) => {
    if (part === undefined) return { ...known, changes: without(known.changes) };
    return place === part ? { ...known, changes: next } : known;
  });
  return {
    ...line,
    changes: part === undefined ? next : without(line.changes),
    ...(parts === undefined ? {} : { parts }),
  };
}

function isSameChange(left: Change, right: Change): boolean {
  return (
    left.ingredientId === right.ingredientId &&
    left.action === right.action &&
    left.withIngredientId === right.withIngredientId
  );
}

/** Without the fields that say nothing, so that equal lines are equal values. */
export function rid(line: DraftLine): DraftLine {
  const { doughId, note, options, ...rest } = line;
  return {
    ...rest,
    ...(doughId === undefined ? {} : { doughId }),
    ...(note === undefined ? {} : { note }),
    ...(options === undefined ? {} : { options }),
  };
}
