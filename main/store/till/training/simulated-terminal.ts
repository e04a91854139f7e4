import type {
  MoneyAsked,
  ReversalAsked,
  TerminalOutcome,
} from '#hardware/terminal/card-terminal.ts';

import type { TerminalAnswer } from './training.ts';

/** As long as a customer takes to hold a card to a terminal, shortened for somebody who practises. */
const CARD_MS = 900;

/** Authorisation and number that no bank gives: they show on the training receipt. */
const CARD = { authorisation: 'FACTICE', maskedNumber: '000000######0000' };

export type SimulatedTerminal = {
  readonly pay: (asked: MoneyAsked) => Promise<TerminalOutcome>;
  readonly refund: (asked: ReversalAsked) => Promise<TerminalOutcome>;
  readonly answerNext: (answer: TerminalAnswer) => void;
};

/** The terminal of the training world: accepts, unless it was told what to answer next. */
export function simulatedTerminal(waitMs: number = CARD_MS): SimulatedTerminal {
  let next: TerminalAnswer = 'accepted';
  async function perform(): Promise<TerminalOutcome> {
    const answer = next;
    next = 'accepted';
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    return outcomeOf(answer);
  }
  return {
    pay: perform,
    refund: perform,
    answerNext(answer) {
      next = answer;
    },
  };
}

function outcomeOf(answer: TerminalAnswer): TerminalOutcome {
  switch (answer) {
    case 'accepted':
      return { status: 'paid', card: CARD };
    case 'declined':
      return { status: 'declined', reason: 'refused', sentence: 'carte refusée (formation)' };
    case 'unreachable':
      return { status: 'not-sent', reason: 'unreachable' };
  }
}
