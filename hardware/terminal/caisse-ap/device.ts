import { tcpTransport } from '../../link/tcp.ts';
import { systemTimers } from '../../link/timers.ts';
import type { Transport } from '../../link/transport.ts';
import type {
  CardTerminal,
  LateAnswer,
  TerminalDriver,
  TerminalOptions,
  TerminalRequest,
} from '../card-terminal.ts';
import { cardTerminal } from '../one-at-a-time.ts';
import { stopReason, type TerminalOutcome } from '../outcome.ts';
import { TERMINAL_TIMES } from '../times.ts';
import { type Action, type AnswerRecords, type CaisseApRequest, requestBytes } from './frame.ts';
import { CaisseApExchange } from './link.ts';
import { outcomeOf } from './outcome.ts';

export type CaisseApOptions = TerminalOptions & {
  /** Given to the maker of a till by the Association du Paiement; all open code sends this one. */
  readonly ipc?: string | undefined;
};

const OPEN_IPC = '012345678901';
/** CB has at most twelve digits. */
const AMOUNT_MAX_CENTS = 999_999_999_999;
const ACTION_OF = {
  pay: 'debit',
  refund: 'refund',
  cancel: 'cancellation',
  duplicate: 'duplicate',
} as const satisfies Record<TerminalRequest['action'], Action>;

/** A card terminal that speaks Caisse-AP version 3 on TCP (port 8888 unless set otherwise). */
export function caisseApOnTcp(
  options: { readonly host: string; readonly port: number } & CaisseApOptions,
): CardTerminal {
  return caisseApOver(tcpTransport(options), options);
}

/** The same over any transport. */
export function caisseApOver(transport: Transport, options: CaisseApOptions): CardTerminal {
  return cardTerminal(options, (late) => driverOver(transport, options, late));
}

function driverOver(
  transport: Transport,
  options: CaisseApOptions,
  late: (answer: LateAnswer) => void,
): TerminalDriver {
  const times = { ...TERMINAL_TIMES, ...options.times };
  const timers = options.timers ?? systemTimers;
  // The line of an answer that did not come in time, heard until the next request needs the terminal.
  let closeLast = (): void => undefined;

  async function perform(asked: TerminalRequest, stop: AbortSignal): Promise<TerminalOutcome> {
    closeLast();
    const opening = await transport.open(times.connectMs);
    if (opening.status === 'failed') return { status: 'not-sent', reason: opening.reason };
    const { connection } = opening;
    if (stop.aborted) {
      connection.close();
      return { status: 'not-sent', reason: stopReason(stop) };
    }
    const request: CaisseApRequest = {
      tillNumber: options.tillNumber,
      amountCents: asked.amountCents,
      ipc: options.ipc ?? OPEN_IPC,
      action: ACTION_OF[asked.action],
    };
    const exchange = new CaisseApExchange({
      connection,
      request: requestBytes(request),
      timers,
      times,
      stop,
      late: (records) => heardLate(asked.paymentId, request, records),
    });
    closeLast = () => exchange.close();
    const exchanged = await exchange.start();
    if (exchanged.status === 'nothing-sent')
      return { status: 'not-sent', reason: 'connection-lost' };
    if (exchanged.status === 'unclear') return { status: 'in-doubt', reason: exchanged.reason };
    return outcomeOf(request, exchanged.records);
  }

  function heardLate(paymentId: string, request: CaisseApRequest, records: AnswerRecords): void {
    const outcome = outcomeOf(request, records);
    const isClear = outcome.status === 'paid' || outcome.status === 'declined';
    if (isClear && request.action !== 'duplicate') late({ paymentId, outcome });
  }

  return {
    capabilities: { refund: true, cancel: true, duplicate: true, statusOf: false },
    amountMaxCents: AMOUNT_MAX_CENTS,
    perform,
    async probe() {
      const opening = await transport.open(times.connectMs);
      if (opening.status === 'failed') return 'unreachable';
      opening.connection.close();
      return 'ready';
    },
    hasHeartbeat: false,
    close: () => closeLast(),
  };
}
