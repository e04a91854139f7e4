import type { Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { PricedLine } from '#app/domain/order/events.ts';
import { specOf } from '#app/domain/menu/spec.ts';
import { lineText } from '#app/domain/menu/spec-text.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import { query } from '#app/journal/query.ts';
import { statement } from '#app/journal/sql.ts';
import { contentOf } from '#app/journal/journal.ts';
import { accept, type Result, refuse } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import { orderStream } from '../run-order.ts';

type History = Output<StoreContract, 'order.history'>;
type Moment = History[number];

const textsOf = statement<{ stream: string }>()((place) =>
  query.selectFrom('journal').select('text').where('stream', '=', place('stream')).orderBy('seq'),
);

/** Everything that happened to an order, oldest first: who, when, on which screen. */
export function historyOf(context: StoreContext, orderId: string): Result<History> {
  const entries = [orderStream(orderId), `receipt-${orderId}`].flatMap((stream) =>
    context.sql.all(textsOf, { stream }).map((row) => contentOf(row.text)),
  );
  if (entries.length === 0) return refuse({ code: 'order.not-found' });
  let lines: readonly PricedLine[] = [];
  const moments: Moment[] = [];
  for (const { at, type, data } of entries.sort((left, right) => left.seq - right.seq)) {
    // Our own journal holds what our own types say.
    const event = { type, data } as StoreEvent;
    moments.push(momentOf(context, at, event, lines));
    if (event.type === 'order.placed' || event.type === 'order.edited') lines = event.data.lines;
  }
  return accept(moments);
}

function momentOf(
  context: StoreContext,
  at: string,
  event: StoreEvent,
  before: readonly PricedLine[],
): Moment {
  const data = event.data as Partial<{
    by: string;
    device: string;
    grantedBy: string;
    reason: string;
    amountCents: number;
    method: string;
  }>;
  const { device, reason, amountCents, method } = data;
  const grantedBy = data.grantedBy && context.nameOf(data.grantedBy);
  return {
    at,
    type: event.type,
    by: context.nameOf(data.by ?? 'terminal'),
    ...(device === undefined ? {} : { device }),
    ...(grantedBy === undefined ? {} : { grantedBy }),
    ...(reason === undefined ? {} : { reason }),
    ...(amountCents === undefined ? {} : { amountCents }),
    ...(method === undefined ? {} : { method }),
    lines: linesOf(event, before),
  };
}

/** What an entry did, line by line, in words. */
function linesOf(event: StoreEvent, before: readonly PricedLine[]): string[] {
  if (event.type === 'order.placed') return event.data.lines.map(counted);
  if (event.type === 'order.refunded')
    return event.data.lines.map(({ quantity, name }) => `− ${quantity} ${name}`);
  if (event.type !== 'order.edited') return [];
  const { added, changed, removed, lines } = event.data;
  const name = (from: readonly PricedLine[], lineId: string) => {
    const line = from.find((known, place) => (known.lineId ?? String(place + 1)) === lineId);
    return line === undefined ? lineId : counted(line);
  };
  return [
    ...added.map((lineId) => `+ ${name(lines, lineId)}`),
    ...changed.map((lineId) => `${name(before, lineId)} → ${name(lines, lineId)}`),
    ...removed.map((lineId) => `− ${name(before, lineId)}`),
  ];
}

function counted(line: PricedLine): string {
  return lineText(specOf(line));
}
