import { randomBytes } from 'node:crypto';

import type { Timers } from '../../link/timers.ts';
import { authorizationOf, type Challenge, challengeOf } from './digest.ts';
import {
  headerOf,
  headersNamed,
  parameterOf,
  requestBytes,
  sequenceOf,
  type SipHeaders,
  type SipResponse,
} from './message.ts';

/** Timers T1, T2 and F (RFC 3261 §17.1.2.2, table 4). */
const T1_MS = 500;
const T2_MS = 4_000;
const TIMER_F_MS = 64 * T1_MS;
/** What we ask for; an exchange may give less. */
const EXPIRES_SECONDS = 300;
const EXPIRES_MIN_SECONDS = 20;
const EXPIRES_MAX_SECONDS = 3_600;

export type RegistrationEnd =
  /** Nobody answered within 32 s. */
  | 'silent'
  /** The exchange does not know this user, or not with this password. */
  | 'refused'
  | 'no-password'
  /** It has other troubles. */
  | 'failed';

type RegistrationContext = {
  readonly user: string;
  readonly password: string | undefined;
  readonly registrar: string;
  /** Where the exchange finds us: `192.168.1.20:5062`. */
  readonly local: string;
  readonly send: (bytes: Uint8Array) => void;
  readonly timers: Timers;
  readonly onRegistered: () => void;
  /** Called once; the registration is over then. */
  readonly onEnd: (why: RegistrationEnd) => void;
};

/** Tells an exchange where we are (RFC 3261 §10), again before that runs out. */
export class Registration {
  readonly #context: RegistrationContext;
  readonly #callId = token();
  readonly #tag = token();
  #sequence = 0;
  #challenge: Challenge | undefined;
  /** A proxy asks and is answered under other names than a registrar (RFC 3261 §22.3). */
  #answerName = 'Authorization';
  #nonceUses = 0;
  #expiresSeconds = EXPIRES_SECONDS;
  #isOver = false;
  #cancelResend = (): void => undefined;
  #cancelNext = (): void => undefined;

  constructor(context: RegistrationContext) {
    this.#context = context;
    this.#register();
  }

  /** The answer to a REGISTER of ours. */
  receive(response: SipResponse): void {
    const { number, method } = sequenceOf(response);
    const isOurs = method === 'REGISTER' && headerOf(response, 'call-id') === this.#callId;
    if (this.#isOver || !isOurs || number !== this.#sequence || response.status < 200) return;
    this.#cancelResend();
    this.#cancelNext();
    if (response.status < 300) this.#registered(response);
    else if (response.status === 401) this.#challenged(response, 'www-authenticate');
    else if (response.status === 407) this.#challenged(response, 'proxy-authenticate');
    else if (response.status === 423) this.#tooBrief(response);
    else this.#end(response.status < 500 ? 'refused' : 'failed');
  }

  /** Takes us off the list, as far as a datagram can. */
  close(): void {
    if (this.#isOver) return;
    this.#stop();
    this.#sequence += 1;
    this.#context.send(this.#request(0));
  }

  #register(): void {
    this.#sequence += 1;
    const bytes = this.#request(this.#expiresSeconds);
    const { send, timers } = this.#context;
    let waitMs = T1_MS;
    const resend = (): void => {
      send(bytes);
      this.#cancelResend = timers.after(waitMs, resend);
      waitMs = Math.min(2 * waitMs, T2_MS);
    };
    resend();
    this.#cancelNext = timers.after(TIMER_F_MS, () => this.#end('silent'));
  }

  #registered(response: SipResponse): void {
    // The answer lists all telephones of the account; each has its own time.
    const own = headersNamed(response, 'contact')
      .flatMap((value) => value.split(/,(?=\s*(?:"[^"]*"\s*)?<)/))
      .find((contact) => contact.includes(`@${this.#context.local}`));
    const given = Number(
      parameterOf(own ?? '', 'expires') ?? headerOf(response, 'expires') ?? this.#expiresSeconds,
    );
    const isGiven = Number.isInteger(given) && given > 0;
    const seconds = isGiven ? given : this.#expiresSeconds;
    const bounded = Math.min(Math.max(seconds, EXPIRES_MIN_SECONDS), EXPIRES_MAX_SECONDS);
    // Well before it runs out, so that a lost datagram or two does no harm.
    const delayMs = bounded * 750;
    this.#cancelNext = this.#context.timers.after(delayMs, () => this.#register());
    this.#context.onRegistered();
  }

  #challenged(response: SipResponse, name: string): void {
    const challenge = headersNamed(response, name)
      .map(challengeOf)
      .find((one) => one !== undefined);
    if (challenge === undefined) this.#end('failed');
    else if (this.#context.password === undefined) this.#end('no-password');
    else if (this.#challenge !== undefined && !challenge.isStale && this.#nonceUses === 1) {
      // Answered with this very password, and asked again: it is wrong.
      this.#end('refused');
    } else {
      this.#challenge = challenge;
      this.#answerName = name === 'www-authenticate' ? 'Authorization' : 'Proxy-Authorization';
      this.#nonceUses = 0;
      this.#register();
    }
  }

  #tooBrief(response: SipResponse): void {
    const least = Number(headerOf(response, 'min-expires'));
    const isUsable = least > this.#expiresSeconds && least <= EXPIRES_MAX_SECONDS;
    if (!isUsable) {
      this.#end('failed');
      return;
    }
    this.#expiresSeconds = least;
    this.#register();
  }

  #request(expiresSeconds: number): Uint8Array {
    const { user, registrar, local } = this.#context;
    const uri = `sip:${registrar}`;
    const address = `<sip:${user}@${registrar}>`;
    return requestBytes({ method: 'REGISTER', uri }, [
      ['Via', `SIP/2.0/UDP ${local};branch=z9hG4bK${token()};rport`],
      ['Max-Forwards', '70'],
      ['From', `${address};tag=${this.#tag}`],
      ['To', address],
      ['Call-ID', this.#callId],
      ['CSeq', `${this.#sequence} REGISTER`],
      ['Contact', `<sip:${user}@${local}>;expires=${expiresSeconds}`],
      ['Expires', String(expiresSeconds)],
      ['User-Agent', 'OC Pizza'],
      ...this.#authorization(uri),
    ]);
  }

  #authorization(uri: string): SipHeaders {
    const { user, password } = this.#context;
    if (this.#challenge === undefined || password === undefined) return [];
    this.#nonceUses += 1;
    const use = { user, password, uri, method: 'REGISTER', count: this.#nonceUses };
    const answer = authorizationOf(this.#challenge, { ...use, clientNonce: token() });
    return [[this.#answerName, answer]];
  }

  #end(why: RegistrationEnd): void {
    if (this.#isOver) return;
    this.#stop();
    this.#context.onEnd(why);
  }

  #stop(): void {
    this.#isOver = true;
    this.#cancelResend();
    this.#cancelNext();
  }
}

export function token(): string {
  return randomBytes(8).toString('hex');
}
