import { type Sql, statement } from '#app/journal/sql.ts';

import { papers } from './paper-tables.ts';

const insertMail = statement<{ orderId: string; address: string; at: string }>()((place) =>
  papers.insertInto('outgoing_mail').values({
    order_id: place('orderId'),
    address: place('address'),
    asked_at: place('at'),
    tries: 0,
    next_try_at: place('at'),
  }),
);
const oldestDue = statement<{ now: string }>()((place) =>
  papers
    .selectFrom('outgoing_mail')
    .selectAll()
    .where('next_try_at', '<=', place('now'))
    .orderBy('mail_id')
    .limit(1),
);
const putOff = statement<{ mailId: number; tries: number; nextTryAt: string }>()((place) =>
  papers
    .updateTable('outgoing_mail')
    .set({ tries: place('tries'), next_try_at: place('nextTryAt') })
    .where('mail_id', '=', place('mailId')),
);
const deleteMail = statement<{ mailId: number }>()((place) =>
  papers.deleteFrom('outgoing_mail').where('mail_id', '=', place('mailId')),
);

export type OutgoingMail = {
  readonly mailId: number;
  readonly orderId: string;
  readonly address: string;
  readonly tries: number;
};

/** Keeps what is to be sent until it has left, through days without internet. */
export function queueMail(sql: Sql, mail: { orderId: string; address: string; at: string }): void {
  sql.transaction(() => sql.run(insertMail, mail));
}

/** The oldest message whose turn it is. */
export function nextMail(sql: Sql, now: string): OutgoingMail | undefined {
  const row = sql.get(oldestDue, { now });
  if (row === undefined) return undefined;
  return { mailId: row.mail_id, orderId: row.order_id, address: row.address, tries: row.tries };
}

export function putOffMail(
  sql: Sql,
  { mailId, tries, nextTryAt }: { mailId: number; tries: number; nextTryAt: string },
): void {
  sql.transaction(() => sql.run(putOff, { mailId, tries, nextTryAt }));
}

/** The address is forgotten: it was given for this receipt only. */
export function forgetMail(sql: Sql, mailId: number): void {
  sql.transaction(() => sql.run(deleteMail, { mailId }));
}
