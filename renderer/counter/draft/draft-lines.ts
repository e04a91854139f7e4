import type { CartLine, Change, OptionChosen } from '#app/domain/order/events.ts';
import { QUANTITY_MAX } from '#app/domain/pricing/cart.ts';
import { assertNever } from '#app/lib/assert.ts';

import type { Draft, DraftLine } from './draft.ts';
import { isSame, rid, toggled } from './same-line.ts';

/** What presses do to the lines. Where no line is named, the selected one is meant. */
export type LineAction =
  | { readonly type: 'add'; readonly line: CartLine }
  /** Several at once, the last one selected: a deal, or the last order again. */
  | { readonly type: 'add-lines'; readonly lines: readonly CartLine[] }
  | { readonly type: 'select'; readonly lineId: string }
  | { readonly type: 'select-next'; readonly step: 1 | -1 }
  /** Taking one from a line of one removes it. */
  | { readonly type: 'change-quantity'; readonly by: 1 | -1 }
  | { readonly type: 'set-quantity'; readonly quantity: number }
  | { readonly type: 'remove-line' }
  /** Pressed once it holds, pressed again it does not. `part`: on that part only, counted from 0. */
  | { readonly type: 'toggle-change'; readonly change: Change; readonly part?: number | undefined }
  | { readonly type: 'change-dough'; readonly doughId: string | undefined }
  | { readonly type: 'change-line-size'; readonly sizeId: string }
  | { readonly type: 'set-options'; readonly options: readonly OptionChosen[] }
  | { readonly type: 'set-line-note'; readonly note: string }
  | { readonly type: 'change-part'; readonly part: number; readonly productId: string };

export function evolveLines(draft: Draft, action: LineAction): Draft {
  switch (action.type) {
    case 'add':
      return addLine(draft, action.line);
    case 'add-lines':
      return action.lines.reduce(addLine, draft);
    case 'select':
      return { ...draft, selectedId: action.lineId };
    case 'select-next':
      return selectNext(draft, action.step);
    case 'change-quantity':
      return changed(draft, (line) => ({ ...line, quantity: line.quantity + action.by }));
    case 'set-quantity':
      return changed(draft, (line) => ({ ...line, quantity: action.quantity }));
    case 'remove-line':
      return removeSelected(draft);
    case 'toggle-change':
      return changed(draft, (line) => toggled(line, action.change, action.part));
    case 'change-dough':
      return changed(draft, (line) => ({ ...line, doughId: action.doughId }));
    case 'change-line-size':
      return changed(draft, (line) => ({ ...line, sizeId: action.sizeId }));
    case 'set-options':
      return changed(draft, (line) => ({
        ...line,
        options: action.options.length === 0 ? undefined : action.options,
      }));
    case 'set-line-note':
      return changed(draft, (line) => ({
        ...line,
        note: action.note.trim() === '' ? undefined : action.note.trim(),
      }));
    case 'change-part':
      return changed(draft, (line) => withPart(line, action.part, action.productId));
    default:
      return assertNever(action);
  }
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
  const lineId = String(draft.nextLineId);
  return {
    ...draft,
    lines: [...draft.lines, { ...line, lineId }],
    selectedId: lineId,
    nextLineId: draft.nextLineId + 1,
    cleared: undefined,
  };
}

/** The selected line changed; where it becomes like another one, the two are one. */
function changed(draft: Draft, change: (line: DraftLine) => DraftLine): Draft {
  const line = draft.lines.find(({ lineId }) => lineId === draft.selectedId);
  if (line === undefined) return draft;
  const next = change(line);
  if (next.quantity < 1) return removeSelected(draft);
  // A deal is sold as one of each: two of them are two deals.
  if (next.deal !== undefined && next.quantity !== line.quantity) return draft;
  const bounded = { ...next, quantity: Math.min(next.quantity, QUANTITY_MAX) };
  const twin = draft.lines.find((known) => known.lineId !== line.lineId && isSame(known, bounded));
  if (twin === undefined) return withLine(draft, bounded);
  const quantity = Math.min(twin.quantity + bounded.quantity, QUANTITY_MAX);
  const without = forgetting(draft, [twin.lineId]);
  return withLine(without, { ...bounded, quantity });
}

/** A line of a deal takes the whole deal with it. */
function removeSelected(draft: Draft): Draft {
  const place = draft.lines.findIndex((line) => line.lineId === draft.selectedId);
  const line = draft.lines[place];
  if (line === undefined) return draft;
  const instance = line.deal?.instance;
  const gone = draft.lines.filter(
    (known) =>
      known.lineId === line.lineId || (instance !== undefined && known.deal?.instance === instance),
  );
  const left = forgetting(
    draft,
    gone.map(({ lineId }) => lineId),
  );
  const next = left.lines[Math.min(place, left.lines.length - 1)];
  return { ...left, selectedId: next?.lineId };
}

/** Without these lines, nor what somebody decided about their price. */
function forgetting(draft: Draft, lineIds: readonly string[]): Draft {
  const isGone = (lineId: string | undefined) => lineId !== undefined && lineIds.includes(lineId);
  return {
    ...draft,
    lines: draft.lines.filter(({ lineId }) => !isGone(lineId)),
    overrides: draft.overrides.filter(({ lineId }) => !isGone(lineId)),
    manualDiscounts: draft.manualDiscounts.filter(({ lineId }) => !isGone(lineId)),
  };
}

function selectNext(draft: Draft, step: 1 | -1): Draft {
  const place = draft.lines.findIndex((line) => line.lineId === draft.selectedId);
  const next = draft.lines[place + step];
  return next === undefined ? draft : { ...draft, selectedId: next.lineId };
}

/** Another pizza in this part: what was changed in the old one goes with it. */
function withPart(line: DraftLine, place: number, productId: string): DraftLine {
  if (line.parts === undefined) return line;
  const parts = line.parts.map((part, at) =>
    at === place && part.productId !== productId ? { ...part, productId, changes: [] } : part,
  );
  return { ...line, productId: parts[0]?.productId ?? line.productId, parts };
}

function withLine(draft: Draft, line: DraftLine): Draft {
  return {
    ...draft,
    lines: draft.lines.map((known) => (known.lineId === line.lineId ? rid(line) : known)),
  };
}
