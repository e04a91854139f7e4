import { type Dispatch, useMemo, useReducer, useState } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Refusal } from '#app/lib/result.ts';

import { useApproval } from '../../../ui/approval/approval.tsx';
import { useReadNow } from '../../../ui/time/now.tsx';
import { type Draft, type DraftAction, evolveDraft } from '../../draft/draft.ts';
import { newId } from '../../payment/checkout/new-id.ts';
import { withApproval } from '../acts/with-approval.ts';
import { type Base, baseOf, draftOf, type Operation, operationsOf, rebased } from './edit-draft.ts';

type Detail = Output<StoreContract, 'order.detail'>;
type Action = DraftAction | { readonly type: 'rebase'; readonly lines: Draft['lines'] };

export type OrderEdit = {
  readonly draft: Draft;
  readonly base: Base;
  readonly operations: readonly Operation[];
  readonly refusal: Refusal | undefined;
  readonly dispatch: Dispatch<DraftAction>;
  readonly save: (about: string) => Promise<void>;
  /** Begins again from the order as it is, keeping what nobody else touched. */
  readonly rebase: () => void;
};

/** The changes being made to a placed order, until they are saved as one. */
export function useOrderEdit({
  client,
  detail,
  onSaved,
}: {
  readonly client: Client<StoreContract>;
  /** As the node tells it now; it may move on while somebody works. */
  readonly detail: Detail;
  /** `mergedCents`: the total of both, where another till had changed the order meanwhile. */
  readonly onSaved: (mergedCents: number | undefined) => void;
}): OrderEdit {
  const ask = useApproval();
  const readNow = useReadNow();
  const [base, setBase] = useState(() => baseOf(detail));
  const [token, setToken] = useState(drawToken);
  const [draft, dispatch] = useReducer(evolve, undefined, () => draftOf(base, detail));
  const [refusal, setRefusal] = useState<Refusal | undefined>(undefined);
  const operations = useMemo(
    () => operationsOf(base, draft.lines, token),
    [base, draft.lines, token],
  );
  const save = async (about: string) => {
    const editId = newId(readNow());
    const { orderId } = detail;
    const result = await withApproval(ask, { right: 'order.undo-started', about }, (approval) =>
      client.request('order.edit', {
        orderId,
        baseRevision: base.revision,
        operations,
        editId,
        ...approval,
      }),
    );
    if (result === undefined) return;
    if (result.ok) onSaved(mergedCents(base, result.value));
    else setRefusal(result.refusal);
  };
  const rebase = () => {
    const current = baseOf(detail);
    dispatch({ type: 'rebase', lines: rebased(base, draft.lines, current) });
    setBase(current);
    setToken(drawToken());
    setRefusal(undefined);
  };
  return { draft, base, operations, refusal, dispatch, save, rebase };
}

function mergedCents(
  base: Base,
  { revision, totalCents }: Output<StoreContract, 'order.edit'>,
): number | undefined {
  return revision > base.revision + 1 ? totalCents : undefined;
}

function evolve(draft: Draft, action: Action): Draft {
  if (action.type === 'rebase') return { ...draft, lines: action.lines, selectedId: undefined };
  return evolveDraft(draft, action);
}

/** Eight signs: two tills never draw the same for one order. */
function drawToken(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(4));
  return [...drawn].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
