import type { Dispatch } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';
import { formatEuros } from '#app/lib/money.ts';

import { useTyped } from '../../client/use-typed.ts';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { isTillLocked } from '../../ui/session/locked.ts';
import { useScannerWedge } from '../../ui/scanner-wedge/use-scanner-wedge.ts';
import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import type { DraftsAction } from '../draft/drafts.ts';
import type { PricedDraft } from '../draft/use-priced-draft.ts';
import type { Checkout } from '../payment/checkout/use-checkout.ts';
import type { CounterView } from '../use-counter-view.ts';
import { readScanned, type Scanned } from './scanned.ts';
import { scannerText } from './text.ts';

/**
 * What a scanner does at the counter, whether it types as a keyboard or speaks to the node: a coupon goes to the order being taken,
 * the code of a receipt opens its order, a gift voucher says what is left on it or, while the payment
 * is open, pays with that. Draws nothing.
 */
export function ScannedCodes({
  client,
  menu,
  view,
  priced,
  checkout,
  dispatch,
  onNotice,
}: {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
  readonly view: Pick<CounterView, 'openOrders'>;
  readonly priced: PricedDraft;
  readonly checkout: Pick<Checkout, 'target' | 'pay' | 'split'>;
  readonly dispatch: Dispatch<DraftsAction>;
  readonly onNotice: (sentence: string) => void;
}) {
  const text = useText(scannerText);
  const language = useLanguage();
  const refusalText = useRefusalText();
  const { target } = checkout;

  const openReceipt = async (orderId: string) => {
    const found = await client.request('order.detail', { orderId });
    if (found.ok) view.openOrders(String(found.value.number));
    else onNotice(text.unknownReceipt);
  };
  const useVoucher = async (code: string) => {
    const found = await client.request('voucher.find', { code });
    if (!found.ok) {
      onNotice(refusalText(found.refusal));
      return;
    }
    const { balanceCents } = found.value;
    if (target === undefined) {
      onNotice(text.balance(formatEuros(balanceCents, language)));
      return;
    }
    const dueCents = await dueOf(client, target, priced);
    const amountCents = Math.min(balanceCents, dueCents);
    // A bill that is cut is paid share by share, by hand.
    if (amountCents <= 0 || checkout.split.kind !== 'whole') return;
    checkout.pay({ method: 'gift-voucher', code, amountCents });
  };
  const act = (scanned: Scanned) => {
    switch (scanned.kind) {
      case 'receipt':
        return target === undefined ? void openReceipt(scanned.orderId) : undefined;
      case 'gift-voucher':
        return void useVoucher(scanned.code);
      case 'coupon':
        if (target !== undefined) return undefined;
        dispatch({ type: 'add-coupon', code: scanned.code });
        return onNotice(text.coupon(scanned.code));
      default:
        return undefined;
    }
  };
  const read = (code: string) => {
    if (isTillLocked()) return;
    const scanned = readScanned(code, menu);
    if (scanned !== undefined) act(scanned);
  };
  useTyped(client, 'input.scans', read);
  useScannerWedge(read, {
    accepts: (code) => !isInSheetField() && readScanned(code, menu) !== undefined,
  });
  return null;
}

/** A field of a sheet takes the code as it is typed: it asks for one. */
function isInSheetField(): boolean {
  const field = document.activeElement;
  return field instanceof HTMLInputElement && field.closest('dialog') !== null;
}

async function dueOf(
  client: Client<StoreContract>,
  target: NonNullable<Checkout['target']>,
  priced: PricedDraft,
): Promise<number> {
  if (target.kind === 'draft') {
    return priced.ok ? priced.value.totalCents + priced.value.nonSaleCents : 0;
  }
  const { orderId } = target;
  const found = await client.request('order.detail', { orderId });
  return found.ok ? found.value.dueCents : 0;
}
