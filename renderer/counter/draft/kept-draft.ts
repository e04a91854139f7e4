import type { Menu } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';

import { type Draft, type DraftLine, emptyDraft, isEmpty } from './draft.ts';
import { type Drafts, draftsOf } from './drafts.ts';
import type { Kept } from './use-kept.ts';

/** Keeps the orders being taken on this device, so that a reload or a power cut does not lose them. */
export function keepDrafts(kept: Kept, menu: Menu, { drafts, currentId }: Drafts): void {
  const texts = drafts.filter((draft) => !isEmpty(draft)).map((draft) => writeDraft(menu, draft));
  if (texts.length === 0) kept.remove('drafts');
  else kept.write('drafts', JSON.stringify({ currentId, drafts: texts }));
}

/** At once, when the order was placed: a reload must not offer it a second time. */
export function forgetDraft(kept: Kept, draftId: string): void {
  const known = parsed(kept.read('drafts'));
  if (known === undefined) return;
  const drafts = known.drafts.filter((text) => !text.includes(`"draftId":"${draftId}"`));
  if (drafts.length === 0) kept.remove('drafts');
  else kept.write('drafts', JSON.stringify({ ...known, drafts }));
}

/** The orders that were being taken, or an empty one when there is none. */
export function keptDrafts(kept: Kept, menu: Menu, freshId: string): Drafts {
  return readDrafts(kept.read('drafts'), menu, freshId);
}

export function readDrafts(text: string | null, menu: Menu, freshId: string): Drafts {
  const kept = parsed(text);
  const drafts = (kept?.drafts ?? []).flatMap((one) => readDraft(one, menu) ?? []);
  const last = drafts.at(-1);
  if (kept === undefined || last === undefined) return draftsOf(emptyDraft(freshId));
  const isThere = drafts.some(({ draftId }) => draftId === kept.currentId);
  return { drafts, currentId: isThere ? kept.currentId : last.draftId };
}

/** One order as text: on this device, or parked with the node for another till. */
export function writeDraft(menu: Menu, draft: Draft): string {
  const { cleared: _cleared, ...kept } = draft;
  return JSON.stringify({ menuVersion: menu.version, ...kept });
}

/** Lines that are no longer on the menu are dropped: they could not be sold any more. */
export function readDraft(text: string, menu: Menu): Draft | undefined {
  // Written by `writeDraft`, here or at another till of the store; its lines are checked below.
  const kept = JSON.parse(text) as Partial<Draft> & { readonly menuVersion?: string };
  const { menuVersion: _menuVersion, draftId, ...rest } = kept;
  if (draftId === undefined) return undefined;
  const lines = (rest.lines ?? []).filter((line) => isOnMenu(menu, line));
  const draft = { ...emptyDraft(draftId), ...rest, lines, cleared: undefined };
  return isEmpty(draft) ? undefined : draft;
}

type Written = { readonly currentId: string; readonly drafts: readonly string[] };

function parsed(text: string | null): Written | undefined {
  // Written by `keepDrafts` on this very device.
  return text === null ? undefined : (JSON.parse(text) as Written);
}

function isOnMenu(menu: Menu, { productId, sizeId, parts, deal }: DraftLine): boolean {
  const has = (id: string) => indexOf(menu).products.get(id)?.variants.has(sizeId) === true;
  const isDealThere = deal === undefined || menu.deals.some(({ id }) => id === deal.dealId);
  return isDealThere && (parts?.map((part) => part.productId) ?? [productId]).every(has);
}
