import type { Timers } from '../../link/timers.ts';
import type { Transport } from '../../link/transport.ts';
import { type InDoubtReason, type NotSentReason, stopReason } from '../outcome.ts';
import type { TerminalTimes } from '../times.ts';
import { ACK, ENQ, EOT, NAK } from './frame.ts';
import { ConcertLine, type Heard } from './line.ts';

export type Exchange =
  | { readonly status: 'not-sent'; readonly reason: NotSentReason }
  /** It answers calls with a refusal: another operation is before it. */
  | { readonly status: 'busy' }
  | { readonly status: 'answered'; readonly data: string }
  | { readonly status: 'unclear'; readonly reason: InDoubtReason };

/** Calls before the terminal is taken for off (OCA 12.0). */
const CALLS_MAX = 3;
/** Copies of a request after the first, on NAK; and of an answer that we refuse. */
const RESENDS_MAX = 3;
/** Signals heard in one visit of the terminal; more of them is noise. */
const VISIT_MAX = 32;

type Context = {
  readonly transport: Transport;
  readonly timers: Timers;
  readonly times: Pick<TerminalTimes, 'connectMs' | 'answerMs' | 'byteMs' | 'pauseMs'>;
  /** The data of an answer that belongs to no request under way. */
  readonly stray: (data: string) => void;
};

/**
 * The dialogue of Concert: a call (ENQ, ACK), the request (ACK), EOT; later the terminal calls, and
 * gives its answer the same way. One exchange at a time; between two, a call of the terminal is
 * answered and its late answer handed to `stray`. The line stays open until it fails.
 */
export class ConcertLink {
  readonly #context: Context;
  #line: ConcertLine | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #isTaken = false;

  constructor(context: Context) {
    this.#context = context;
  }

  /** `isOurs`: whether an answer belongs to this request; one that does not is handed to `stray`. */
  exchange(
    request: { readonly bytes: Uint8Array; readonly isOurs: (data: string) => boolean },
    stop: AbortSignal,
  ): Promise<Exchange> {
    return this.#exclusively(() => this.#exchange(request, stop));
  }

  /** A call and nothing else: whether somebody is there. */
  ping(stop: AbortSignal): Promise<'ready' | 'busy' | 'unreachable'> {
    return this.#exclusively(async () => {
      const line = await this.#open();
      if (typeof line === 'string') return 'unreachable';
      const called = await this.#call(line, stop, 1);
      if (called === 'answered') line.say(EOT);
      else if (called === 'silent' || called === 'over') this.#drop(line);
      if (called === 'answered') return 'ready';
      return called === 'busy' ? 'busy' : 'unreachable';
    });
  }

  close(): void {
    this.#line?.close();
  }

  #exclusively<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(async () => {
      this.#isTaken = true;
      try {
        return await run();
      } finally {
        this.#isTaken = false;
      }
    });
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #open(): Promise<ConcertLine | NotSentReason> {
    if (this.#line !== undefined && !this.#line.isOver) return this.#line;
    const { transport, timers, times } = this.#context;
    const opening = await transport.open(times.connectMs);
    if (opening.status === 'failed') return opening.reason;
    const unasked = (): void => {
      if (!this.#isTaken) void this.#exclusively(() => this.#visit(line));
    };
    const { connection } = opening;
    const line = new ConcertLine({ connection, timers, byteMs: times.byteMs, unasked });
    this.#line = line;
    return line;
  }

  /** A line that says nothing may be dead without having told (USB after a night, a pulled plug). */
  #drop(line: ConcertLine): void {
    line.close();
    if (this.#line === line) this.#line = undefined;
  }

  async #exchange(
    request: { readonly bytes: Uint8Array; readonly isOurs: (data: string) => boolean },
    stop: AbortSignal,
  ): Promise<Exchange> {
    const isFresh = this.#line === undefined || this.#line.isOver;
    const line = await this.#open();
    if (typeof line === 'string') return { status: 'not-sent', reason: line };
    const called = await this.#call(line, stop, CALLS_MAX);
    if (called === 'busy') return { status: 'busy' };
    if (called === 'stopped') return { status: 'not-sent', reason: stopReason(stop) };
    if (called !== 'answered') {
      this.#drop(line);
      // A line held open since the last payment may have died in the night: nothing was sent on it.
      if (called === 'over' && !isFresh) return this.#exchange(request, stop);
      const reason = called === 'silent' ? 'not-acknowledged' : 'connection-lost';
      return { status: 'not-sent', reason };
    }
    const sent = await this.#send(line, request.bytes, stop);
    if (sent !== 'acknowledged') return sent;
    return this.#answer(line, request.isOurs, stop);
  }

  /** ENQ until ACK; EOT and a pause between two. A refusal means busy, silence means off. */
  async #call(
    line: ConcertLine,
    stop: AbortSignal,
    callsMax: number,
  ): Promise<'answered' | 'busy' | 'silent' | 'over' | 'stopped'> {
    const { byteMs, pauseMs } = this.#context.times;
    let isBusy = false;
    let visits = 0;
    for (let calls = 1; ; calls += 1) {
      if (line.forget().wasCalled) await this.#visit(line);
      line.say(ENQ);
      const heard = await line.nextOf(['acknowledged', 'refused', 'enquiry', 'frame'], {
        withinMs: byteMs,
        stop,
      });
      if (heard.kind === 'acknowledged') return 'answered';
      if (heard.kind === 'over') return 'over';
      if ((heard.kind === 'enquiry' || heard.kind === 'frame') && visits < CALLS_MAX) {
        // Both called at once: the terminal has an old answer for us.
        await this.#visit(line, heard);
        visits += 1;
        calls -= 1;
        continue;
      }
      line.say(EOT);
      if (heard.kind === 'stopped') return 'stopped';
      isBusy ||= heard.kind !== 'silence';
      if (calls >= callsMax) return isBusy ? 'busy' : 'silent';
      const paused = await line.nextOf(['enquiry', 'frame'], { withinMs: pauseMs, stop });
      if (paused.kind === 'stopped') return 'stopped';
      if (paused.kind !== 'silence') line.putBack(paused);
    }
  }

  /** The request until ACK, again on NAK. Written once and not refused, nobody knows any more. */
  async #send(
    line: ConcertLine,
    bytes: Uint8Array,
    stop: AbortSignal,
  ): Promise<'acknowledged' | Exchange> {
    if (stop.aborted) {
      line.say(EOT);
      return { status: 'not-sent', reason: stopReason(stop) };
    }
    for (let resends = 0; ; resends += 1) {
      // NOTE: from here on the terminal may have the request, whatever becomes of the line.
      line.write(bytes);
      const heard = await line.nextOf(['acknowledged', 'refused', 'enquiry', 'frame'], {
        withinMs: this.#context.times.byteMs,
        stop,
      });
      if (heard.kind === 'enquiry' || heard.kind === 'frame') {
        // Its ACK was lost, and it has the answer already.
        line.putBack(heard);
        return 'acknowledged';
      }
      if (heard.kind === 'refused' && resends < RESENDS_MAX) continue;
      line.say(EOT);
      if (heard.kind === 'acknowledged') return 'acknowledged';
      if (heard.kind === 'refused') return { status: 'not-sent', reason: 'request-refused' };
      return unclear(heard, stop);
    }
  }

  /** Waits for the customer. Answers of earlier payments are taken and set apart. */
  async #answer(
    line: ConcertLine,
    isOurs: (data: string) => boolean,
    stop: AbortSignal,
  ): Promise<Exchange> {
    const { timers, times } = this.#context;
    const patience = new AbortController();
    const cancel = timers.after(times.answerMs, () => patience.abort());
    const until = AbortSignal.any([stop, patience.signal]);
    let badFrames = 0;
    try {
      for (;;) {
        const heard = await line.next({ stop: until });
        if (heard.kind === 'over') return unclear(heard, stop);
        if (heard.kind === 'stopped')
          return { status: 'unclear', reason: stop.aborted ? stopReason(stop) : 'no-answer' };
        if (heard.kind === 'enquiry') line.say(ACK);
        if (heard.kind === 'bad-frame') {
          badFrames += 1;
          if (badFrames > RESENDS_MAX) return { status: 'unclear', reason: 'unreadable-answer' };
          line.say(NAK);
        }
        if (heard.kind !== 'frame') continue;
        line.say(ACK);
        if (isOurs(heard.data)) {
          await this.#farewell(line, until);
          return { status: 'answered', data: heard.data };
        }
        this.#context.stray(heard.data);
      }
    } finally {
      cancel();
    }
  }

  /** EOT after an answer; a terminal that missed our ACK says its answer once more. */
  async #farewell(line: ConcertLine, stop: AbortSignal): Promise<void> {
    for (let heard = 0; heard < VISIT_MAX; heard += 1) {
      const { kind } = await line.next({ withinMs: this.#context.times.pauseMs, stop });
      if (kind === 'enquiry' || kind === 'frame') line.say(ACK);
      else return;
    }
  }

  /** The terminal calls while nothing is asked: it has the answer of an earlier payment. */
  async #visit(line: ConcertLine, first?: Heard): Promise<void> {
    let badFrames = 0;
    let heard = first ?? (await line.next({ withinMs: this.#context.times.pauseMs }));
    for (let count = 0; count < VISIT_MAX; count += 1) {
      if (heard.kind === 'enquiry' || heard.kind === 'frame') line.say(ACK);
      if (heard.kind === 'frame') this.#context.stray(heard.data);
      if (heard.kind === 'bad-frame') {
        badFrames += 1;
        if (badFrames > RESENDS_MAX) return;
        line.say(NAK);
      }
      if (['over', 'silence', 'stopped', 'end'].includes(heard.kind)) return;
      heard = await line.next({ withinMs: this.#context.times.byteMs });
    }
  }
}

function unclear(heard: Heard, stop: AbortSignal): Exchange {
  if (heard.kind === 'stopped') return { status: 'unclear', reason: stopReason(stop) };
  if (heard.kind !== 'over') return { status: 'unclear', reason: 'unacknowledged' };
  const reason = heard.end === 'closed' ? 'closed' : 'connection-lost';
  return { status: 'unclear', reason };
}
