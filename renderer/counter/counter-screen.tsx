import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';

import { ApprovalProvider } from '../ui/approval/approval.tsx';
import { CounterBody } from './counter-body.tsx';
import { CustomerSheets } from './customer/current-customer.tsx';
import { useDrafts } from './draft/use-drafts.ts';
import { AvailabilityProvider } from './grid/availability.tsx';
import { type SideView, useCounterView } from './use-counter-view.ts';
import { WaitingOrdersProvider } from './waiting-orders.tsx';

/** The whole counter: the orders being taken, and what the parts of the screen ask for once. */
export function CounterScreen({
  client,
  menu,
}: {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
}) {
  const { drafts, draft, dispatch } = useDrafts(menu);
  const view = useCounterView();
  const looked = lookedAt(view.side);
  const ordering = draft.customer === undefined ? [] : [draft.customer.customerId];
  return (
    <ApprovalProvider client={client}>
      <WaitingOrdersProvider client={client}>
        <AvailabilityProvider client={client} menu={menu} mode={draft.mode} channel={draft.channel}>
          <CustomerSheets client={client} customerIds={[...looked, ...ordering]}>
            <CounterBody
              client={client}
              menu={menu}
              drafts={drafts}
              draft={draft}
              dispatch={dispatch}
              view={view}
            />
          </CustomerSheets>
        </AvailabilityProvider>
      </WaitingOrdersProvider>
    </ApprovalProvider>
  );
}

function lookedAt(side: SideView): string[] {
  if (side.name !== 'customer' && side.name !== 'customer-form') return [];
  return side.customerId === undefined ? [] : [side.customerId];
}
