import { useCallback, useEffect, useRef, useState } from 'react';

import { RIGHTS, type Right } from '#app/domain/staff/rights.ts';
import type { Refusal } from '#app/lib/result.ts';

import { type Approval, useApproval } from '../../ui/approval/approval.tsx';
import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { allGivenWords } from '../price/given-words.ts';
import { priceText } from '../price/text.ts';
import type { Draft } from './draft.ts';
import type { PricedDraft } from './use-priced-draft.ts';

/** Asks again where the node refused for want of somebody with the right; nothing otherwise. */
export type AskAgain = (orderId: string, refusal: Refusal) => Promise<Approval | undefined>;

export type Grants = {
  readonly approval: Approval | undefined;
  readonly grant: (approval: Approval) => void;
  readonly askAgain: AskAgain;
};

/**
 * Who agreed to a price set by hand, by order; sent with it when it is placed. In memory only: a PIN
 * is never written down, after a reload it is asked again.
 */
export function useGrants(draft: Draft, priced: PricedDraft): Grants {
  const { draftId } = draft;
  const text = useText(priceText);
  const language = useLanguage();
  const ask = useApproval();
  const [grants, setGrants] = useState<ReadonlyMap<string, Approval>>(() => new Map());
  const keep = useCallback(
    (orderId: string, approval: Approval | undefined) =>
      setGrants((before) => {
        const after = new Map(before);
        if (approval === undefined) after.delete(orderId);
        else after.set(orderId, approval);
        return after;
      }),
    [],
  );
  const grant = useCallback((approval: Approval) => keep(draftId, approval), [keep, draftId]);
  const about = allGivenWords({
    draft,
    priced: priced.ok ? priced.value : undefined,
    text,
    language,
  });
  // What is being sent goes on being sent whatever becomes of the order on the screen.
  const current = useRef({ draft, about });
  useEffect(() => {
    current.current = { draft, about };
  });
  const askAgain = useCallback<AskAgain>(
    async (orderId, refusal) => {
      const shown = current.current;
      const right = rightWanted(refusal, shown.draft);
      if (right === undefined) return undefined;
      keep(orderId, undefined);
      const isShown = shown.draft.draftId === orderId;
      const answer = await ask(right, {
        isAlways: true,
        ...(isShown ? { about: shown.about } : {}),
      });
      if (answer.status !== 'approved') return undefined;
      keep(orderId, answer.approval);
      return answer.approval;
    },
    [ask, keep],
  );
  return { approval: grants.get(draftId), grant, askAgain };
}

/** How the node says that nobody with the right has agreed, or that their PIN no longer holds. */
const NOBODY_AGREED: readonly string[] = [
  'staff.right-needed',
  'staff.no-such-right',
  'staff.wrong-pin',
  'staff.locked-out',
  'staff.unknown',
  'staff.no-pin',
];

/** The right that the node names, or the highest one that the order takes. */
export function rightWanted(
  { code, detail }: Refusal,
  { overrides }: Pick<Draft, 'overrides'>,
): Right | undefined {
  if (!NOBODY_AGREED.includes(code)) return undefined;
  const named = RIGHTS.find((right) => right === detail?.['right']);
  if (named !== undefined) return named;
  const [override] = overrides;
  if (override === undefined) return 'discount.manual';
  return override.kind === 'free' ? 'item.free' : 'price.override';
}
