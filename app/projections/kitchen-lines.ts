import type { PricedLine } from '../domain/order/events.ts';
import { isForKitchen, type StandingLine } from '../domain/order/state.ts';
import type { Touched } from '../domain/order/commands.ts';

/** A line as the kitchen reads it, with what changed since it last looked. */
export type KitchenLine = Pick<
  PricedLine,
  | 'productId'
  | 'sizeId'
  | 'sizeLetter'
  | 'kind'
  | 'name'
  | 'quantity'
  | 'changes'
  | 'dough'
  | 'parts'
  | 'options'
  | 'note'
> & {
  readonly lineId: string;
  readonly mark?: 'added' | 'changed' | 'removed' | undefined;
  /** The revision that made the mark. */
  readonly markRevision?: number | undefined;
};

/** A line without what the kitchen does not need: what it costs. */
export function kitchenLine(line: StandingLine): KitchenLine {
  const { lineId, productId, sizeId, sizeLetter, kind, name, quantity, changes } = line;
  const { dough, parts, options, note } = line;
  return {
    lineId,
    productId,
    sizeId,
    kind,
    name,
    quantity,
    changes,
    ...(sizeLetter === undefined ? {} : { sizeLetter }),
    ...(dough === undefined ? {} : { dough }),
    ...(parts === undefined ? {} : { parts }),
    ...(options === undefined ? {} : { options }),
    ...(note === undefined ? {} : { note }),
  };
}

/**
 * The lines of a ticket after an edit: what is added or changed is marked, what is removed stays,
 * struck, at the end. A line that the kitchen has not seen yet stays `added` however it changes.
 */
export function editedLines(
  before: readonly KitchenLine[],
  after: readonly StandingLine[],
  { touched, revision }: { readonly touched: Touched; readonly revision: number },
): KitchenLine[] {
  const seen = new Map(before.map((line) => [line.lineId, line]));
  const standing = after.map((line): KitchenLine => {
    const { lineId } = line;
    if (touched.added.includes(lineId)) {
      return { ...kitchenLine(line), mark: 'added', markRevision: revision };
    }
    const known = seen.get(lineId);
    if (touched.changed.includes(lineId)) {
      const mark = known?.mark === 'added' ? 'added' : 'changed';
      return { ...kitchenLine(line), mark, markRevision: revision };
    }
    const { mark, markRevision } = known ?? {};
    return mark === undefined ? kitchenLine(line) : { ...kitchenLine(line), mark, markRevision };
  });
  const removed = before.flatMap((line): KitchenLine[] => {
    if (line.mark === 'removed') return [line];
    return touched.removed.includes(line.lineId)
      ? [{ ...line, mark: 'removed', markRevision: revision }]
      : [];
  });
  return [...standing, ...removed];
}

/** The lines once the kitchen has seen everything up to a revision: no mark is left of it. */
export function seenLines(lines: readonly KitchenLine[], revision: number): KitchenLine[] {
  return lines.flatMap(({ mark, markRevision, ...line }): KitchenLine[] => {
    if (mark === undefined) return [line];
    if ((markRevision ?? 0) > revision) return [{ ...line, mark, markRevision }];
    return mark === 'removed' ? [] : [line];
  });
}

/** Whether there is anything to make, or still to be shown as struck. */
export function isOnBoard(lines: readonly KitchenLine[]): boolean {
  return lines.some(isForKitchen);
}

/** How many pizzas to make. */
export function pizzasIn(
  lines: readonly {
    readonly kind: string;
    readonly quantity: number;
    readonly mark?: string | undefined;
  }[],
): number {
  return lines.reduce(
    (sum, line) => (line.kind === 'pizza' && line.mark !== 'removed' ? sum + line.quantity : sum),
    0,
  );
}
