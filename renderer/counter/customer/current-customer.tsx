import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useView } from '../../client/use-view.ts';
import type { Draft } from '../draft/draft.ts';

export type CustomerSheet = Output<StoreContract, 'customer.sheet'>;
export type Customer = CustomerSheet['customer'];
export type Address = Customer['addresses'][number];
export type Zone = NonNullable<Address['zone']>;

type Known = ReadonlyMap<string, CustomerSheet>;
const SheetsContext = createContext<Known>(new Map());

/** Follows what the node knows of these customers: of the order on the screen, and of the one looked at. */
export function CustomerSheets({
  client,
  customerIds,
  children,
}: {
  readonly client: Client<StoreContract>;
  readonly customerIds: readonly string[];
  readonly children: ReactNode;
}) {
  const [sheets, setSheets] = useState<Known>(() => new Map());
  const ids = [...new Set(customerIds)];
  const key = ids.join(' ');
  const shown = useMemo(
    () => new Map([...sheets].filter(([id]) => key.split(' ').includes(id))),
    [sheets, key],
  );
  return (
    <SheetsContext value={shown}>
      {ids.map((id) => (
        <SheetSource
          key={id}
          client={client}
          customerId={id}
          onSheet={(sheet) => setSheets((before) => new Map(before).set(id, sheet))}
        />
      ))}
      {children}
    </SheetsContext>
  );
}

function SheetSource({
  client,
  customerId,
  onSheet,
}: {
  readonly client: Client<StoreContract>;
  readonly customerId: string;
  readonly onSheet: (sheet: CustomerSheet) => void;
}) {
  const view = useView(client, 'customer.sheet', { customerId });
  const sheet = view.status === 'ready' ? view.value : undefined;
  useEffect(() => {
    if (sheet !== undefined) onSheet(sheet);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- told once for each answer.
  }, [sheet]);
  return null;
}

/** What the node knows of a customer, once it has answered. */
export function useSheet(customerId: string | undefined): CustomerSheet | undefined {
  const sheets = useContext(SheetsContext);
  return customerId === undefined ? undefined : sheets.get(customerId);
}

/** What delivering this order costs; nothing unless it is delivered to an address in a zone. */
export function useZoneOf(draft: Draft): Zone | undefined {
  const sheet = useSheet(draft.customer?.customerId);
  if (draft.mode !== 'delivery') return undefined;
  return sheet?.customer.addresses.find(({ addressId }) => addressId === draft.customer?.addressId)
    ?.zone;
}
