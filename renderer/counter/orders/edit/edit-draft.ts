import type { Input, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { cartLineOf } from '#app/domain/pricing/kept.ts';
import type { PricedLine } from '#app/domain/order/events.ts';

import { sentLine } from '../../draft/cart.ts';
import { type Draft, type DraftLine, emptyDraft } from '../../draft/draft.ts';

type Detail = Output<StoreContract, 'order.detail'>;
export type Operation = Input<StoreContract, 'order.edit'>['operations'][number];

/** An order as it was when its editor was opened. */
export type Base = { readonly revision: number; readonly lines: readonly DraftLine[] };

/** Numbers of lines made in the editor; far from those that an order begins with. */
const FIRST_NEW_LINE = 1_000;

export function baseOf({ revision, lines }: Pick<Detail, 'revision' | 'lines'>): Base {
  return {
    revision,
    lines: lines.map((line, place) => ({
      // The contract's shape of a line is the domain's, with `undefined` where it has nothing.
      ...cartLineOf(line as PricedLine),
      lineId: line.lineId ?? String(place + 1),
    })),
  };
}

/** The lines as something that keys can change, like an order being taken. */
export function draftOf(base: Base, { orderId, channel, mode }: Detail): Draft {
  return {
    ...emptyDraft(orderId),
    channel,
    mode,
    lines: base.lines,
    nextLineId: FIRST_NEW_LINE,
  };
}

/**
 * What changed, line by line. New lines get ids that no other till makes: `token` is drawn when the
 * editor opens, so that a retry says the same.
 */
export function operationsOf(base: Base, lines: readonly DraftLine[], token: string): Operation[] {
  const before = new Map(base.lines.map((line) => [line.lineId, line]));
  const kept = new Set(lines.map(({ lineId }) => lineId));
  const removed = base.lines.flatMap(({ lineId }): Operation[] =>
    kept.has(lineId) ? [] : [{ kind: 'remove', lineId }],
  );
  const changed = lines.flatMap((line): Operation[] => {
    const known = before.get(line.lineId);
    if (known === undefined) return [{ kind: 'add', line: named(line, token) }];
    const isSame = keyOf(known) === keyOf(line);
    return isSame ? [] : [{ kind: 'replace', line: { ...sentLine(line), lineId: line.lineId } }];
  });
  return [...removed, ...changed];
}

/**
 * The work of one till on top of what another one did meanwhile: a line that the other one changed is
 * taken from there, every other one as it was being changed here.
 */
export function rebased(
  base: Base,
  lines: readonly DraftLine[],
  current: Base,
): readonly DraftLine[] {
  const before = new Map(base.lines.map((line) => [line.lineId, line]));
  const mine = new Map(lines.map((line) => [line.lineId, line]));
  const standing = current.lines.flatMap((line) => {
    const known = before.get(line.lineId);
    const isTheirs = known === undefined || keyOf(known) !== keyOf(line);
    if (isTheirs) return [line];
    const own = mine.get(line.lineId);
    return own === undefined ? [] : [own];
  });
  return [...standing, ...lines.filter(({ lineId }) => !before.has(lineId))];
}

/** Ids of the lines that are not in `current` as they were in `base`. */
export function changedSince(base: Base, current: Base): string[] {
  const now = new Map(current.lines.map((line) => [line.lineId, keyOf(line)]));
  const before = new Map(base.lines.map((line) => [line.lineId, keyOf(line)]));
  const ids = new Set([...before.keys(), ...now.keys()]);
  return [...ids].filter((lineId) => before.get(lineId) !== now.get(lineId));
}

function named(line: DraftLine, token: string) {
  const { deal, ...sent } = sentLine(line);
  const lineId = `${token}${line.lineId}`;
  if (deal === undefined) return { ...sent, lineId };
  // A deal added here is another one than a deal added elsewhere at the same time.
  return { ...sent, lineId, deal: { ...deal, instance: `${token}${deal.instance}`.slice(0, 16) } };
}

function keyOf({ lineId: _lineId, ...line }: DraftLine): string {
  const { productId, sizeId, quantity, changes, note, doughId, parts, options, deal } = line;
  return JSON.stringify([
    [productId, sizeId, quantity, note, doughId],
    changes.map(({ ingredientId, action, withIngredientId }) => [
      ingredientId,
      action,
      withIngredientId,
    ]),
    parts,
    options,
    deal,
  ]);
}
