import nodemailer, { type Transporter } from 'nodemailer';
import type { Logger } from 'pino';

import type { Sql } from '#app/journal/sql.ts';
import { isoAt } from '#app/lib/time.ts';

import { forgetMail, nextMail, type OutgoingMail, putOffMail } from '../store/papers/mail-rows.ts';
import { pause } from './pause.ts';

/** How often it looks for what was put off. */
const LOOK_MS = 30_000;
/** First wait after a failure, doubled each time up to the last. */
const WAIT_MS = 60_000;
const WAIT_MAX_MS = 3_600_000;
/** Three days: the time a shop may be without internet. Then the address is forgotten unsent. */
const TRIES_MAX = 75;
const SMTP_TIMEOUT_MS = 20_000;

export type MailQueue = {
  readonly isConfigured: boolean;
  readonly nudge: () => void;
  readonly close: () => Promise<void>;
};

/** What a message says: made when it leaves, so that it shows the order as it is then. */
export type Message = { readonly subject: string; readonly text: string; readonly html: string };

type Context = {
  readonly sql: Sql;
  /** `smtps://user:password@host`; absent: nothing is sent. */
  readonly smtp: string | undefined;
  readonly from: string;
  readonly messageOf: (orderId: string) => Message;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly log: Logger;
};

/**
 * Sends receipts by e-mail, each until the server took it. The row is deleted then, and the address
 * with it; a server that took a message whose deletion was cut off gets it twice, never not at all.
 */
export function mailQueue(context: Context): MailQueue {
  const { smtp } = context;
  if (smtp === undefined)
    return { isConfigured: false, nudge: () => undefined, close: () => Promise.resolve() };
  const transport = nodemailer.createTransport(smtp, {
    connectionTimeout: SMTP_TIMEOUT_MS,
    greetingTimeout: SMTP_TIMEOUT_MS,
    socketTimeout: SMTP_TIMEOUT_MS,
  } as never);
  const stop = new AbortController();
  let wake = new AbortController();
  const running = run();

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      const mail = due(context);
      if (mail === undefined) {
        wake = new AbortController();
        await pause(LOOK_MS, AbortSignal.any([stop.signal, wake.signal]));
      } else if (!(await sendOne(context, transport, mail))) return;
    }
  }

  return {
    isConfigured: true,
    nudge: () => wake.abort(),
    async close() {
      stop.abort();
      transport.close();
      await running;
    },
  };
}

/** NOTE: must not throw: a queue that ends sends nothing until the next start. */
function due({ sql, clock, log }: Context): OutgoingMail | undefined {
  try {
    return nextMail(sql, isoAt(clock()));
  } catch (fault) {
    log.error({ err: fault }, 'the mail queue cannot be read');
    return undefined;
  }
}

/** Whether the next may be sent: where nothing can be written, the same would be sent for ever. */
async function sendOne(
  context: Context,
  transport: Pick<Transporter, 'sendMail'>,
  mail: OutgoingMail,
): Promise<boolean> {
  const { sql, log, from } = context;
  const { mailId, orderId, tries } = mail;
  try {
    const { subject, text, html } = context.messageOf(orderId);
    await transport.sendMail({ from, to: mail.address, subject, text, html });
    forgetMail(sql, mailId);
    log.info({ orderId }, 'receipt sent by e-mail');
    return true;
  } catch (fault) {
    return giveUpOrPutOff(context, { mail, tries: tries + 1, fault });
  }
}

function giveUpOrPutOff(
  { sql, clock, log }: Context,
  {
    mail: { mailId, orderId },
    tries,
    fault,
  }: { readonly mail: OutgoingMail; readonly tries: number; readonly fault: unknown },
): boolean {
  // 5xx: the server will never take it (an address that does not exist).
  const isFinal = isRefusedForGood(fault) || tries >= TRIES_MAX;
  // The fault may hold the address: only its code is logged.
  log.warn({ orderId, tries, isFinal, code: codeOf(fault) }, 'receipt not sent by e-mail');
  try {
    if (isFinal) forgetMail(sql, mailId);
    else {
      const waitMs = Math.min(WAIT_MS * 2 ** Math.min(tries - 1, 10), WAIT_MAX_MS);
      putOffMail(sql, { mailId, tries, nextTryAt: isoAt(clock() + waitMs) });
    }
    return true;
  } catch (written) {
    log.error({ orderId, err: written }, 'the mail queue cannot be written');
    return false;
  }
}

function isRefusedForGood(fault: unknown): boolean {
  const { responseCode } = fault as { readonly responseCode?: number };
  return responseCode !== undefined && responseCode >= 500 && responseCode < 600;
}

function codeOf(fault: unknown): string {
  const { code, responseCode } = fault as { code?: string; responseCode?: number };
  return `${code ?? 'unknown'} ${responseCode ?? ''}`.trim();
}
