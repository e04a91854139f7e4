import type { TerminalLine } from '../line.ts';
import type { TerminalMachine, Verdict } from '../machine.ts';
import type { TerminalMode } from '../modes.ts';
import { answerTo, CONTROL, framed, requestIn, type TillRequest } from './wire.ts';

/** What a terminal does three times before it gives up. */
const TRIES = 3;
/** Noise that means nothing. */
const NOISE = [0x00, 0x7f, 0x3f, 0xff, 0x41];
/** Between two bytes of a slow terminal. */
const SLOW_MS = 1;

/**
 * The terminal's end of a Concert line: answers calls and takes requests; when the customer is done it
 * calls and tells. `waitMs`: how long it waits for the till to answer.
 */
export class ConcertSpeaker {
  readonly #line: TerminalLine;
  readonly #machine: TerminalMachine;
  readonly #waitMs: number;
  #state: 'idle' | 'called' | 'taken' | 'asking' | 'telling' = 'idle';
  #frame: number[] | undefined;
  #request: TillRequest | undefined;
  #faults = 0;
  #isOver = false;
  #heard: ((byte: number | undefined) => void) | undefined;

  constructor(context: {
    readonly line: TerminalLine;
    readonly machine: TerminalMachine;
    readonly waitMs: number;
  }) {
    this.#line = context.line;
    this.#machine = context.machine;
    this.#waitMs = context.waitMs;
    this.#line.listen({
      received: (bytes) => {
        for (const byte of bytes) this.#hear(byte);
      },
      over: () => {
        this.#isOver = true;
        this.#heard?.(undefined);
      },
    });
  }

  get #mode(): TerminalMode['kind'] {
    return this.#machine.mode.kind;
  }

  #hear(byte: number): void {
    if (this.#mode === 'mute' || !this.#machine.isOn) return;
    if (this.#frame !== undefined) this.#hearFrame(this.#frame, byte);
    else if (this.#state === 'telling') this.#heard?.(byte);
    else if (byte === CONTROL.enq) this.#called();
    else if (byte === CONTROL.stx && this.#state === 'called') this.#frame = [byte];
    else if (byte === CONTROL.eot) this.#ended();
  }

  #called(): void {
    if (this.#state === 'asking' || this.#mode === 'busy') this.#say(CONTROL.nak);
    else if (this.#isFirst('busy-once')) this.#say(CONTROL.nak);
    else {
      this.#state = 'called';
      this.#say(CONTROL.ack);
    }
  }

  #hearFrame(frame: number[], byte: number): void {
    frame.push(byte);
    if (frame.at(-2) !== CONTROL.etx) return;
    this.#frame = undefined;
    const request = requestIn(frame);
    if (request === undefined || this.#mode === 'nak' || this.#isFirst('nak-once')) {
      this.#say(CONTROL.nak);
      return;
    }
    this.#request = request;
    this.#state = 'taken';
    if (this.#mode !== 'lost-acknowledgement') this.#say(CONTROL.ack);
  }

  #ended(): void {
    const request = this.#request;
    if (this.#state !== 'taken' || request === undefined) {
      this.#state = 'idle';
      return;
    }
    this.#request = undefined;
    const { action, amountCents } = request;
    const isTaken = this.#machine.ask({ action, amountCents }, (verdict, mode) =>
      this.#reply(request, verdict, mode),
    );
    this.#state = isTaken ? 'asking' : 'idle';
  }

  #reply(request: TillRequest, verdict: Verdict, mode: TerminalMode): boolean | Promise<boolean> {
    this.#state = 'idle';
    if (mode.kind === 'silent') return false;
    if (mode.kind === 'power-cut') {
      this.#line.tear?.();
      return false;
    }
    this.#state = 'telling';
    return this.#tell(framed(answerTo(request, verdict, mode)), mode).finally(() => {
      this.#state = 'idle';
    });
  }

  async #tell(frame: readonly number[], mode: TerminalMode): Promise<boolean> {
    if (!(await this.#until(CONTROL.ack, () => this.#say(CONTROL.enq)))) return false;
    if (mode.kind === 'cut') {
      this.#say(...frame.slice(0, mode.afterBytes ?? Math.floor(frame.length / 2)));
      this.#line.close();
      return false;
    }
    const isHeard = await this.#until(CONTROL.ack, () => {
      const isWrong = this.#isFirst('bad-check-once');
      this.#say(...(isWrong ? [...frame.slice(0, -1), (frame.at(-1) ?? 0) ^ 0x55] : frame));
    });
    this.#say(CONTROL.eot);
    return isHeard && mode.kind !== 'wrong-amount';
  }

  /** Says it until the till answers so, three times at the most. */
  async #until(wanted: number, say: () => void): Promise<boolean> {
    for (let tries = 0; tries < TRIES && !this.#isOver; tries += 1) {
      const answered = this.#answer();
      say();
      if ((await answered) === wanted) return true;
    }
    return false;
  }

  /** The next ACK or NAK of the till; `undefined` when none comes. */
  #answer(): Promise<number | undefined> {
    return new Promise((resolve) => {
      const over = (byte: number | undefined): void => {
        clearTimeout(timer);
        this.#heard = undefined;
        resolve(byte);
      };
      const timer = setTimeout(() => over(undefined), this.#waitMs);
      this.#heard = (byte) => {
        if (byte === undefined || byte === CONTROL.ack || byte === CONTROL.nak) over(byte);
      };
    });
  }

  /** Whether this is the one time that the fault of the mode happens. */
  #isFirst(kind: TerminalMode['kind']): boolean {
    if (this.#mode !== kind) return false;
    this.#faults += 1;
    return this.#faults === 1;
  }

  #say(...bytes: readonly number[]): void {
    const said = this.#mode === 'garbage' ? [...NOISE, ...bytes, ...NOISE] : bytes;
    if (this.#mode === 'slow') void this.#saySlowly(said);
    else void this.#line.write(Uint8Array.from(said));
  }

  async #saySlowly(bytes: readonly number[]): Promise<void> {
    for (const byte of bytes) {
      await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
      await this.#line.write(Uint8Array.of(byte));
    }
  }
}
