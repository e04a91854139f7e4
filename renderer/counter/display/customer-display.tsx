import { memo, useCallback, useEffect, useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useView } from '../../client/use-view.ts';
import type { Draft } from '../draft/draft.ts';
import type { PricedDraft } from '../draft/use-priced-draft.ts';
import type { Target } from '../payment/checkout/use-checkout.ts';
import { IDLE, type Shown, shownOfDraft, shownOfOrder } from './shown.ts';
import { useIdleAfter, useShow } from './use-show.ts';

/** Change and receipt stay that long, or until the next order begins. */
const PAID_SHOWN_MS = 60_000;

type DisplayProps = {
  readonly client: Client<StoreContract>;
  readonly draft: Draft;
  readonly priced: PricedDraft;
  /** What the payment sheet is about, while it is open. */
  readonly target: Target | undefined;
  /** Of the order placed last. */
  readonly lastId: string | undefined;
};

/**
 * Keeps the second screen of this till in step: the order as it is typed, what to pay, the receipt
 * once it is paid. Draws nothing here.
 */
export const CustomerDisplay = memo(function CustomerDisplay(props: DisplayProps) {
  const { client, draft, priced, target, lastId } = props;
  const [overId, setOver] = useState<string | undefined>(undefined);
  useIdleAfter(client);
  const hasBegun = draft.lines.length + draft.nonSales.length > 0;
  const placedId = target?.kind === 'order' ? target.orderId : undefined;
  const paidId = hasBegun || target !== undefined || lastId === overId ? undefined : lastId;
  const orderId = placedId ?? paidId;
  if (orderId === undefined)
    return (
      <OfDraft client={client} draft={draft} priced={priced} isPaying={target !== undefined} />
    );
  return (
    <OfOrder
      key={orderId}
      client={client}
      orderId={orderId}
      isPaying={placedId !== undefined}
      onOver={setOver}
    />
  );
});

function OfDraft({
  client,
  draft,
  priced,
  isPaying,
}: Pick<DisplayProps, 'client' | 'draft' | 'priced'> & { readonly isPaying: boolean }) {
  const make = useCallback((): Shown => {
    const isEmpty = draft.lines.length + draft.nonSales.length === 0;
    if (isEmpty || !priced.ok) return IDLE;
    return shownOfDraft(draft, priced.value, isPaying ? 'paying' : 'ordering');
  }, [draft, priced, isPaying]);
  useShow(client, make);
  return null;
}

/** One that is placed: being paid now, or the last one, which is shown once it is paid. */
function OfOrder({
  client,
  orderId,
  isPaying,
  onOver,
}: {
  readonly client: Client<StoreContract>;
  readonly orderId: string;
  readonly isPaying: boolean;
  readonly onOver: (orderId: string) => void;
}) {
  const view = useView(client, 'order.detail', { orderId });
  const detail = view.status === 'ready' ? view.value : undefined;
  const isPaid = detail !== undefined && detail.dueCents <= 0 && detail.status !== 'cancelled';
  const receiptUrl = useReceiptUrl(client, isPaid ? orderId : undefined);
  useEffect(() => {
    if (!isPaid || isPaying) return undefined;
    const timer = window.setTimeout(() => onOver(orderId), PAID_SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [isPaid, isPaying, orderId, onOver]);
  const make = useCallback(() => {
    if (detail === undefined) return undefined;
    return isPaying || isPaid ? shownOfOrder(detail, receiptUrl) : IDLE;
  }, [detail, isPaying, isPaid, receiptUrl]);
  useShow(client, make);
  return null;
}

/** Where the receipt can be read with a telephone; undefined without a centre. */
function useReceiptUrl(
  client: Client<StoreContract>,
  orderId: string | undefined,
): string | undefined {
  const [url, setUrl] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (orderId === undefined) return undefined;
    let isCurrent = true;
    void client.request('receipt.share', { orderId }).then((result) => {
      if (isCurrent && result.ok) setUrl(result.value.url);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, orderId]);
  return url;
}
