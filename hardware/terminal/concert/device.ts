import { silentLog } from '../../link/log.ts';
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
import type { TerminalOutcome } from '../outcome.ts';
import { TERMINAL_TIMES } from '../times.ts';
import { type Doubts, openDoubts } from './doubts.ts';
import { answerOf, type ConcertRequest, frameOf, requestData } from './frame.ts';
import { ConcertLink, type Exchange } from './link.ts';
import { isAbout, outcomeOf } from './outcome.ts';

/** The amount has eight digits. */
const AMOUNT_MAX_CENTS = 99_999_999;
const TYPE_OF = { pay: 'debit', refund: 'refund', cancel: 'cancellation' } as const;

/** A card terminal that speaks Concert E+ over a serial line, or over any other transport. */
export function concertOver(transport: Transport, options: TerminalOptions): CardTerminal {
  return cardTerminal(options, (late) => driverOver(transport, options, late));
}

function driverOver(
  transport: Transport,
  options: TerminalOptions,
  late: (answer: LateAnswer) => void,
): TerminalDriver {
  const times = { ...TERMINAL_TIMES, ...options.times };
  const timers = options.timers ?? systemTimers;
  const log = options.log ?? silentLog;
  const doubts = openDoubts(timers);
  const link = new ConcertLink({ transport, timers, times, stray });

  /** An answer that no request waits for: it settles the one doubt it can be about. */
  function stray(data: string): void {
    const answer = answerOf(data);
    const [doubt, ...others] = doubts.about(answer);
    const outcome = doubt === undefined ? undefined : outcomeOf(doubt.request, answer);
    const isClear = outcome?.status === 'paid' || outcome?.status === 'declined';
    const { amountCents, result } = answer ?? {};
    if (doubt !== undefined && outcome !== undefined && isClear && others.length === 0) {
      doubts.settle(doubt.paymentId);
      late({ paymentId: doubt.paymentId, outcome });
    } else log.warn({ amountCents, result }, 'dropped an answer that belongs to no payment');
  }

  async function perform(asked: TerminalRequest, stop: AbortSignal): Promise<TerminalOutcome> {
    if (asked.action === 'duplicate') return { status: 'not-sent', reason: 'not-supported' };
    const request: ConcertRequest = {
      tillNumber: options.tillNumber,
      amountCents: asked.amountCents,
      type: TYPE_OF[asked.action],
    };
    const isOurs = (data: string): boolean => {
      const answer = answerOf(data);
      const isForDoubt = doubts.about(answer).length > 0;
      return answer === undefined || isAbout(request, answer) || !isForDoubt;
    };
    const exchanged = await link.exchange({ bytes: frameOf(requestData(request)), isOurs }, stop);
    if (exchanged.status === 'busy') return exchanged;
    if (exchanged.status === 'not-sent') return exchanged;
    const outcome = judged(request, exchanged, doubts);
    // NOTE: a mismatch too: what was heard may have been about another payment, ours still to come.
    if (outcome.status === 'in-doubt' && outcome.reason !== 'unclear-result')
      doubts.add({ paymentId: asked.paymentId, request });
    return outcome;
  }

  return {
    capabilities: { refund: true, cancel: true, duplicate: false, statusOf: false },
    amountMaxCents: AMOUNT_MAX_CENTS,
    perform,
    settle: doubts.settle,
    probe: (stop) => link.ping(stop),
    hasHeartbeat: true,
    close() {
      doubts.close();
      link.close();
    },
  };
}

/** An answer that fits an earlier doubt as well may be the other's: nobody can tell them apart. */
function judged(
  request: ConcertRequest,
  exchanged: Extract<Exchange, { status: 'answered' | 'unclear' }>,
  doubts: Doubts,
): TerminalOutcome {
  if (exchanged.status === 'unclear') return { status: 'in-doubt', reason: exchanged.reason };
  const answer = answerOf(exchanged.data);
  if (doubts.about(answer).length > 0) return { status: 'in-doubt', reason: 'mismatch' };
  return outcomeOf(request, answer);
}
