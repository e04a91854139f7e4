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
  isCut = false,
  children,
}: {
  readonly client: Client<StoreContract>;
  /** In training: the internet is said to be down, and everything goes on. */
  readonly isCut?: boolean;
  readonly children: ReactNode;
}) {
  const link = useLink(client);
  const view = useView(client, 'store.status', {});
  const told = view.status === 'ready' ? view.value : undefined;
  useNodeClock(told?.now);
  const known = useMemo(
    () => ({ link, status: isCut && told !== undefined ? cutOff(told) : told }),
    [link, told, isCut],
  );
  return <StatusContext value={known}>{children}</StatusContext>;
}

function cutOff(status: StoreStatus): StoreStatus {
  return { ...status, centre: { status: 'down', since: status.now, waiting: 1 } };
}

export function useStoreStatus(): Known {
  const known = useContext(StatusContext);
  assert(known !== undefined, 'the state of the store is asked inside its provider');
  return known;
}
