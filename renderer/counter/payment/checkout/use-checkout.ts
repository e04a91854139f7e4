import { type Dispatch, useCallback, useEffect, useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { PaymentAsked, StoreContract } from '#app/contract/store.ts';

import type { Approval } from '../../../ui/approval/approval.tsx';
import { useReadNow } from '../../../ui/time/now.tsx';
import { cartOf } from '../../draft/cart.ts';
import type { Draft } from '../../draft/draft.ts';
import type { DraftsAction } from '../../draft/drafts.ts';
import type { AskAgain, Grants } from '../../draft/use-grants.ts';
import { forgetDraft } from '../../draft/kept-draft.ts';
import { type Kept, useKept } from '../../draft/use-kept.ts';
import type { PricedDraft } from '../../draft/use-priced-draft.ts';
import { type Split, WHOLE } from '../split/split.ts';
import {
  forgetSale,
  keepLastSale,
  keepSale,
  keptLastSale,
  keptSale,
  type LastSale,
  type PlaceInput,
} from './kept-sale.ts';
import { newId } from './new-id.ts';
import { sendAgreed } from './send-agreed.ts';
import { type Sender, useSender } from './use-sender.ts';

/** What the payment sheet is about: the order being taken, or one that is placed. */
export type Target = { readonly kind: 'draft' | 'order'; readonly orderId: string };
/** The way a person chose; identifiers are added to it. Amounts in cents. */
export type Way = WithoutId<PaymentAsked>;
type WithoutId<Asked> = Asked extends unknown ? Omit<Asked, 'paymentId'> : never;
/** `not-sent`: another command is under way, or the person gave up. */
type Placed = 'placed' | 'refused' | 'not-sent';

export type Checkout = {
  readonly target: Target | undefined;
  readonly sender: Sender;
  readonly lastSale: LastSale | undefined;
  readonly open: () => void;
  /** Places the order being taken at once, to be paid at pick-up or at the door. */
  readonly placeLater: () => Promise<void>;
  readonly openOrder: (orderId: string) => void;
  readonly pay: (way: Way) => void;
  readonly resolve: (
    paymentId: string,
    outcome: 'paid' | 'not-paid',
    approval: Approval | undefined,
  ) => void;
  /** Takes back a payment of the order that is placed. */
  readonly reverse: (paymentId: string, reason: string, approval: Approval | undefined) => void;
  /** How what is due is cut; it stays with the order until another one is paid. */
  readonly split: Split;
  readonly setSplit: (split: Split) => void;
  /** Does nothing while a command may have been carried out and is not answered. */
  readonly close: () => void;
};

/** Placing the order being taken and taking payment, each once however often a key is pressed. */
export function useCheckout({
  client,
  draft,
  priced,
  grants,
  dispatch,
}: {
  readonly client: Client<StoreContract>;
  readonly draft: Draft;
  readonly priced: PricedDraft;
  /** Who agreed to a price set by hand. */
  readonly grants: Grants;
  readonly dispatch: Dispatch<DraftsAction>;
}): Checkout {
  const readNow = useReadNow();
  const sender = useSender(client);
  const [target, setTarget] = useState<Target | undefined>(undefined);
  const kept = useKept();
  const { lastSale, setLastSale } = useLastSale(kept);
  const { send } = sender;

  const place = usePlace({
    kept,
    send,
    askAgain: grants.askAgain,
    onPlaced: useCallback(
      (sale: LastSale, next: Target | undefined) => {
        dispatch({ type: 'placed', draftId: sale.orderId, nextId: newId(readNow()) });
        setLastSale(sale);
        setTarget(next);
      },
      [dispatch, setLastSale, readNow],
    ),
  });
  useResume(kept, place, setTarget);

  const open = () => {
    if (!priced.ok || priced.value.lines.length + draft.nonSales.length === 0) return;
    sender.forget();
    setTarget({ kind: 'draft', orderId: draft.draftId });
  };
  const placeDraft = (payment: PaymentAsked) => {
    if (!priced.ok) return Promise.resolve('refused' as const);
    const { totalCents } = priced.value;
    return place(placeInput({ draft, totalCents, payment, approval: grants.approval }));
  };
  const placeLater = async () => {
    if (draft.lines.length === 0 || sender.state.status === 'sending') return;
    // The sheet comes up only where there is something to say.
    if ((await placeDraft({ method: 'later' })) === 'refused') {
      setTarget({ kind: 'draft', orderId: draft.draftId });
    }
  };
  const openOrder = useCallback((orderId: string) => setTarget({ kind: 'order', orderId }), []);
  const pay = (way: Way) => {
    if (target === undefined || sender.state.status === 'sending') return;
    const payment = paymentOf(way, newId(readNow()));
    if (target.kind === 'order') void send('order.pay', { orderId: target.orderId, payment });
    else void placeDraft(payment);
  };
  const { resolve, reverse } = settlementsOf(target, send);
  const close = () => {
    if (isLeft(sender, kept)) setTarget(undefined);
  };
  const isSilent = sender.state.status === 'sending' && sender.state.unanswered !== undefined;
  const shown = target ?? (isSilent ? draftTarget(draft) : undefined);
  const cut = useSplit(shown?.orderId);
  const acts = { open, placeLater, openOrder, pay, resolve, reverse, close };
  return { target: shown, sender, lastSale, ...cut, ...acts };
}

/** The order just placed; on the screen again after a reload, for its change may not be given back yet. */
function useLastSale(kept: Kept) {
  const readNow = useReadNow();
  const [lastSale, setState] = useState(() => keptLastSale(kept, readNow()));
  const setLastSale = useCallback(
    (sale: LastSale) => {
      setState(sale);
      keepLastSale(kept, sale, readNow());
    },
    [kept, readNow],
  );
  return { lastSale, setLastSale };
}

/** Gives up what never left and forgets what was refused; false while an answer is still awaited. */
function isLeft({ state, abandon, forget }: Sender, kept: Kept): boolean {
  if (state.status === 'sending') {
    if (state.unanswered !== 'never-sent') return false;
    forgetSale(kept);
    abandon();
  }
  forget();
  return true;
}

/** What a person says about a payment of the order that is shown. */
function settlementsOf(
  target: Target | undefined,
  send: Sender['send'],
): Pick<Checkout, 'resolve' | 'reverse'> {
  return {
    resolve(paymentId, outcome, given) {
      if (target === undefined) return;
      const { orderId } = target;
      void send('payment.resolve', { orderId, paymentId, outcome, ...approvedBy(given) });
    },
    reverse(paymentId, reason, given) {
      if (target === undefined) return;
      const { orderId } = target;
      void send('payment.reverse', { orderId, paymentId, reason, ...approvedBy(given) });
    },
  };
}

function approvedBy(approval: Approval | undefined): { approval?: Approval } {
  return approval === undefined ? {} : { approval };
}

/** The cut of one order; the order keeps its id when it is placed, and with it its cut. */
function useSplit(orderId: string | undefined): Pick<Checkout, 'split' | 'setSplit'> {
  const [kept, setKept] = useState<{ orderId: string; split: Split } | undefined>(undefined);
  const split = kept !== undefined && kept.orderId === orderId ? kept.split : WHOLE;
  const setSplit = (next: Split) => {
    if (orderId !== undefined) setKept({ orderId, split: next });
  };
  return { split, setSplit };
}

function draftTarget({ draftId }: Draft): Target {
  return { kind: 'draft', orderId: draftId };
}

function placeInput({
  draft,
  totalCents,
  payment,
  approval,
}: {
  readonly draft: Draft;
  readonly totalCents: number;
  readonly payment: PaymentAsked;
  readonly approval: Approval | undefined;
}): PlaceInput {
  return {
    orderId: draft.draftId,
    ...cartOf(draft),
    shownTotalCents: totalCents,
    payment,
    ...(approval === undefined ? {} : { approval }),
    ...(draft.callId === undefined ? {} : { callId: draft.callId }),
  };
}

/** Places an order; what it leaves on this device makes a reload in between harmless. */
function usePlace({
  kept,
  send,
  askAgain,
  onPlaced,
}: {
  readonly kept: Kept;
  readonly send: Sender['send'];
  readonly askAgain: AskAgain;
  readonly onPlaced: (sale: LastSale, next: Target | undefined) => void;
}): (input: PlaceInput) => Promise<Placed> {
  return useCallback(
    async (input: PlaceInput) => {
      keepSale(kept, input);
      const result = await sendAgreed(input, send, askAgain);
      if (result === undefined) return 'not-sent';
      forgetSale(kept);
      if (!result.ok && result.refusal.code !== 'order.already-placed') return 'refused';
      forgetDraft(kept, input.orderId);
      const { orderId, payment } = input;
      const isWaited = payment.method === 'card' || payment.method === 'meal-voucher-card';
      const isPart = payment.method !== 'later' && result.ok && result.value.dueCents > 0;
      // What is left of a bill that is split is paid next, by the order that is now placed.
      onPlaced(
        result.ok ? result.value : { orderId },
        isWaited || isPart ? { kind: 'order', orderId } : undefined,
      );
      return 'placed';
    },
    [kept, send, askAgain, onPlaced],
  );
}

/** After a reload in the middle of a sale: sends what was being sent. */
function useResume(
  kept: Kept,
  place: (input: PlaceInput) => Promise<Placed>,
  setTarget: (target: Target) => void,
): void {
  const [sale] = useState(() => keptSale(kept));
  useEffect(() => {
    if (sale === undefined) return;
    setTarget({ kind: 'draft', orderId: sale.orderId });
    void place(sale);
  }, [sale, place, setTarget]);
}

function paymentOf(way: Way, paymentId: string): PaymentAsked {
  return way.method === 'later' ? way : { ...way, paymentId };
}
