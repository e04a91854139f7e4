import type { TerminalLine } from '../line.ts';
import type { TerminalMachine, Verdict } from '../machine.ts';
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

/** Answers one request on this line, as the table of Caisse-AP has it. */
export function speakCaisseAp(line: TerminalLine, machine: TerminalMachine): void {
  let text = '';
  let quiet: NodeJS.Timeout | undefined;
  let isAsked = false;
  let isOver = false;
  const say = (words: string): void => void line.write(Buffer.from(words, 'latin1'));

  function reply(
    request: Records,
    verdict: Verdict,
    mode: TerminalMode,
  ): boolean | Promise<boolean> {
    const words = answerTo(request, verdict, mode);
    switch (mode.kind) {
      case 'silent':
        return false;
      case 'power-cut':
      case 'reset':
        (line.tear ?? line.close)();
        return false;
      case 'cut':
        say(words.slice(0, mode.afterBytes ?? Math.floor(words.length / 2)));
        line.close();
        return false;
      case 'split':
        return sayInPieces(words, 7);
      case 'slow':
        return sayInPieces(words, 1);
      default:
        say(`${mode.kind === 'noise' ? '\u0002\u0000?CZ' : ''}${words}`);
        line.close();
        return !isOver && mode.kind !== 'wrong-amount';
    }
  }

  async function sayInPieces(words: string, size: number): Promise<boolean> {
    for (let at = 0; at < words.length; at += size) {
      say(words.slice(at, at + size));
      await new Promise((resolve) => setTimeout(resolve, size * PIECE_MS));
    }
    line.close();
    return !isOver;
  }

  function answer(request: Records): void {
    if (machine.mode.kind === 'busy') line.close();
    else if (isComplete(request)) carryOut(request);
    else {
      say(formatErrorAnswer());
      line.close();
    }
  }

  function carryOut(request: Records): void {
    const action = actionOf(request);
    const amountCents = Number(request.get('CB'));
    if (action === 'pay' || action === 'refund' || action === 'cancel') {
      const isTaken = machine.ask({ action, amountCents }, (verdict, mode) =>
        reply(request, verdict, mode),
      );
      if (!isTaken) line.close();
      return;
    }
    const slip = action === 'duplicate' ? machine.reprint() : undefined;
    if (slip !== undefined) say(reprintedAnswer(request, slip.amountCents));
    else say(declinedAnswer(request, amountCents, action === 'duplicate' ? '07' : '12'));
    line.close();
  }

  line.listen({
    received(bytes) {
      if (isAsked) return;
      clearTimeout(quiet);
      text += Buffer.from(bytes).toString('latin1');
      const records = text.length > REQUEST_MAX ? 'bad' : recordsIn(text);
      if (records === undefined) return;
      quiet = setTimeout(() => {
        isAsked = true;
        answer(records === 'bad' ? new Map() : records);
      }, QUIET_MS);
    },
    over() {
      isOver = true;
      clearTimeout(quiet);
    },
  });
}
