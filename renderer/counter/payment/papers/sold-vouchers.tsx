import type { Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { Money } from '../../../ui/money.tsx';
import { useText } from '../../../ui/settings/settings.tsx';
import styles from './papers.module.css';
import { papersText } from './text.ts';

/** The codes of the gift vouchers sold with an order, large, to be copied or read out. */
export function SoldVouchers({
  detail,
}: {
  readonly detail: Pick<Output<StoreContract, 'order.detail'>, 'nonSales' | 'dueCents' | 'status'>;
}) {
  const text = useText(papersText);
  if (detail.dueCents > 0 || detail.status === 'cancelled') return null;
  return detail.nonSales.map(({ code, cents }) =>
    code === undefined ? null : (
      <section key={code} className={styles['voucher']} aria-label={text.voucherSold}>
        <span>
          {text.voucherSold} · <Money cents={cents} />
        </span>
        <b>{code}</b>
        <small>{text.voucherCode}</small>
      </section>
    ),
  );
}
