import { createContext, type ReactNode, useContext, useMemo } from 'react';

import type { Client, LinkState } from '#app/contract/contract.ts';
import type { StoreContract, StoreStatus } from '#app/contract/store.ts';
import { assert } from '#app/lib/assert.ts';

import { useLink, useView } from '../client/use-view.ts';
import { useNodeClock } from '../ui/time/now.tsx';

type Known = { readonly link: LinkState; readonly status: StoreStatus | undefined };

const StatusContext = createContext<Known | undefined>(undefined);

/** Asks for the state of the store once for the whole screen; only those who use it render again. */
export function StoreStatusProvider({
  client,
  children,
}: {
  readonly client: Client<StoreContract>;
  readonly children: ReactNode;
}) {
  const link = useLink(client);
  const view = useView(client, 'store.status', {});
  const status = view.status === 'ready' ? view.value : undefined;
  useNodeClock(status?.now);
  const known = useMemo(() => ({ link, status }), [link, status]);
  return <StatusContext value={known}>{children}</StatusContext>;
}

export function useStoreStatus(): Known {
  const known = useContext(StatusContext);
  assert(known !== undefined, 'the state of the store is asked inside its provider');
  return known;
}
