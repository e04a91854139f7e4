import type { TerminalLine } from '../line.ts';
import type { TerminalMachine } from '../machine.ts';
import type { TerminalMode } from '../modes.ts';
import {
  actionOf,
  answerTo,
  declinedAnswer,
  formatErrorAnswer,
  isComplete,
  type Records,
  recordsIn,
  reprintedAnswer,
} from './wire.ts';

/** Silence after a whole record that means: that was the request. */
const QUIET_MS = 100;
const REQUEST_MAX = 2_048;
/** For each character of an answer that comes in pieces. */
const PIECE_MS = 2;

/** Answers one request on its line, as the table of Caisse-AP has it. */
export class CaisseApSpeaker {
  readonly #line: TerminalLine;
  readonly #machine: TerminalMachine;
  #text = '';
  #quiet: NodeJS.Timeout | undefined;
  #isAsked = false;
  #isOver = false;

  constructor(line: TerminalLine, machine: TerminalMachine) {
    this.#line = line;
    this.#machine = machine;
    line.listen({
      received: (bytes) => this.#hear(Buffer.from(bytes).toString('latin1')),
      over: () => {
        this.#isOver = true;
        clearTimeout(this.#quiet);
      },
    });
  }

  #hear(words: string): void {
    if (this.#isAsked) return;
    clearTimeout(this.#quiet);
    this.#text += words;
    const records = this.#text.length > REQUEST_MAX ? 'bad' : recordsIn(this.#text);
    if (records === undefined) return;
    this.#quiet = setTimeout(() => {
      this.#isAsked = true;
      this.#answer(records === 'bad' ? new Map() : records);
    }, QUIET_MS);
  }

  #answer(request: Records): void {
    if (this.#machine.mode.kind === 'busy') this.#line.close();
    else if (isComplete(request)) this.#carryOut(request);
    else this.#end(formatErrorAnswer());
  }

  #carryOut(request: Records): void {
    const action = actionOf(request);
    const amountCents = Number(request.get('CB'));
    if (action === 'pay' || action === 'refund' || action === 'cancel') {
      const isTaken = this.#machine.ask({ action, amountCents }, (verdict, mode) =>
        this.#reply(answerTo(request, verdict, mode), mode),
      );
      if (!isTaken) this.#line.close();
      return;
    }
    const slip = action === 'duplicate' ? this.#machine.reprint() : undefined;
    if (slip !== undefined) this.#end(reprintedAnswer(request, slip.amountCents));
    else this.#end(declinedAnswer(request, amountCents, action === 'duplicate' ? '07' : '12'));
  }

  #reply(words: string, mode: TerminalMode): boolean | Promise<boolean> {
    switch (mode.kind) {
      case 'silent':
        return false;
      case 'power-cut':
      case 'reset':
        (this.#line.tear ?? this.#line.close)();
        return false;
      case 'cut':
        this.#end(words.slice(0, mode.afterBytes ?? Math.floor(words.length / 2)));
        return false;
      case 'split':
        return this.#endInPieces(words, 7);
      case 'slow':
        return this.#endInPieces(words, 1);
      default: {
        const isTold = !this.#isOver && mode.kind !== 'wrong-amount';
        this.#end(`${mode.kind === 'noise' ? '\u0002\u0000?CZ' : ''}${words}`);
        return isTold;
      }
    }
  }

  #end(words: string): void {
    void this.#line.write(Buffer.from(words, 'latin1'));
    this.#line.close();
  }

  async #endInPieces(words: string, size: number): Promise<boolean> {
    for (let at = 0; at < words.length; at += size) {
      void this.#line.write(Buffer.from(words.slice(at, at + size), 'latin1'));
      await new Promise((resolve) => setTimeout(resolve, size * PIECE_MS));
    }
    const isTold = !this.#isOver;
    this.#line.close();
    return isTold;
  }
}
