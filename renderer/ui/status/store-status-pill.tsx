import type { LinkState } from '#app/contract/contract.ts';
import type { StoreStatus } from '#app/contract/store.ts';

import { useText } from '../settings/settings.tsx';
import { StatusPill } from './status-pill.tsx';
import { storeFacts, storePill } from './store-pill.ts';
import { pillText } from './text.ts';

/** The status pill of a screen in a store, from `store.status` and the link of the screen. */
export function StoreStatusPill({
  link,
  status,
}: {
  readonly link: LinkState;
  readonly status: StoreStatus | undefined;
}) {
  const text = useText(pillText);
  const known = { link, status, text };
  return <StatusPill state={storePill(known)} facts={storeFacts(known)} />;
}
