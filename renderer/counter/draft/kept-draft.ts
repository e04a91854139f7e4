import type { Menu } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';

import { type Draft, type DraftLine, EMPTY_DRAFT } from './draft.ts';

const KEPT_KEY = 'oc-pizza.counter.draft';

/** Keeps the order being taken on this device, so that a reload or a power cut does not lose it. */
export function keepDraft(menu: Menu, draft: Draft): void {
  if (draft.lines.length === 0) {
    forgetDraft();
    return;
  }
  const { cleared: _cleared, ...kept } = draft;
  window.localStorage.setItem(KEPT_KEY, JSON.stringify({ menuVersion: menu.version, ...kept }));
}

/** At once, when the order was placed: a reload must not offer it a second time. */
export function forgetDraft(): void {
  window.localStorage.removeItem(KEPT_KEY);
}

/** The order that was being taken, or an empty one when there is none. */
export function keptDraft(menu: Menu): Draft {
  return readDraft(window.localStorage.getItem(KEPT_KEY), menu);
}

/** An order kept under another menu is dropped: its prices may not hold any more. */
export function readDraft(text: string | null, menu: Menu): Draft {
  if (text === null) return EMPTY_DRAFT;
  // Written by `keepDraft` on this very device; the lines are checked against the menu below.
  const kept = JSON.parse(text) as Omit<Draft, 'cleared'> & { readonly menuVersion?: string };
  if (kept.menuVersion !== menu.version) return EMPTY_DRAFT;
  const { menuVersion: _menuVersion, ...draft } = kept;
  const lines = draft.lines.filter((line) => isOnMenu(menu, line));
  return lines.length === 0 ? EMPTY_DRAFT : { ...EMPTY_DRAFT, ...draft, lines };
}

function isOnMenu(menu: Menu, { productId, sizeId }: DraftLine): boolean {
  return indexOf(menu).products.get(productId)?.variants.has(sizeId) === true;
}
