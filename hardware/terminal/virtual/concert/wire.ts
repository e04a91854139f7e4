import type { Verdict } from '../machine.ts';
import type { TerminalMode } from '../modes.ts';

/**
 * The terminal's side of Concert E+, written from its tables: STX, data, ETX and the exclusive or of
 * data and ETX. Shares nothing with the driver.
 */

export const CONTROL = { stx: 2, etx: 3, eot: 4, enq: 5, ack: 6, nak: 21 } as const;

/** The 34 characters that a till sends. */
export type TillRequest = {
  readonly pos: string;
  readonly amountCents: number;
  readonly wantsReport: boolean;
  readonly mode: string;
  readonly action: 'pay' | 'refund' | 'cancel';
  readonly currency: string;
  readonly privateData: string;
};

const REQUEST =
  /^(?<pos>\d\d)(?<amount>\d{8})(?<ind>[012])(?<mode>[0-9A-Z])(?<type>[012])(?<currency>\d{3})(?<own>.{10})A01[01]B01[01]$/;
const ACTIONS = { '0': 'pay', '1': 'refund', '2': 'cancel' } as const;

/** A whole frame, from STX to its check; `undefined` when anything in it is wrong. */
export function requestIn(frame: readonly number[]): TillRequest | undefined {
  const data = frame.slice(1, -2);
  const isRight = frame.slice(1, -1).reduce((sum, byte) => sum ^ byte, 0) === frame.at(-1);
  const fields = REQUEST.exec(String.fromCharCode(...data))?.groups;
  if (!isRight || fields === undefined) return undefined;
  const action = ACTIONS[fields['type'] as keyof typeof ACTIONS];
  return {
    pos: fields['pos'] ?? '',
    amountCents: Number(fields['amount']),
    wantsReport: fields['ind'] === '1',
    mode: fields['mode'] ?? '',
    action,
    currency: fields['currency'] ?? '',
    privateData: fields['own'] ?? '',
  };
}

/** 25 characters, or 80 with a report. */
export function answerTo(request: TillRequest, verdict: Verdict, { kind }: TerminalMode): string {
  const cents = verdict.amountCents + (kind === 'wrong-amount' ? 1 : 0);
  const hasReport = request.wantsReport || kind === 'full-number';
  const number = kind === 'full-number' ? verdict.card.number : verdict.card.maskedNumber;
  return [
    request.pos,
    resultOf(verdict, kind),
    String(cents).padStart(8, '0'),
    request.mode,
    hasReport ? number.padEnd(55, ' ') : '',
    request.currency,
    request.privateData,
  ].join('');
}

function resultOf({ result }: Verdict, kind: TerminalMode['kind']): '0' | '7' | '9' {
  if (result !== 'paid') return '7';
  return kind === 'unverified' ? '9' : '0';
}

export function framed(data: string): number[] {
  const bytes = Array.from(data, (character) => character.charCodeAt(0));
  const check = [...bytes, CONTROL.etx].reduce((sum, byte) => sum ^ byte, 0);
  return [CONTROL.stx, ...bytes, CONTROL.etx, check];
}
