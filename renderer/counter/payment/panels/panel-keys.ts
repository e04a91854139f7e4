import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

import { isTillLocked } from '../../../ui/session/locked.ts';
import { takeCaret } from '../../../ui/sheet/caret.ts';

/** What the keyboard does in a panel, beside its fields. */
export type PanelKeys = {
  /** Absent: digits go to the first field. */
  readonly digits?: ((digits: string) => void) | undefined;
  readonly erase?: (() => void) | undefined;
  readonly enter?: (() => void) | undefined;
};

/**
 * An open panel has the keyboard, wherever it was opened from: the key for the card had the focus, and
 * an Enter meant for a title must never charge a card. Escape goes back one step, not out of the sheet.
 */
export function usePanelKeys(keys: PanelKeys, onBack: () => void): RefObject<HTMLElement | null> {
  const root = useRef<HTMLElement>(null);
  const current = useRef({ ...keys, onBack });
  useEffect(() => {
    current.current = { ...keys, onBack };
  });
  useLayoutEffect(() => {
    const panel = root.current;
    if (panel?.contains(document.activeElement) === false) panel.focus();
  }, []);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const panel = root.current;
      if (panel === null || event.defaultPrevented || !isOnTop(panel)) return;
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (act(event, panel, current.current)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return root;
}

/** Nothing lies over it: no approval that is asked for, no lock. */
function isOnTop(panel: HTMLElement): boolean {
  const top = [...document.querySelectorAll('dialog[open]')].at(-1);
  return !isTillLocked() && top?.contains(panel) === true;
}

/** Whether the key was one of ours, so that the browser leaves it alone. */
function act(
  { key, repeat, target }: KeyboardEvent,
  panel: HTMLElement,
  { digits, erase, enter, onBack }: PanelKeys & { readonly onBack: () => void },
): boolean {
  if (key === 'Escape') {
    onBack();
    return true;
  }
  if (target instanceof HTMLInputElement) return false;
  if (key === 'Enter') {
    // Somebody went to that key by the tabulator: it is the one they mean.
    if (target instanceof HTMLButtonElement) return false;
    if (!repeat) enter?.();
    return true;
  }
  if (key === 'Backspace' && erase !== undefined) {
    erase();
    return true;
  }
  if (/^\d$/.test(key) && digits !== undefined) {
    digits(key);
    return true;
  }
  if (key.length === 1 && key !== ' ') typeIn(panel.querySelector('input'));
  return false;
}

/** The browser types the key there once the field has the focus. */
function typeIn(field: HTMLInputElement | null): void {
  field?.focus();
  takeCaret(field);
}
