import type { Timers } from '../../link/timers.ts';
import type { Heard } from '../source.ts';
import { identityOf } from './identity.ts';
import { headerOf, parameterOf, type SipHeaders, type SipRequest } from './message.ts';
import { token } from './registration.ts';

/** An answer to a request, to be sent where the request came from. */
export type SipAnswer = {
  readonly status: number;
  readonly phrase: string;
  readonly toTag?: string | undefined;
  readonly more?: SipHeaders;
};

type SipCallsContext = {
  readonly tell: (heard: Heard) => void;
  readonly timers: Timers;
};

type Call = {
  readonly callId: string;
  readonly tag: string;
  /** Says it to who invited us; the last word of a call is said again until it is heard. */
  readonly reply: (answer: SipAnswer) => void;
  /** `undefined` while it rings. */
  readonly ended: boolean;
  readonly cancelTimer: () => void;
};

/** Longer than any exchange lets a telephone ring. */
const RING_MAX_MS = 180_000;
/** A shop has a handful of lines; who sends more has other aims. */
const CALLS_MAX = 16;
/** Timers G and H (RFC 3261 §17.2.1). */
const RESEND_FIRST_MS = 500;
const RESEND_MAX_MS = 4_000;
const RESENDS_MAX = 10;

/**
 * Calls that ring here and are never answered: an INVITE gets 100 and 180, never 200. Whoever answers
 * does so on another telephone, and the exchange takes the call back from us.
 */
export class SipCalls {
  readonly #context: SipCallsContext;
  readonly #calls = new Map<string, Call>();

  constructor(context: SipCallsContext) {
    this.#context = context;
  }

  receive(request: SipRequest, reply: (answer: SipAnswer) => void): void {
    switch (request.method) {
      case 'INVITE':
        this.#invite(request, reply);
        return;
      case 'CANCEL':
        this.#cancel(request, reply);
        return;
      case 'BYE':
        this.#bye(request, reply);
        return;
      case 'ACK':
        this.#forget(keyOf(request));
        return;
      case 'OPTIONS':
      case 'NOTIFY':
        // The exchange asks whether we are there, or tells of messages: heard.
        reply({ status: 200, phrase: 'OK', toTag: token() });
        return;
      default:
        reply({
          status: 405,
          phrase: 'Method Not Allowed',
          toTag: token(),
          more: [['Allow', ALLOWED]],
        });
    }
  }

  /** The line is gone: nobody will tell how the calls went on. */
  end(): void {
    for (const [key, { callId, ended }] of [...this.#calls]) {
      this.#forget(key);
      if (!ended) this.#context.tell({ kind: 'ended', sourceCallId: callId });
    }
  }

  #invite(request: SipRequest, reply: (answer: SipAnswer) => void): void {
    const key = keyOf(request);
    const known = this.#calls.get(key);
    if (known?.ended === true) return;
    if (known === undefined && this.#calls.size >= CALLS_MAX) {
      reply({ status: 486, phrase: 'Busy Here', toTag: token() });
      return;
    }
    const callId = headerOf(request, 'call-id') ?? '';
    const tag = known?.tag ?? token();
    reply({ status: 100, phrase: 'Trying' });
    reply({ status: 180, phrase: 'Ringing', toTag: tag });
    if (known !== undefined) return;
    const cancelTimer = this.#context.timers.after(RING_MAX_MS, () =>
      this.#over(key, { status: 480, phrase: 'Temporarily Unavailable' }, 'ended'),
    );
    this.#calls.set(key, { callId, tag, reply, ended: false, cancelTimer });
    this.#context.tell({ kind: 'ringing', sourceCallId: callId, ...identityOf(request) });
  }

  #cancel(request: SipRequest, reply: (answer: SipAnswer) => void): void {
    const key = keyOf(request);
    const call = this.#calls.get(key);
    if (call === undefined) {
      reply({ status: 481, phrase: 'Call/Transaction Does Not Exist', toTag: token() });
      return;
    }
    reply({ status: 200, phrase: 'OK', toTag: call.tag });
    const terminated = { status: 487, phrase: 'Request Terminated' };
    this.#over(key, terminated, isAnsweredElsewhere(request) ? 'answered' : 'ended');
  }

  #bye(request: SipRequest, reply: (answer: SipAnswer) => void): void {
    const callId = headerOf(request, 'call-id');
    const found = [...this.#calls].find(([, call]) => call.callId === callId);
    if (found === undefined) {
      reply({ status: 481, phrase: 'Call/Transaction Does Not Exist', toTag: token() });
      return;
    }
    const [key, { tag, ended }] = found;
    reply({ status: 200, phrase: 'OK', toTag: tag });
    this.#forget(key);
    if (!ended) this.#context.tell({ kind: 'ended', sourceCallId: callId ?? '' });
  }

  /** Says the last word until the exchange has heard it. */
  #over(key: string, answer: SipAnswer, kind: 'answered' | 'ended'): void {
    const call = this.#calls.get(key);
    if (call === undefined || call.ended) return;
    call.cancelTimer();
    let waitMs = RESEND_FIRST_MS;
    let said = 0;
    const say = (): void => {
      said += 1;
      if (said > RESENDS_MAX) {
        this.#calls.delete(key);
        return;
      }
      call.reply({ ...answer, toTag: call.tag });
      const cancelTimer = this.#context.timers.after(waitMs, say);
      waitMs = Math.min(2 * waitMs, RESEND_MAX_MS);
      this.#calls.set(key, { ...call, ended: true, cancelTimer });
    };
    say();
    this.#context.tell({ kind, sourceCallId: call.callId });
  }

  #forget(key: string): void {
    const call = this.#calls.get(key);
    if (call === undefined) return;
    call.cancelTimer();
    this.#calls.delete(key);
  }
}

const ALLOWED = 'INVITE, ACK, CANCEL, BYE, OPTIONS, NOTIFY';

/** A CANCEL and an ACK have the branch of their INVITE (§9.1, §17.1.1.3). */
function keyOf(request: SipRequest): string {
  const branch = parameterOf(headerOf(request, 'via') ?? '', 'branch') ?? '';
  return `${headerOf(request, 'call-id') ?? ''} ${branch}`.slice(0, 400);
}

/** RFC 3326: `Reason: SIP;cause=200;text="Call completed elsewhere"`. */
function isAnsweredElsewhere(cancel: SipRequest): boolean {
  const reason = headerOf(cancel, 'reason') ?? '';
  return /^sip\b/i.test(reason) && parameterOf(reason, 'cause') === '200';
}
