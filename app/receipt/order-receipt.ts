import { specOf } from '../domain/menu/spec.ts';
import { detailTexts, titleText } from '../domain/menu/spec-text.ts';
import type { Mode } from '../domain/menu.ts';
import type { NonSale, PricedLine, VatAmount } from '../domain/order/events.ts';
import { vatByRate } from '../domain/vat.ts';
import { formatEuros } from '../lib/money.ts';
import { localDate, localTime } from '../lib/time.ts';
import type { PaperTitle, ReceiptFacts, ReceiptLine, ReceiptPayment } from './blocks.ts';

/** An order as a paper tells of it, wherever it is set: at the till or at the centre. Amounts in cents. */
export type OrderOnPaper = {
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly placedAt: string;
  readonly mode: Mode;
  readonly lines: readonly PricedLine[];
  readonly vat: readonly VatAmount[];
  readonly feeCents: number;
  readonly totalCents: number;
  readonly nonSales: readonly NonSale[];
  readonly refunds: readonly RefundOnPaper[];
  /** Those that were made. */
  readonly payments: readonly PaymentOnPaper[];
  readonly isCancelled: boolean;
  /** The first name of who took it; the centre knows nobody. */
  readonly takenBy?: string | undefined;
};

/** As its entry says it: lines above zero, the VAT less than zero. */
export type RefundOnPaper = {
  readonly lines: readonly {
    readonly lineId: string;
    readonly quantity: number;
    readonly grossCents: number;
  }[];
  readonly vat: readonly VatAmount[];
};

export type PaymentOnPaper = {
  readonly method: string;
  readonly isRefund: boolean;
  readonly amountCents: number;
  readonly tipCents: number;
  /** Of cash. */
  readonly tenderedCents?: number | undefined;
  readonly changeCents?: number | undefined;
};

/** The seller as the law wants it named (R-TICK-01). */
export type Seller = {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly siret: string;
  readonly vatId: string;
  /** IANA name of its time zone. */
  readonly zone: string;
};

export type PaperOptions = {
  readonly copy: number;
  readonly software: { readonly name: string; readonly version: string };
  readonly title?: PaperTitle | undefined;
  readonly isTraining?: boolean;
};

const METHOD_LABEL: Readonly<Record<string, string>> = {
  cash: 'Espèces',
  card: 'Carte bancaire',
  'card-manual': 'Carte bancaire',
  'meal-voucher': 'Titres-restaurant',
  'meal-voucher-card': 'Carte titre-restaurant',
  cheque: 'Chèque',
  'gift-voucher': 'Bon d’achat',
};

/** What a paper says of an order. */
export function orderReceipt(
  order: OrderOnPaper,
  seller: Seller,
  { copy, software, title, isTraining = false }: PaperOptions,
): ReceiptFacts {
  const { addressLines, siret, vatId, name, zone } = seller;
  return {
    store: { name, addressLines, siret, vatId },
    number: order.number,
    date: localDate(order.placedAt, zone),
    time: localTime(order.placedAt, zone),
    mode: order.mode,
    ...(order.takenBy === undefined ? {} : { operator: order.takenBy }),
    ...(title === undefined ? {} : { title }),
    ...(isTraining ? { isTraining } : {}),
    ...(order.isCancelled ? { isCancelled: true } : {}),
    lines: order.lines.map(lineOf),
    vat: order.vat,
    ...(order.feeCents === 0 ? {} : { feeCents: order.feeCents }),
    totalCents: order.totalCents,
    ...givenBack(order),
    ...(order.nonSales.length === 0
      ? {}
      : { nonSales: order.nonSales.map(({ label, cents, code }) => ({ label, cents, code })) }),
    payments: order.payments.map(paymentOf),
    copy,
    software,
  };
}

function givenBack({ lines, refunds }: OrderOnPaper): Pick<ReceiptFacts, 'refunds' | 'refundVat'> {
  if (refunds.length === 0) return {};
  return {
    refunds: refunds
      .flatMap((refund) => refund.lines)
      .map(({ lineId, quantity, grossCents }) => ({
        name: nameOf(lines, lineId, quantity),
        cents: 0 - grossCents,
      })),
    refundVat: vatByRate(refunds.flatMap(({ vat }) => vat)),
  };
}

function lineOf(line: PricedLine): ReceiptLine {
  const spec = specOf(line);
  return {
    quantity: line.quantity,
    name: titleText(spec),
    detail: [
      ...(line.deal === undefined ? [] : [line.deal.name]),
      ...detailTexts(spec),
      ...(line.override?.kind === 'free' ? ['Offert'] : []),
    ],
    unitPriceCents: line.unitPriceCents,
    grossCents: line.grossCents,
    vatRateBp: line.vatRateBp,
    ...(line.discounts === undefined ? {} : { discounts: line.discounts }),
  };
}

function nameOf(lines: readonly PricedLine[], lineId: string, quantity: number): string {
  const line = lines.find((known, place) => (known.lineId ?? String(place + 1)) === lineId);
  return line === undefined ? lineId : titleText(specOf({ ...line, quantity }));
}

function paymentOf(payment: PaymentOnPaper): ReceiptPayment {
  const { method, isRefund, amountCents, tipCents, tenderedCents, changeCents } = payment;
  const label = METHOD_LABEL[method] ?? method;
  return {
    label: isRefund ? `Rendu, ${label.toLowerCase()}` : label,
    amountCents: isRefund ? 0 - amountCents : amountCents,
    ...(tenderedCents === undefined || isRefund ? {} : { tenderedCents }),
    ...(changeCents === undefined || isRefund ? {} : { changeCents }),
    ...(tipCents === 0 ? {} : { detail: [`Pourboire ${formatEuros(tipCents)}`] }),
  };
}
