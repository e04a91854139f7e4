import type { Mode } from '#app/domain/menu.ts';
import type { CartLine, Change } from '#app/domain/order/events.ts';
import { QUANTITY_MAX } from '#app/domain/pricing.ts';
import { assertNever } from '#app/lib/assert.ts';

/** A line of the order being taken. `lineId` lives as long as the line and is never used again. */
export type DraftLine = CartLine & { readonly lineId: number };

/** The order being taken, before anybody was told of it. */
export type Draft = {
  readonly mode: Mode;
  readonly lines: readonly DraftLine[];
  readonly selectedId: number | undefined;
  readonly nextLineId: number;
  /** For the kitchen; empty when there is none. */
  readonly note: string;
  /** What was cleared by hand last, so that one key brings it back. */
  readonly cleared: Draft | undefined;
};

export type DraftAction =
  | { readonly type: 'add'; readonly line: CartLine }
  | { readonly type: 'select'; readonly lineId: number }
  | { readonly type: 'select-next'; readonly step: 1 | -1 }
  /** On the selected line; taking one from a line of one removes it. */
  | { readonly type: 'change-quantity'; readonly by: 1 | -1 }
  | { readonly type: 'remove-line' }
  /** Pressed once it holds, pressed again it does not. */
  | { readonly type: 'toggle-change'; readonly change: Change }
  | { readonly type: 'set-mode'; readonly mode: Mode }
  | { readonly type: 'next-mode' }
  | { readonly type: 'set-note'; readonly note: string }
  /** By hand: it can be brought back. */
  | { readonly type: 'clear' }
  | { readonly type: 'bring-back' }
  /** The order was placed: the next one begins. */
  | { readonly type: 'start-anew' };

const MODES: readonly Mode[] = ['take-away', 'delivery', 'on-site'];

export const EMPTY_DRAFT: Draft = {
  mode: 'take-away',
  lines: [],
  selectedId: undefined,
  nextLineId: 1,
  note: '',
  cleared: undefined,
};

/** The order after one press. Pure: the screen shows what it returns. */
export function evolveDraft(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case 'add':
      return addLine(draft, action.line);
    case 'select':
      return { ...draft, selectedId: action.lineId };
    case 'select-next':
      return selectNext(draft, action.step);
    case 'change-quantity':
      return changeQuantity(draft, action.by);
    case 'remove-line':
      return removeSelected(draft);
    case 'toggle-change':
      return toggleChange(draft, action.change);
    case 'set-mode':
      return { ...draft, mode: action.mode };
    case 'next-mode':
      return {
        ...draft,
        mode: MODES[(MODES.indexOf(draft.mode) + 1) % MODES.length] ?? 'take-away',
      };
    case 'set-note':
      return { ...draft, note: action.note.trim() };
    case 'clear':
      return draft.lines.length === 0
        ? draft
        : { ...EMPTY_DRAFT, cleared: { ...draft, cleared: undefined } };
    case 'bring-back':
      return draft.cleared ?? draft;
    case 'start-anew':
      return EMPTY_DRAFT;
    default:
      return assertNever(action);
  }
}

export function selectedLine(draft: Draft): DraftLine | undefined {
  return draft.lines.find((line) => line.lineId === draft.selectedId);
}

/** The lines as the node wants them. */
export function cartLines(draft: Pick<Draft, 'lines'>): CartLine[] {
  return draft.lines.map(({ lineId: _lineId, ...line }) => line);
}

/** How many articles, lines counted with their quantity. */
export function articleCount(lines: readonly CartLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}

/** How many of each product, by its id, for the marks of the grid. */
export function countByProduct(lines: readonly CartLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { productId, quantity } of lines) {
    counts.set(productId, (counts.get(productId) ?? 0) + quantity);
  }
  return counts;
}

function addLine(draft: Draft, line: CartLine): Draft {
  const same = draft.lines.find((known) => isSame(known, line));
  if (same !== undefined) {
    const quantity = Math.min(same.quantity + line.quantity, QUANTITY_MAX);
    return {
      ...withLine(draft, { ...same, quantity }),
      selectedId: same.lineId,
      cleared: undefined,
    };
  }
  const lineId = draft.nextLineId;
  return {
    ...draft,
    lines: [...draft.lines, { ...line, lineId }],
    selectedId: lineId,
    nextLineId: lineId + 1,
    cleared: undefined,
  };
}

function changeQuantity(draft: Draft, by: 1 | -1): Draft {
  const line = selectedLine(draft);
  if (line === undefined) return draft;
  const quantity = line.quantity + by;
  if (quantity < 1) return removeSelected(draft);
  return withLine(draft, { ...line, quantity: Math.min(quantity, QUANTITY_MAX) });
}

function removeSelected(draft: Draft): Draft {
  const place = draft.lines.findIndex((line) => line.lineId === draft.selectedId);
  if (place === -1) return draft;
  const lines = draft.lines.filter((line) => line.lineId !== draft.selectedId);
  const next = lines[place] ?? lines.at(-1);
  return { ...draft, lines, selectedId: next?.lineId };
}

function selectNext(draft: Draft, step: 1 | -1): Draft {
  const place = draft.lines.findIndex((line) => line.lineId === draft.selectedId);
  const next = draft.lines[place + step];
  return next === undefined ? draft : { ...draft, selectedId: next.lineId };
}

function toggleChange(draft: Draft, change: Change): Draft {
  const line = selectedLine(draft);
  if (line === undefined) return draft;
  const others = line.changes.filter((known) => known.ingredientId !== change.ingredientId);
  const wasOn = line.changes.some(
    (known) => known.ingredientId === change.ingredientId && known.action === change.action,
  );
  const changed = { ...line, changes: wasOn ? others : [...others, change] };
  const twin = draft.lines.find((known) => known.lineId !== line.lineId && isSame(known, changed));
  if (twin === undefined) return withLine(draft, changed);
  const quantity = Math.min(twin.quantity + changed.quantity, QUANTITY_MAX);
  const lines = draft.lines.filter((known) => known.lineId !== twin.lineId);
  return withLine({ ...draft, lines }, { ...changed, quantity });
}

function withLine(draft: Draft, changed: DraftLine): Draft {
  const lines = draft.lines.map((line) => (line.lineId === changed.lineId ? changed : line));
  return { ...draft, lines };
}

/** Two lines that the kitchen would make alike, whatever the order of their changes. */
function isSame(left: CartLine, right: CartLine): boolean {
  return (
    left.productId === right.productId &&
    left.sizeId === right.sizeId &&
    (left.note ?? '') === (right.note ?? '') &&
    changesKey(left.changes) === changesKey(right.changes)
  );
}

function changesKey(changes: readonly Change[]): string {
  return changes
    .map(({ ingredientId, action }) => `${action} ${ingredientId}`)
    .sort()
    .join('\n');
}
