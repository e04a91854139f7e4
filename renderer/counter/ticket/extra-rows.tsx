import type { Dispatch } from 'react';

import type { Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { formatEuros } from '#app/lib/money.ts';

import { Money } from '../../ui/money.tsx';
import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import type { Draft, DraftAction } from '../draft/draft.ts';
import type { PricedDraft } from '../draft/use-priced-draft.ts';
import { discountTotals } from '../price/breakdown.ts';
import { priceText } from '../price/text.ts';
import { counterText } from '../text.ts';
import styles from './extra-rows.module.css';

export type Zone = Output<StoreContract, 'address.zone'>['zone'];

/** What is in the total and no article: discounts by name, codes that give nothing, the road. */
export function ExtraRows({
  draft,
  priced,
  zone,
  dispatch,
}: {
  readonly draft: Draft;
  readonly priced: PricedDraft;
  readonly zone: Zone;
  readonly dispatch: Dispatch<DraftAction>;
}) {
  const text = useText(counterText);
  const price = useText(priceText);
  const language = useLanguage();
  if (!priced.ok) return null;
  const { lines, feeParts = [], unusedCoupons } = priced.value;
  const feeCents = feeParts.reduce((sum, part) => sum + part.grossCents, 0);
  const discounts = discountTotals(lines);
  const goodsCents = lines.reduce((sum, line) => sum + line.grossCents, 0);
  const missingCents = zone === undefined ? 0 : zone.minimumCents - goodsCents;
  const isDelivery = draft.mode === 'delivery';
  return (
    <div className={styles['rows']}>
      {discounts.map(({ name, cents }) => (
        <p key={name}>
          <span>{name}</span>
          <Money cents={-cents} withSign={false} />
        </p>
      ))}
      {unusedCoupons.map(({ code, why }) => (
        <p key={code} className={styles['quiet']}>
          <span>
            {price.unused(code)} {price.whyUnused[why] ?? why}
          </span>
          <button
            type="button"
            aria-label={price.removeCode(code)}
            onClick={() => dispatch({ type: 'remove-coupon', code })}
          >
            {price.remove}
          </button>
        </p>
      ))}
      <NonSaleRows nonSales={draft.nonSales} dispatch={dispatch} />
      {isDelivery && feeCents > 0 && (
        <p>
          <span>{text.deliveryFee}</span>
          <Money cents={feeCents} withSign={false} />
        </p>
      )}
      {isDelivery && missingCents > 0 && (
        <p className={styles['missing']} role="status">
          {text.missingMinimum(formatEuros(missingCents, language))}
        </p>
      )}
    </div>
  );
}

/** A voucher sold, a container: what is paid with the order and can be taken out again. */
function NonSaleRows({
  nonSales,
  dispatch,
}: {
  readonly nonSales: Draft['nonSales'];
  readonly dispatch: Dispatch<DraftAction>;
}) {
  const price = useText(priceText);
  const language = useLanguage();
  return nonSales.map(({ nonSaleId, kind, cents }) => {
    const name = price.nonSales[kind] ?? kind;
    return (
      <p key={nonSaleId}>
        <span>{name}</span>
        <button
          type="button"
          aria-label={price.removeOther(name, formatEuros(cents, language))}
          onClick={() => dispatch({ type: 'remove-non-sale', nonSaleId })}
        >
          {price.remove}
        </button>
        <Money cents={cents} withSign={false} />
      </p>
    );
  });
}
