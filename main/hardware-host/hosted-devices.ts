import type { Logger } from 'pino';
import type { z } from 'zod';

import type { DeviceState } from '#hardware/configuration.ts';
import { DoneReply, DuplicateReply, PaymentReply, PrintReply } from '#hardware/host/messages.ts';
import type { PrintJob } from '#hardware/printer/device.ts';
import type { MoneyAsked, ReversalAsked } from '#hardware/terminal/card-terminal.ts';

import type { HostDuplicateOutcome, HostPaymentOutcome, HostPrintOutcome } from './outcomes.ts';
import type { Ask, Unnumbered } from './requests.ts';

/** A printer as the store node uses it. See `ReceiptPrinter` for what each does. */
export type HostedPrinter = {
  readonly print: (job: PrintJob) => Promise<HostPrintOutcome>;
  readonly openDrawer: (jobId: string | number) => Promise<HostPrintOutcome>;
  readonly recover: () => Promise<boolean>;
  readonly status: () => DeviceState;
};

/** A card terminal as the store node uses it. See `CardTerminal` for what each does. */
export type HostedTerminal = {
  readonly pay: (asked: MoneyAsked) => Promise<HostPaymentOutcome>;
  readonly refund: (asked: ReversalAsked) => Promise<HostPaymentOutcome>;
  readonly cancel: (asked: ReversalAsked) => Promise<HostPaymentOutcome>;
  readonly duplicate: (asked: MoneyAsked) => Promise<HostDuplicateOutcome>;
  readonly statusOf: (paymentId: string) => Promise<HostPaymentOutcome>;
  readonly status: () => DeviceState;
};

type Context = {
  readonly deviceId: string;
  readonly ask: Ask;
  readonly log: Logger;
  readonly status: () => DeviceState;
};

export function hostedPrinter({ deviceId, ask, log, status }: Context): HostedPrinter {
  async function use(request: Unnumbered): Promise<HostPrintOutcome> {
    const answer = await ask(request);
    if (answer.status === 'not-sent') return { status: 'not-sent', reason: 'host-down' };
    if (answer.status === 'lost') return { status: 'unknown', reason: 'host-lost' };
    const parsed = PrintReply.safeParse(answer.value);
    if (parsed.success) return parsed.data;
    log.error({ deviceId, err: parsed.error }, 'the outcome of a print cannot be read');
    return { status: 'unknown', reason: 'fault' };
  }
  return {
    print: ({ jobId, ...content }) => use({ type: 'print', deviceId, jobId, content }),
    openDrawer: (jobId) => use({ type: 'open-drawer', deviceId, jobId }),
    async recover() {
      const answer = await ask({ type: 'recover', deviceId });
      if (answer.status !== 'answered') return false;
      const parsed = DoneReply.safeParse(answer.value);
      return parsed.success && parsed.data.isDone;
    },
    status,
  };
}

export function hostedTerminal({ deviceId, ask, log, status }: Context): HostedTerminal {
  async function use<Outcome>(
    schema: z.ZodType<Outcome>,
    request: Unnumbered,
    signal?: AbortSignal,
  ): Promise<Outcome | Exclude<HostPaymentOutcome, { status: 'paid' }>> {
    const answer = await ask(request, signal);
    if (answer.status === 'not-sent')
      return { status: 'not-sent', reason: signal?.aborted ? 'cancelled' : 'host-down' };
    if (answer.status === 'lost') return { status: 'in-doubt', reason: 'host-lost' };
    const parsed = schema.safeParse(answer.value);
    if (parsed.success) return parsed.data;
    log.error({ deviceId, err: parsed.error }, 'the outcome of a payment cannot be read');
    return { status: 'in-doubt', reason: 'fault' };
  }
  return {
    pay: ({ signal, ...asked }) => use(PaymentReply, { type: 'pay', deviceId, ...asked }, signal),
    refund: ({ signal, ...asked }) =>
      use(PaymentReply, { type: 'refund', deviceId, ...asked }, signal),
    cancel: ({ signal, ...asked }) =>
      use(PaymentReply, { type: 'cancel', deviceId, ...asked }, signal),
    duplicate: ({ signal, ...asked }) =>
      use(DuplicateReply, { type: 'duplicate', deviceId, ...asked }, signal),
    statusOf: (paymentId) => use(PaymentReply, { type: 'status-of', deviceId, paymentId }),
    status,
  };
}
