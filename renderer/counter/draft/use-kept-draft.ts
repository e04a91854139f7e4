import { useEffect } from 'react';

import type { Menu } from '#app/domain/menu.ts';

import type { Draft } from './draft.ts';
import { keepDraft } from './kept-draft.ts';

/** After the paint of the line, so that writing does not delay it; short enough to lose one press. */
const KEEP_DELAY_MS = 100;

/** Keeps the order being taken on this device while it changes. */
export function useKeptDraft(menu: Menu, draft: Draft): void {
  useEffect(() => {
    const timer = setTimeout(() => keepDraft(menu, draft), KEEP_DELAY_MS);
    return () => clearTimeout(timer);
  }, [menu, draft]);
}
