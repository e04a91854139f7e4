/**
 * Concert E+ on a serial line (facts from the open clients pyTeliumManager, pypostelium and OCA
 * `hw_telium_payment_terminal`; PayXpert's user documents for its variants). 7-bit ASCII. Pure.
 */

import { maskNumber } from '../mask-number.ts';

export const STX = 0x02;
export const ETX = 0x03;
export const EOT = 0x04;
export const ENQ = 0x05;
export const ACK = 0x06;
export const NAK = 0x15;

/** Of the data between STX and ETX. */
export const DATA_MAX = 512;

export type ConcertRequest = {
  /** Two digits. */
  readonly tillNumber: string;
  readonly amountCents: number;
  readonly type: keyof typeof TYPES;
  /** `1` card unless said; `C` cheque. */
  readonly mode?: string;
};

/** Offset 12. */
export const TYPES = { debit: '0', refund: '1', cancellation: '2' } as const;

/** IND 0: no report in the answer, because it could hold a whole card number. */
const NO_REPORT = '0';
const CARD = '1';
/** Euro, ISO 4217. */
export const EURO = '978';
const NO_PRIVATE_DATA = ' '.repeat(10);
/** A010: answer at the end of the transaction. A011 would only say that it is taken into account. */
const ANSWER_AT_END = 'A010';
/** B010: the terminal decides whether to ask for an authorisation. */
const TERMINAL_DECIDES = 'B010';

/** The 34 characters of a request. */
export function requestData({ tillNumber, amountCents, type, mode }: ConcertRequest): string {
  return [
    tillNumber,
    String(amountCents).padStart(8, '0'),
    NO_REPORT,
    mode ?? CARD,
    TYPES[type],
    EURO,
    NO_PRIVATE_DATA,
    ANSWER_AT_END,
    TERMINAL_DECIDES,
  ].join('');
}

/** STX, the data, ETX and the check of both. */
export function frameOf(data: string): Uint8Array {
  const bytes = Uint8Array.from(data, (character) => character.charCodeAt(0));
  return Uint8Array.of(STX, ...bytes, ETX, checkOf(bytes));
}

/** LRC: the exclusive or of all data bytes and ETX. */
function checkOf(data: Iterable<number>): number {
  let check = ETX;
  for (const byte of data) check ^= byte;
  return check;
}

export type ConcertAnswer = {
  readonly tillNumber: string;
  /** STAT: `0` done, `7` refused, `9` not verified. */
  readonly result: string;
  readonly amountCents: number;
  /** Empty without a report. */
  readonly maskedNumber: string;
  readonly currency: string;
};

/**
 * Where the currency stands, by the length of the answer: 25 characters, or 80 with a report of 55.
 * PayXpert's table also shows IND, TYPE, DELAI and AUTO as in the request: one character each (29,
 * 84), or the last two of four (35, 90).
 */
const CURRENCY_AT: Readonly<Record<number, number>> = {
  25: 12,
  80: 67,
  29: 14,
  84: 69,
  35: 14,
  90: 69,
};
const REPORT_LENGTH = 55;
/** A card number, whole or masked, at the start of the report, up to the first space. */
const CARD_NUMBER = /^[\d*#xX.]{12,19}(?= |$)/;

/** Reads the data of an answer; `undefined` where it is none. A card number is masked at once. */
export function answerOf(data: string): ConcertAnswer | undefined {
  const at = CURRENCY_AT[data.length];
  const head = /^(\d\d)(.)(\d{8})/.exec(data);
  if (at === undefined || head === null) return undefined;
  const currency = data.slice(at, at + 3);
  if (!/^\d{3}$/.test(currency)) return undefined;
  const report = at > REPORT_LENGTH ? data.slice(at - REPORT_LENGTH, at) : '';
  const number = CARD_NUMBER.exec(report)?.[0] ?? '';
  return {
    tillNumber: head[1] ?? '',
    result: head[2] ?? '',
    amountCents: Number(head[3]),
    maskedNumber: maskNumber(number),
    currency,
  };
}

export type Signal =
  | { readonly kind: 'enquiry' | 'acknowledged' | 'refused' | 'end' }
  | { readonly kind: 'frame'; readonly data: string }
  /** A check that does not match, or more data than a frame may have. */
  | { readonly kind: 'bad-frame' };

const SIGNALS: Readonly<Record<number, Signal>> = {
  [ENQ]: { kind: 'enquiry' },
  [ACK]: { kind: 'acknowledged' },
  [NAK]: { kind: 'refused' },
  [EOT]: { kind: 'end' },
};

export type SignalReader = {
  /** What these bytes complete. Anything that is no signal and no frame is skipped. */
  readonly push: (bytes: Uint8Array) => readonly Signal[];
  /** Whether a frame has begun. */
  readonly isInside: () => boolean;
  /** Forgets the frame that has begun. */
  readonly reset: () => void;
};

/** Reads the line in any pieces and never throws. */
export function signalReader(): SignalReader {
  let data: number[] | undefined;
  let isEnded = false;
  const begin = (): void => {
    data = [];
    isEnded = false;
  };

  function read(byte: number): Signal | undefined {
    if (data === undefined) {
      if (byte !== STX) return SIGNALS[byte];
      begin();
      return undefined;
    }
    if (isEnded) {
      const isRight = byte === checkOf(data);
      const text = String.fromCharCode(...data);
      data = undefined;
      if (isRight) return { kind: 'frame', data: text };
      // The check never came and the next frame is here already.
      if (byte === STX) begin();
      return { kind: 'bad-frame' };
    }
    if (byte === ETX) isEnded = true;
    // Noise looked like the start of a frame: this is the start.
    else if (byte === STX) begin();
    else if (data.length === DATA_MAX) {
      data = undefined;
      return { kind: 'bad-frame' };
    } else data.push(byte);
    return undefined;
  }

  return {
    push: (bytes) => Array.from(bytes, read).filter((signal) => signal !== undefined),
    isInside: () => data !== undefined,
    reset() {
      data = undefined;
    },
  };
}
