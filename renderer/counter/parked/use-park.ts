import { type Dispatch, useCallback } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';

import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { useReadNow } from '../../ui/time/now.tsx';
import type { Draft } from '../draft/draft.ts';
import type { DraftsAction } from '../draft/drafts.ts';
import { writeDraft } from '../draft/kept-draft.ts';
import type { PricedDraft } from '../draft/use-priced-draft.ts';
import { newId } from '../payment/checkout/new-id.ts';
import { sheetsText } from '../sheets/text.ts';

/** Parks the order on the screen with the node, so that any till of the store can take it back. */
export function usePark({
  client,
  menu,
  draft,
  priced,
  dispatch,
  onNotice,
}: {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
  readonly draft: Draft;
  readonly priced: PricedDraft;
  readonly dispatch: Dispatch<DraftsAction>;
  readonly onNotice: (sentence: string) => void;
}): () => Promise<void> {
  const text = useText(sheetsText);
  const refusalText = useRefusalText();
  const readNow = useReadNow();
  return useCallback(async () => {
    const name = draft.customer?.name;
    const result = await client.request('draft.park', {
      draftId: draft.draftId,
      ...(name === undefined ? {} : { name: name.slice(0, 60) }),
      totalCents: priced.ok ? priced.value.totalCents : 0,
      draft: writeDraft(menu, draft),
    });
    if (!result.ok) {
      onNotice(refusalText(result.refusal));
      return;
    }
    dispatch({ type: 'leave', draftId: draft.draftId, nextId: newId(readNow()) });
    onNotice(text.parked(name ?? text.noName));
  }, [client, menu, draft, priced, dispatch, onNotice, text, refusalText, readNow]);
}
