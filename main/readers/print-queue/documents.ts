import { z } from 'zod';

import { PricedLineShape } from '#app/contract/shapes.ts';
import { specOf } from '#app/domain/menu/spec.ts';
import { kitchenTexts, titleText } from '#app/domain/menu/spec-text.ts';
import type { Allergen, Mode } from '#app/domain/menu.ts';
import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';
import { datedText } from '#app/lib/moment.ts';
import { localTime } from '#app/lib/time.ts';
import type { Block } from '#app/receipt/blocks.ts';
import { boxLabels } from '#app/receipt/box-labels.ts';
import { kitchenSlip } from '#app/receipt/kitchen-slip.ts';
import { testPage } from '#app/receipt/test-page.ts';

import type { Paper } from '../../store/papers/receipt-facts.ts';
import { COPIES_OF_A_REVISION } from './after-print.ts';
import type { PrintJob } from './job-rows.ts';

const orderById = statement<{ orderId: string }>()((place) =>
  query.selectFrom('orders').selectAll().where('order_id', '=', place('orderId')),
);

/** Of a sold line only what the kitchen reads: later versions may say more. */
const Line = PricedLineShape.pick({
  productId: true,
  sizeId: true,
  sizeLetter: true,
  kind: true,
  name: true,
  quantity: true,
  changes: true,
  dough: true,
  parts: true,
  options: true,
  note: true,
});
export type KitchenLine = z.output<typeof Line>;

const DRINKS = ['drink', 'beer'];
/** A line of forty pizzas is forty boxes; more than this is a mistake, not a label job. */
const LABELS_MAX = 60;

type Context = {
  readonly sql: Sql;
  /** IANA name of the store's time zone. */
  readonly zone: string;
  readonly storeName: string;
  readonly receiptOf: (job: { orderId: string; copy: number; paper: Paper }) => readonly Block[];
  readonly allergensOf: (line: KitchenLine) => readonly Allergen[];
};

/** Makes what is printed from the rows of the store. Throws for an order that is not there. */
export function documentsOf(context: Context): (job: PrintJob) => readonly Block[] {
  return (job) => {
    switch (job.document) {
      case 'receipt':
      case 'note':
      case 'invoice':
        return context.receiptOf({ orderId: job.order_id, copy: job.copy, paper: job.document });
      case 'kitchen-slip':
        return slipOf(context, job);
      case 'box-labels':
        return labelsOf(context, job);
      case 'test-page':
        return testPage({ storeName: context.storeName });
      default:
        throw new Error(`no document of the kind ${job.document}`);
    }
  };
}

function slipOf(context: Context, job: PrintJob): Block[] {
  const { order, lines } = orderOf(context.sql, job.order_id);
  const revision = 1 + Math.floor(job.copy / COPIES_OF_A_REVISION);
  return kitchenSlip({
    number: order.number,
    mode: order.mode as Mode,
    placedAt: localTime(order.placed_at, context.zone),
    promisedAt: promiseOf(order, context),
    lines: lines
      .filter(({ kind }) => !DRINKS.includes(kind))
      .map((line) => ({ quantity: line.quantity, note: line.note, ...inWords(line) })),
    note: order.note ?? undefined,
    mayBeDouble: job.may_be_double === 1,
    screenIsOut: job.screen_is_out === 1,
    isCancelled: order.status === 'cancelled',
    isChanged: revision > 1,
  });
}

function labelsOf(context: Context, job: PrintJob): Block[] {
  const { order, lines } = orderOf(context.sql, job.order_id);
  const boxes = lines
    .filter(({ kind }) => kind === 'pizza')
    .flatMap((line) => Array.from({ length: Math.min(line.quantity, LABELS_MAX) }, () => line))
    .slice(0, LABELS_MAX);
  return boxLabels({
    number: order.number,
    mode: order.mode as Mode,
    promisedAt: promiseOf(order, context),
    pizzas: boxes.map((line) => ({
      ...inWords(line),
      allergens: context.allergensOf(line),
      note: line.note,
    })),
    mayBeDouble: job.may_be_double === 1,
  });
}

/** With its day where that is not the day it was placed: the paper may lie there until then. */
function promiseOf(
  { promised_at: at, placed_at: now }: ReturnType<typeof orderOf>['order'],
  { zone }: Context,
): string {
  return datedText({ at, now, zone });
}

/** As on every screen. The note stands apart. */
function inWords(line: KitchenLine): { name: string; details: string[] } {
  const { note: _note, ...spec } = specOf(line);
  return { name: titleText(spec), details: kitchenTexts(spec) };
}

function orderOf(sql: Sql, orderId: string) {
  const order = sql.get(orderById, { orderId });
  if (order === undefined) throw new Error(`no order ${orderId} to print`);
  return { order, lines: z.array(Line).parse(JSON.parse(order.lines)) };
}
