import type { Menu } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';

import { type Draft, type DraftLine, emptyDraft, isEmpty } from './draft.ts';
import { type Drafts, draftsOf } from './drafts.ts';

const KEPT_KEY = 'oc-pizza.counter.drafts';

/** Keeps the orders being taken on this device, so that a reload or a power cut does not lose them. */
export function keepDrafts(menu: Menu, { drafts, currentId }: Drafts): void {
  const kept = drafts.filter((draft) => !isEmpty(draft));
  if (kept.length === 0) {
    forgetDrafts();
    return;
  }
  const texts = kept.map((draft) => writeDraft(menu, draft));
  window.localStorage.setItem(KEPT_KEY, JSON.stringify({ currentId, drafts: texts }));
}

export function forgetDrafts(): void {
  window.localStorage.removeItem(KEPT_KEY);
}

/** At once, when the order was placed: a reload must not offer it a second time. */
export function forgetDraft(draftId: string): void {
  const kept = parsed(window.localStorage.getItem(KEPT_KEY));
  if (kept === undefined) return;
  const drafts = kept.drafts.filter((text) => !text.includes(`"draftId":"${draftId}"`));
  if (drafts.length === 0) forgetDrafts();
  else window.localStorage.setItem(KEPT_KEY, JSON.stringify({ ...kept, drafts }));
}

/** The orders that were being taken, or an empty one when there is none. */
export function keptDrafts(menu: Menu, freshId: string): Drafts {
  return readDrafts(window.localStorage.getItem(KEPT_KEY), menu, freshId);
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

type Kept = { readonly currentId: string; readonly drafts: readonly string[] };

function parsed(text: string | null): Kept | undefined {
  // Written by `keepDrafts` on this very device.
  return text === null ? undefined : (JSON.parse(text) as Kept);
}

function isOnMenu(menu: Menu, { productId, sizeId, parts, deal }: DraftLine): boolean {
  const has = (id: string) => indexOf(menu).products.get(id)?.variants.has(sizeId) === true;
  const isDealThere = deal === undefined || menu.deals.some(({ id }) => id === deal.dealId);
  return isDealThere && (parts?.map((part) => part.productId) ?? [productId]).every(has);
}
