import type { Dispatch } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { Key } from '../../ui/keys/key.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import type { DraftAction } from '../draft/draft.ts';
import type { LastSale } from '../payment/checkout/kept-sale.ts';
import { LastSaleCard } from '../payment/last-sale-card.tsx';
import { voucherSaleText } from '../payment/voucher-sale/text.ts';
import { counterText } from '../text.ts';
import styles from './before-first-line.module.css';

/** Between two customers: the change of the last one stays until the next order begins. */
export function BeforeFirstLine({
  client,
  lastSale,
  canBringBack,
  dispatch,
  onPay,
  onSellVoucher,
}: {
  readonly client: Client<StoreContract>;
  readonly lastSale: LastSale | undefined;
  readonly canBringBack: boolean;
  readonly dispatch: Dispatch<DraftAction>;
  readonly onPay: (orderId: string) => void;
  readonly onSellVoucher: () => void;
}) {
  const text = useText(counterText);
  const voucher = useText(voucherSaleText);
  return (
    <div className={styles['before']}>
      {lastSale !== undefined && <LastSaleCard client={client} sale={lastSale} onPay={onPay} />}
      <div className={styles['hint']}>
        <h2>{text.emptyTitle}</h2>
        {lastSale === undefined && <p>{text.emptyHint}</p>}
        {canBringBack && (
          <Key label={text.bringBack} onPress={() => dispatch({ type: 'bring-back' })} />
        )}
        <Key label={voucher.title} tone="paper" onPress={onSellVoucher} />
      </div>
    </div>
  );
}
