import { type Card, cardOf } from './card.ts';
import type { TerminalMode } from './modes.ts';

export type Action = 'pay' | 'refund' | 'cancel';

export type Transaction = {
  readonly id: number;
  readonly at: string;
  readonly action: Action;
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
  | { readonly status: 'waiting'; readonly amountCents: number; readonly action: Action }
  | {
      readonly status: 'over';
      readonly amountCents: number;
      readonly result: Transaction['result'];
    };

export type Asked = { readonly action: Action; readonly amountCents: number };
export type Verdict = Asked & { readonly result: Transaction['result']; readonly card: Card };

/** Tells the till, as the mode has it; says whether the till got the truth. */
export type Reply = (verdict: Verdict, mode: TerminalMode) => boolean | Promise<boolean>;

export type Decision = 'accept' | 'refuse' | 'abandon';

const TRANSACTIONS_MAX = 50;
const RESULT_SHOWN_MS = 4_000;
const RESULTS = { accept: 'paid', refuse: 'refused', abandon: 'abandoned' } as const;

type MachineContext = {
  readonly mode: TerminalMode;
  readonly now: () => string;
  readonly changed: () => void;
};

/** One transaction at a time, decided by a person or by the mode. Knows no protocol. */
export class TerminalMachine {
  readonly #context: MachineContext;
  #mode: TerminalMode;
  #open: { readonly asked: Asked; readonly reply: Reply } | undefined;
  #screen: Screen = { status: 'idle' };
  #transactions: readonly Transaction[] = [];
  #count = 0;
  #reprints = 0;
  #isOn = true;
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

  /** How many slips were printed once more. */
  get reprints(): number {
    return this.#reprints;
  }

  /** `false` after a power cut, until another mode is set. */
  get isOn(): boolean {
    return this.#isOn;
  }

  /** What all cards together were charged: payments less what went back. */
  get chargedCents(): number {
    return this.#transactions.reduce((sum, { action, amountCents, result }) => {
      if (result !== 'paid') return sum;
      return action === 'pay' ? sum + amountCents : sum - amountCents;
    }, 0);
  }

  /** `false` when another transaction is before the customer. */
  ask(asked: Asked, reply: Reply): boolean {
    if (this.#open !== undefined || !this.#isOn) return false;
    this.#open = { asked, reply };
    clearTimeout(this.#timer);
    this.#show({ status: 'waiting', ...asked });
    this.#letModeDecide();
    return true;
  }

  /** The last slip, printed once more; `undefined` when there is none. */
  reprint(): Transaction | undefined {
    const [last] = this.#transactions;
    if (last === undefined) return undefined;
    this.#reprints += 1;
    this.#context.changed();
    return last;
  }

  /** A press on a key; `false` when nothing is asked. */
  decide(decision: Decision): boolean {
    const open = this.#open;
    if (open === undefined) return false;
    this.#open = undefined;
    this.#count += 1;
    const id = this.#count;
    const { asked, reply } = open;
    const card = cardOf(id);
    const result = RESULTS[decision];
    const { authorisation, maskedNumber } = card;
    const at = this.#context.now();
    const said = reply({ ...asked, result, card }, this.#mode);
    const isAnswered = said === true;
    const transaction = { id, at, ...asked, result, authorisation, maskedNumber, isAnswered };
    this.#transactions = [transaction, ...this.#transactions].slice(0, TRANSACTIONS_MAX);
    if (this.#mode.kind === 'power-cut') this.#isOn = false;
    this.#show({ status: 'over', amountCents: asked.amountCents, result });
    this.#later(RESULT_SHOWN_MS, () => this.#show({ status: 'idle' }));
    if (typeof said !== 'boolean') void said.then((isTold) => this.#told(id, isTold));
    return true;
  }

  setMode(mode: TerminalMode): void {
    this.#mode = mode;
    this.#isOn = true;
    if (this.#open !== undefined) {
      clearTimeout(this.#timer);
      this.#letModeDecide();
    }
    this.#context.changed();
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #told(id: number, isAnswered: boolean): void {
    this.#transactions = this.#transactions.map((transaction) =>
      transaction.id === id ? { ...transaction, isAnswered } : transaction,
    );
    this.#context.changed();
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
