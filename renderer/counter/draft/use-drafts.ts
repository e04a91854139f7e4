import { type Dispatch, useEffect, useReducer } from 'react';

import type { Menu } from '#app/domain/menu.ts';

import { useReadNow } from '../../ui/time/now.tsx';
import { newId } from '../payment/checkout/new-id.ts';
import type { Draft } from './draft.ts';
import { currentDraft, type Drafts, type DraftsAction, evolveDrafts } from './drafts.ts';
import { keepDrafts, keptDrafts } from './kept-draft.ts';
import { useKept } from './use-kept.ts';

/** After the paint of the line, so that writing does not delay it; short enough to lose one press. */
const KEEP_DELAY_MS = 100;

/** The orders being taken at this till; they outlive a reload. */
export function useDrafts(menu: Menu): {
  readonly drafts: Drafts;
  readonly draft: Draft;
  readonly dispatch: Dispatch<DraftsAction>;
} {
  const readNow = useReadNow();
  const kept = useKept();
  const [drafts, dispatch] = useReducer(evolveDrafts, undefined, () =>
    keptDrafts(kept, menu, newId(readNow())),
  );
  useEffect(() => {
    const timer = setTimeout(() => keepDrafts(kept, menu, drafts), KEEP_DELAY_MS);
    return () => clearTimeout(timer);
  }, [kept, menu, drafts]);
  return { drafts, draft: currentDraft(drafts), dispatch };
}
