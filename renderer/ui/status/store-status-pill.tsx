import type { LinkState } from '#app/contract/contract.ts';
import type { StoreStatus } from '#app/contract/store.ts';

import { useText } from '../settings/settings.tsx';
import { useOfDevice } from '../time/now.tsx';
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
  const ofDevice = useOfDevice();
  // The wire notes the cut on the clock of the device; the pill counts on the node's.
  const cut = link.status === 'down' ? { ...link, sinceMs: ofDevice(link.sinceMs) } : link;
  const known = { link: cut, status, text };
  return <StatusPill state={storePill(known)} facts={storeFacts(known)} />;
}
