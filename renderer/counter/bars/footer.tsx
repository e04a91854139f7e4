import type { Dispatch } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { formatAmount, formatEuros } from '#app/lib/money.ts';

import { useView } from '../../client/use-view.ts';
import { classes } from '../../ui/classes.ts';
import { Key } from '../../ui/keys/key.tsx';
import { Money } from '../../ui/money.tsx';
import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { articleCount, type Draft, type DraftAction } from '../draft/draft.ts';
import type { PricedDraft } from '../draft/use-priced-draft.ts';
import { counterText } from '../text.ts';
import { useOpenOrders } from '../waiting-orders.tsx';
import styles from './footer.module.css';
import { mainKeyOf } from './main-key.ts';

export type FooterPresses = {
  readonly onNote: () => void;
  readonly onDiscount: () => void;
  readonly onPark: () => void;
  readonly onParked: () => void;
  readonly onOrders: () => void;
  readonly onWhy: () => void;
  /** F12: takes the money, confirms a call, or asks for the address that is missing. */
  readonly onPay: () => void;
};

/** What can be done to the whole order, its total, and the one key that ends it. */
export function Footer({
  client,
  draft,
  priced,
  dispatch,
  presses,
}: {
  readonly client: Client<StoreContract>;
  readonly draft: Draft;
  readonly priced: PricedDraft;
  readonly dispatch: Dispatch<DraftAction>;
  readonly presses: FooterPresses;
}) {
  const text = useText(counterText);
  const isEmpty = draft.lines.length === 0 && draft.nonSales.length === 0;
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
          onPress={presses.onNote}
        />
        <Key label={text.discount} hint="F10" onPress={presses.onDiscount} />
        <ParkKey client={client} isEmpty={isEmpty} presses={presses} />
        <OrdersKey onPress={presses.onOrders} />
      </div>
      <Total draft={draft} priced={priced} onWhy={presses.onWhy} />
      <MainKey draft={draft} priced={priced} onPress={presses.onPay} />
    </footer>
  );
}

/** Parks what is there; with nothing there, shows what was parked. */
function ParkKey({
  client,
  isEmpty,
  presses,
}: {
  readonly client: Client<StoreContract>;
  readonly isEmpty: boolean;
  readonly presses: FooterPresses;
}) {
  const text = useText(counterText);
  const view = useView(client, 'draft.list', {});
  const count = view.status === 'ready' ? view.value.length : 0;
  return (
    <Key
      label={text.park}
      hint={isEmpty ? text.parkedCount(count) : 'F8'}
      disabled={isEmpty && count === 0}
      onPress={isEmpty ? presses.onParked : presses.onPark}
    />
  );
}

/** Apart: an order of another till renders this key and not the ticket. */
function OrdersKey({ onPress }: { readonly onPress: () => void }) {
  const text = useText(counterText);
  return (
    <Key label={text.orders} hint={`F5 · ${text.openOrders(useOpenOrders())}`} onPress={onPress} />
  );
}

/** A press on the total says what it is made of. */
function Total({
  draft,
  priced,
  onWhy,
}: {
  readonly draft: Draft;
  readonly priced: PricedDraft;
  readonly onWhy: () => void;
}) {
  const text = useText(counterText);
  const language = useLanguage();
  if (!priced.ok) return <output className={styles['total']} />;
  const { totalCents, nonSaleCents, vatCents } = priced.value;
  const count = articleCount(draft.lines);
  return (
    <div className={styles['total']}>
      <output aria-label={text.total}>
        <small className={count === 0 ? styles['none'] : undefined}>
          {text.articles(count)} · {text.ofWhichVat(formatAmount(vatCents, language))}
        </small>
        <span className={styles['sum']}>
          <Money cents={totalCents + nonSaleCents} size="hero" />
        </span>
      </output>
      {count > 0 && (
        <button
          type="button"
          className={styles['why']}
          aria-label={text.whyTotal}
          onClick={onWhy}
        />
      )}
    </div>
  );
}

function MainKey({
  draft,
  priced,
  onPress,
}: {
  readonly draft: Draft;
  readonly priced: PricedDraft;
  readonly onPress: () => void;
}) {
  const text = useText(counterText);
  const language = useLanguage();
  const kind = mainKeyOf(draft);
  const cents = priced.ok ? priced.value.totalCents + priced.value.nonSaleCents : 0;
  const isEmpty = draft.lines.length === 0 && draft.nonSales.length === 0;
  const label = { pay: text.pay, validate: text.validate, address: text.chooseAddress }[kind];
  return (
    <button
      type="button"
      className={classes(styles['pay'], kind === 'address' && styles['address'])}
      disabled={isEmpty || !priced.ok}
      onClick={onPress}
    >
      <span>
        {label}
        {!isEmpty && priced.ok && <b>{` ${formatEuros(cents, language)}`}</b>}
      </span>{' '}
      <kbd>F12</kbd>
    </button>
  );
}
