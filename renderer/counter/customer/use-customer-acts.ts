import { type Dispatch, useMemo } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { formatPhoneNumber } from '#app/domain/phone-number.ts';
import type { Refusal } from '#app/lib/result.ts';

import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { useReadNow } from '../../ui/time/now.tsx';
import { emptyDraft } from '../draft/draft.ts';
import type { DraftsAction } from '../draft/drafts.ts';
import { newId } from '../payment/checkout/new-id.ts';
import type { Call } from '../phone/calls.ts';
import { type SideView, TICKET } from '../use-counter-view.ts';
import type { Customer, CustomerSheet } from './current-customer.tsx';
import { customerText } from './text.ts';

export type CustomerActs = {
  /** Takes a call: an order of its own, and the customer beside it. */
  readonly answer: (call: Call) => void;
  /** The order on the screen is theirs. */
  readonly choose: (customer: Customer) => void;
  readonly beginNew: (e164: string | undefined) => void;
  /** They are no longer on file. */
  readonly forget: (customer: Customer) => void;
  readonly redo: (sheet: CustomerSheet) => void;
  readonly redoOrder: (orderId: string) => Promise<void>;
};

type Means = {
  readonly client: Client<StoreContract>;
  readonly dispatch: Dispatch<DraftsAction>;
  readonly showSide: (view: SideView) => void;
  readonly say: (sentence: string) => void;
};

/** What can be done with customers and calls, the same at every press. */
export function useCustomerActs({ client, dispatch, showSide, say }: Means): CustomerActs {
  const text = useText(customerText);
  const refusalText = useRefusalText();
  const readNow = useReadNow();
  return useMemo(() => {
    const freshId = () => newId(readNow());
    const means = { client, dispatch, showSide, say };
    const refused = (refusal: Refusal) => say(refusalText(refusal));
    const forget = ({ customerId, name }: Customer) => {
      dispatch({ type: 'forget-customer', customerId });
      showSide(TICKET);
      say(text.erased(name));
    };
    return { ...callActs(means, { freshId, refused }), ...orderActs(means, refused), forget };
  }, [client, dispatch, showSide, say, text, refusalText, readNow]);
}

type Refused = (refusal: Refusal) => void;

function callActs(
  { client, dispatch, showSide }: Means,
  { freshId, refused }: { readonly freshId: () => string; readonly refused: Refused },
): Pick<CustomerActs, 'answer' | 'choose' | 'beginNew'> {
  const beginNew = (e164: string | undefined) =>
    showSide({
      name: 'customer-form',
      customerId: undefined,
      phone: e164 === undefined ? undefined : formatPhoneNumber(e164),
      wantsAddress: false,
    });
  const answer = async (call: Call) => {
    const { callId, customer, e164 } = call;
    const draft = { ...emptyDraft(freshId()), channel: 'phone' as const, callId };
    const result = await client.request('call.answer', { callId });
    if (!result.ok) {
      refused(result.refusal);
      return;
    }
    dispatch({
      type: 'open',
      draft: customer === undefined ? draft : { ...draft, customer: asCustomer(customer) },
    });
    if (customer === undefined) beginNew(e164);
    else showSide({ name: 'customer', customerId: customer.customerId });
  };
  return {
    beginNew,
    answer: (call) => void answer(call),
    choose(customer) {
      dispatch({ type: 'set-customer', customer: asCustomer(customer) });
      showSide({ name: 'customer', customerId: customer.customerId });
    },
  };
}

function orderActs(
  { client, dispatch, showSide }: Means,
  refused: Refused,
): Pick<CustomerActs, 'redo' | 'redoOrder'> {
  return {
    redo({ customer, again }) {
      if (again === undefined) return;
      const known = asCustomer(customer);
      const addressId = again.addressId ?? known.addressId;
      dispatch({ type: 'set-customer', customer: { ...known, addressId } });
      dispatch({ type: 'set-mode', mode: again.mode });
      dispatch({ type: 'add-lines', lines: again.lines });
      showSide(TICKET);
    },
    async redoOrder(orderId) {
      const result = await client.request('order.again', { orderId });
      if (!result.ok) {
        refused(result.refusal);
        return;
      }
      dispatch({ type: 'add-lines', lines: result.value.lines });
      showSide(TICKET);
    },
  };
}

/** Somebody with one address is delivered there. */
function asCustomer({ customerId, name, addresses }: Customer) {
  return {
    customerId,
    name,
    addressId: addresses.length === 1 ? addresses[0]?.addressId : undefined,
  };
}
