import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useView } from '../../client/use-view.ts';
import { Key } from '../../ui/keys/key.tsx';
import { Money } from '../../ui/money.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { PromiseWords } from '../ticket/promised-time.tsx';
import { isStanding } from './choice/bill.ts';
import type { LastSale } from './checkout/kept-sale.ts';
import styles from './last-sale-card.module.css';
import { PaperKeys, type PaperOrder } from './papers/paper-keys.tsx';
import { SoldVouchers } from './papers/sold-vouchers.tsx';
import { stageOf } from './stage.ts';
import { paymentText } from './text.ts';

type Detail = Output<StoreContract, 'order.detail'>;

/** The order just placed: its number, its change, how its payment goes, its receipt if asked. */
export function LastSaleCard({
  client,
  sale,
  onPay,
}: {
  readonly client: Client<StoreContract>;
  readonly sale: LastSale;
  readonly onPay: (orderId: string) => void;
}) {
  const text = useText(paymentText);
  const { orderId } = sale;
  const view = useView(client, 'order.detail', { orderId });
  const detail = view.status === 'ready' && view.value.orderId === orderId ? view.value : undefined;
  const number = detail?.number ?? sale.number;
  const changeCents = detail === undefined ? (sale.changeCents ?? 0) : changeOf(detail);
  return (
    <section className={styles['card']} aria-label={text.lastSale}>
      <header className={styles['head']}>
        <h2>{number !== undefined && text.orderNumber(number)}</h2>
        {detail !== undefined && detail.lines.length > 0 && (
          <span>
            <PromiseWords mode={detail.mode} at={detail.promisedAt} />
          </span>
        )}
      </header>
      {changeCents > 0 ? (
        <p className={styles['change']}>
          <span>{text.change}</span>
          <Money cents={changeCents} size="hero" />
        </p>
      ) : (
        detail !== undefined && <Standing detail={detail} />
      )}
      {detail !== undefined && <SoldVouchers detail={detail} />}
      <div className={styles['keys']}>
        {detail !== undefined && detail.dueCents > 0 && detail.status !== 'cancelled' && (
          <Key
            label={stageOf(detail).status === 'choosing' ? text.take : text.seePayment}
            hint={<Money cents={detail.dueCents} />}
            tone="pay"
            onPress={() => onPay(orderId)}
          />
        )}
        <PaperKeys client={client} detail={detail ?? paperOrder(sale)} isCompact />
      </div>
    </section>
  );
}

/** Where the payment stands, in words and with its amount. */
function Standing({ detail }: { readonly detail: Detail }) {
  const text = useText(paymentText);
  const paidCents = isDeposited(detail) ? paidOf(detail) : 0;
  return (
    <>
      {paidCents > 0 && (
        <p className={styles['paid']}>
          <span>{text.deposited}</span> <Money cents={paidCents} />
        </p>
      )}
      <p className={styles['change']}>
        <span>{standingWord(detail, text)}</span>
        <Money cents={shownCents(detail)} size="hero" />
      </p>
    </>
  );
}

/** A part was paid of what is for later. */
function isDeposited({ isScheduled, dueCents, payments }: Detail): boolean {
  return isScheduled && dueCents > 0 && payments.some(isStanding);
}

function paidOf({ totalCents, nonSaleCents, dueCents }: Detail): number {
  return totalCents + nonSaleCents - dueCents;
}

function standingWord(detail: Detail, text: (typeof paymentText)['fr']): string {
  if (detail.status === 'cancelled') return text.cancelled;
  const stage = stageOf(detail);
  if (stage.status === 'card-asked') return text.cardRunning;
  if (stage.status === 'in-doubt') return text.doubtTitle;
  if (stage.status === 'choosing') {
    return detail.payments.some(isStanding) ? text.due : text.toPay;
  }
  const methods = new Set(detail.payments.filter(isStanding).map(({ method }) => method));
  const [method] = methods;
  if (method === undefined || methods.size > 1) return text.paid;
  if (method === 'card') return text.paidCard;
  return method === 'cash' ? text.paidCash : text.paidBy(text.methods[method]);
}

function changeOf({ payments }: Detail): number {
  return payments.findLast(isStanding)?.changeCents ?? 0;
}

/** What is still due while it is due, and what the whole was once it is paid. */
function shownCents({ totalCents, nonSaleCents, dueCents }: Detail): number {
  return dueCents > 0 ? dueCents : totalCents + nonSaleCents;
}

/** Before the node has told more than that it was placed. */
function paperOrder({ orderId }: LastSale): PaperOrder {
  return { orderId, receipt: 'none', dueCents: 1, status: 'placed' };
}
