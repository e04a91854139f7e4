import type { Dispatch } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { formatAmount } from '#app/lib/money.ts';

import { useView } from '../../client/use-view.ts';
import { Key } from '../../ui/keys/key.tsx';
import { Money } from '../../ui/money.tsx';
import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { articleCount, type Draft, type DraftAction } from '../draft/draft.ts';
import type { PricedDraft } from '../draft/use-priced-draft.ts';
import styles from './footer.module.css';
import { isOpen } from '../orders/board.ts';
import { counterText } from '../text.ts';

/** What can be done to the whole order, its total, and the one key that takes the money. */
export function Footer({
  client,
  draft,
  priced,
  dispatch,
  onNote,
  onOrders,
  onPay,
}: {
  readonly client: Client<StoreContract>;
  readonly draft: Draft;
  readonly priced: PricedDraft;
  readonly dispatch: Dispatch<DraftAction>;
  readonly onNote: () => void;
  readonly onOrders: () => void;
  readonly onPay: () => void;
}) {
  const text = useText(counterText);
  const isEmpty = draft.lines.length === 0;
  return (
    <footer className={styles['footer']}>
      <div className={styles['keys']}>
        <Key
          label={text.cancelLine}
          hint={text.deleteKey}
          disabled={draft.selectedId === undefined}
          onPress={() => dispatch({ type: 'remove-line' })}
        />
        <Key
          label={text.clearAll}
          hint={text.clearKey}
          disabled={isEmpty}
          onPress={() => dispatch({ type: 'clear' })}
        />
        <Key
          label={text.note}
          hint={draft.note === '' ? 'F7' : `«\u202f${draft.note}\u202f»`}
          onPress={onNote}
        />
        <OrdersKey client={client} onPress={onOrders} />
      </div>
      <Total draft={draft} priced={priced} />
      <button
        type="button"
        className={styles['pay']}
        disabled={isEmpty || !priced.ok}
        onClick={onPay}
      >
        <span>{text.pay}</span>
        <kbd>F12</kbd>
      </button>
    </footer>
  );
}

/** Apart: an order of another till renders this key and not the ticket. */
function OrdersKey({
  client,
  onPress,
}: {
  readonly client: Client<StoreContract>;
  readonly onPress: () => void;
}) {
  const text = useText(counterText);
  const board = useView(client, 'order.board', {});
  const count = board.status === 'ready' ? board.value.filter(isOpen).length : 0;
  return <Key label={text.orders} hint={`F5 · ${text.openOrders(count)}`} onPress={onPress} />;
}

function Total({ draft, priced }: { readonly draft: Draft; readonly priced: PricedDraft }) {
  const text = useText(counterText);
  const language = useLanguage();
  if (!priced.ok) return <output className={styles['total']} />;
  const { totalCents, vatCents } = priced.value;
  const count = articleCount(draft.lines);
  return (
    <output className={styles['total']} aria-label={text.total}>
      <small className={count === 0 ? styles['none'] : undefined}>
        {text.articles(count)} · {text.ofWhichVat(formatAmount(vatCents, language))}
      </small>
      <span className={styles['sum']}>
        <Money cents={totalCents} size="hero" />
      </span>
    </output>
  );
}
