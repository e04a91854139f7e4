import { assertNever } from '#app/lib/assert.ts';

import type { TerminalMode } from './modes.ts';
import { declinedAnswer, formatErrorAnswer, isComplete, paidAnswer, type Records } from './wire.ts';

export type Transaction = {
  readonly id: number;
  readonly at: string;
  readonly amountCents: number;
  readonly result: 'paid' | 'refused' | 'abandoned';
  readonly maskedNumber: string;
  readonly authorisation: string;
  /** Whether the till was told, and told the truth, as far as the terminal knows. */
  readonly isAnswered: boolean;
};

/** What the screen of the terminal shows. */
export type Screen =
  | { readonly status: 'idle' }
  | { readonly status: 'waiting'; readonly amountCents: number }
  | { readonly status: 'over'; readonly amountCents: number; readonly result: Transaction['result'] };

/** The line to the till of one request. */
export type Caller = {
  /** `false` when the till has gone. */
  readonly answer: (text: string) => boolean;
  readonly hangUp: () => void;
  readonly reset: () => void;
};

export type Decision = 'accept' | 'refuse' | 'abandon';

export type TerminalMachine = {
  readonly ask: (request: Records, caller: Caller) => void;
  /** A press on a key; `false` when nothing is asked. */
  readonly decide: (decision: Decision) => boolean;
  readonly setMode: (mode: TerminalMode) => void;
  readonly mode: () => TerminalMode;
  readonly screen: () => Screen;
  /** The terminal's own journal, newest first: the proof when the till is in doubt. */
  readonly transactions: () => readonly Transaction[];
  readonly close: () => void;
};

const TRANSACTIONS_MAX = 50;
const RESULT_SHOWN_MS = 4_000;

type Open = { readonly request: Records; readonly caller: Caller; readonly amountCents: number };

/** One transaction at a time, decided by a person or by the mode. */
export function terminalMachine(context: {
  readonly mode: TerminalMode;
  readonly now: () => string;
  readonly changed: () => void;
}): TerminalMachine {
  let { mode } = context;
  let open: Open | undefined;
  let screen: Screen = { status: 'idle' };
  let transactions: readonly Transaction[] = [];
  let count = 0;
  let timer: NodeJS.Timeout | undefined;

  function show(next: Screen): void {
    screen = next;
    context.changed();
  }

  function later(delayMs: number, run: () => void): void {
    clearTimeout(timer);
    timer = setTimeout(run, delayMs);
  }

  function decide(decision: Decision): boolean {
    const asked = open;
    if (asked === undefined) return false;
    open = undefined;
    count += 1;
    const card = {
      authorisation: String(100_000 + ((count * 7_919) % 900_000)),
      maskedNumber: `497010######${String(1_000 + ((count * 1_237) % 9_000))}`,
    };
    const isAnswered = reply(mode, asked, answerTo(asked, decision, mode, card));
    const result = RESULTS[decision];
    const { amountCents } = asked;
    const transaction = { id: count, at: context.now(), amountCents, result, ...card, isAnswered };
    transactions = [transaction, ...transactions].slice(0, TRANSACTIONS_MAX);
    show({ status: 'over', amountCents, result });
    later(RESULT_SHOWN_MS, () => show({ status: 'idle' }));
    return true;
  }

  function letModeDecide(): void {
    if (mode.kind === 'manual') return;
    const decision = mode.kind === 'refuse' ? 'refuse' : 'accept';
    later(mode.delayMs, () => void decide(decision));
  }

  return {
    ask(request, caller) {
      if (open !== undefined) {
        caller.hangUp();
        return;
      }
      if (!isComplete(request)) {
        caller.answer(formatErrorAnswer());
        caller.hangUp();
        return;
      }
      const amountCents = Number(request.get('CB'));
      open = { request, caller, amountCents };
      clearTimeout(timer);
      show({ status: 'waiting', amountCents });
      letModeDecide();
    },
    decide,
    setMode(next) {
      mode = next;
      if (open !== undefined) {
        clearTimeout(timer);
        letModeDecide();
      }
      context.changed();
    },
    mode: () => mode,
    screen: () => screen,
    transactions: () => transactions,
    close: () => clearTimeout(timer),
  };
}

const RESULTS = { accept: 'paid', refuse: 'refused', abandon: 'abandoned' } as const;

function answerTo(
  { request, amountCents }: Open,
  decision: Decision,
  mode: TerminalMode,
  card: { readonly authorisation: string; readonly maskedNumber: string },
): string {
  if (decision === 'refuse') return declinedAnswer(request, amountCents, '04');
  if (decision === 'abandon') return declinedAnswer(request, amountCents, '06');
  return paidAnswer(request, amountCents + (mode.kind === 'wrong-amount' ? 1 : 0), card);
}

/** Sends the answer as the mode has it; says whether the till got the truth. */
function reply(mode: TerminalMode, { caller }: Open, answer: string): boolean {
  switch (mode.kind) {
    case 'manual':
    case 'accept':
    case 'refuse':
    case 'late': {
      const isHeard = caller.answer(answer);
      caller.hangUp();
      return isHeard;
    }
    case 'wrong-amount':
      caller.answer(answer);
      caller.hangUp();
      return false;
    case 'silent':
      return false;
    case 'cut':
      caller.answer(answer.slice(0, mode.afterBytes ?? Math.floor(answer.length / 2)));
      caller.hangUp();
      return false;
    case 'reset':
      caller.reset();
      return false;
    default:
      return assertNever(mode);
  }
}
