import { assertNever } from '#app/lib/assert.ts';

import type { TerminalMode } from './modes.ts';
import {
  type Card,
  declinedAnswer,
  formatErrorAnswer,
  isComplete,
  paidAnswer,
  type Records,
} from './wire.ts';

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
  | {
      readonly status: 'over';
      readonly amountCents: number;
      readonly result: Transaction['result'];
    };

/** The line to the till of one request. */
export type Caller = {
  /** `false` when the till has gone. */
  readonly answer: (text: string) => boolean;
  readonly hangUp: () => void;
  readonly reset: () => void;
};

export type Decision = 'accept' | 'refuse' | 'abandon';

const TRANSACTIONS_MAX = 50;
const RESULT_SHOWN_MS = 4_000;

type Open = { readonly request: Records; readonly caller: Caller; readonly amountCents: number };

type MachineContext = {
  readonly mode: TerminalMode;
  readonly now: () => string;
  readonly changed: () => void;
};

/** One transaction at a time, decided by a person or by the mode. */
export class TerminalMachine {
  readonly #context: MachineContext;
  #mode: TerminalMode;
  #open: Open | undefined;
  #screen: Screen = { status: 'idle' };
  #transactions: readonly Transaction[] = [];
  #count = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(context: MachineContext) {
    this.#context = context;
    this.#mode = context.mode;
  }

  get mode(): TerminalMode {
    return this.#mode;
  }

  get screen(): Screen {
    return this.#screen;
  }

  /** The terminal's own journal, newest first: the proof when the till is in doubt. */
  get transactions(): readonly Transaction[] {
    return this.#transactions;
  }

  ask(request: Records, caller: Caller): void {
    if (this.#open !== undefined) {
      caller.hangUp();
      return;
    }
    if (!isComplete(request)) {
      caller.answer(formatErrorAnswer());
      caller.hangUp();
      return;
    }
    const amountCents = Number(request.get('CB'));
    this.#open = { request, caller, amountCents };
    clearTimeout(this.#timer);
    this.#show({ status: 'waiting', amountCents });
    this.#letModeDecide();
  }

  /** A press on a key; `false` when nothing is asked. */
  decide(decision: Decision): boolean {
    const asked = this.#open;
    if (asked === undefined) return false;
    this.#open = undefined;
    this.#count += 1;
    const card = cardOf(this.#count);
    const isAnswered = reply(this.#mode, asked, answerTo(asked, decision, this.#mode, card));
    const { amountCents } = asked;
    const result = RESULTS[decision];
    const at = this.#context.now();
    const transaction = { id: this.#count, at, amountCents, result, ...card, isAnswered };
    this.#transactions = [transaction, ...this.#transactions].slice(0, TRANSACTIONS_MAX);
    this.#show({ status: 'over', amountCents, result });
    this.#later(RESULT_SHOWN_MS, () => this.#show({ status: 'idle' }));
    return true;
  }

  setMode(mode: TerminalMode): void {
    this.#mode = mode;
    if (this.#open !== undefined) {
      clearTimeout(this.#timer);
      this.#letModeDecide();
    }
    this.#context.changed();
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #letModeDecide(): void {
    if (this.#mode.kind === 'manual') return;
    const decision = this.#mode.kind === 'refuse' ? 'refuse' : 'accept';
    this.#later(this.#mode.delayMs, () => void this.decide(decision));
  }

  #show(screen: Screen): void {
    this.#screen = screen;
    this.#context.changed();
  }

  #later(delayMs: number, run: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(run, delayMs);
  }
}

/** Another card each time, the same ones in every run. */
function cardOf(count: number): Card {
  return {
    authorisation: String(100_000 + ((count * 7_919) % 900_000)),
    maskedNumber: `497010######${1_000 + ((count * 1_237) % 9_000)}`,
  };
}

const RESULTS = { accept: 'paid', refuse: 'refused', abandon: 'abandoned' } as const;

function answerTo(
  { request, amountCents }: Open,
  decision: Decision,
  mode: TerminalMode,
  card: Card,
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
