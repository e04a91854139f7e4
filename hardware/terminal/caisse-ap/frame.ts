/**
 * Caisse-AP version 3 over TCP (Association du Paiement; facts from the open clients OCA
 * `l10n_fr_pos_caisse_ap_ip` and akretion `caisse-ap-ip`): records `TAG LENGTH VALUE` one after the
 * other, two letters, three digits, ASCII; no frame around them and no length of the whole. Pure.
 */

import { maskNumber } from '../mask-number.ts';

export type CaisseApRequest = {
  /** Two digits. */
  readonly tillNumber: string;
  readonly amountCents: number;
  /** Identifier of the till's maker (IPC), twelve characters. */
  readonly ipc: string;
  readonly action: Action;
  /** CC, only where the till chooses: `00C` cheque, `00V` holiday voucher. */
  readonly application?: string;
};

/** CD. */
export const ACTIONS = { debit: '0', refund: '1', cancellation: '2', duplicate: '3' } as const;
export type Action = keyof typeof ACTIONS;

/** CZ: the version that the open clients announce. */
const VERSION = '0300';
/** CE: euro, ISO 4217. */
export const EURO = '978';
/** BA: 0 asks for the answer at the end of the transaction, not at once. */
const ANSWER_AT_END = '0';

/**
 * The bytes of a request. The amount has at least two digits: `05`. BF (partial payment) is never
 * sent: newer Ingenico software refuses a request that has it (caisse-ap-ip, April 2025).
 */
export function requestBytes(request: CaisseApRequest): Uint8Array {
  const { tillNumber, amountCents, ipc, action, application } = request;
  const records: readonly (readonly [string, string])[] = [
    ['CZ', VERSION],
    ['CJ', ipc],
    ['CA', tillNumber],
    ['CE', EURO],
    ['BA', ANSWER_AT_END],
    ['CD', ACTIONS[action]],
    ['CB', String(amountCents).padStart(2, '0')],
    ...(application === undefined ? [] : ([['CC', application]] as const)),
  ];
  return new TextEncoder().encode(records.map(([tag, value]) => record(tag, value)).join(''));
}

export function record(tag: string, value: string): string {
  return `${tag}${String(value.length).padStart(3, '0')}${value}`;
}

/**
 * The tags we keep, and what their values look like. All others (tickets, private data, serial
 * numbers) are read over, and so is a value of another look: it could hide a card number.
 */
const KEPT = {
  CZ: /^[\x20-\x7e]{4}$/,
  CA: /^\d{1,2}$/,
  CB: /^\d{2,12}$/,
  CD: /^[0-9A-Z]$/,
  CE: /^\d{3}$/,
  AE: /^\d{2}$/,
  /** Two digits; some terminals add words, which are read over. */
  AF: /^\d{2}/,
  AA: /^[\x20-\x7e]{1,50}$/,
  AB: /^\d{4}$/,
  AC: /^[\x20-\x7e]{1,10}$/,
  AI: /^A[0-9A-F]{9,31}$/,
  CC: /^[0-9A-Z]{3}$/,
  CG: /^[\x20-\x7e]{1,10}$/,
  CI: /^\d$/,
} as const;
export type Tag = keyof typeof KEPT;

/** What decides whose money it was: one of another look makes the whole answer unreadable. */
const DECIDING: ReadonlySet<string> = new Set(['CA', 'CB', 'CD', 'CE', 'AE']);
export type AnswerRecords = ReadonlyMap<Tag, string>;

/**
 * `boundary`: what came so far ends with a whole record; since nothing gives the length of the
 * whole, more may follow. `malformed`: no record can be read any more.
 */
export type AnswerState = {
  readonly status: 'empty' | 'inside' | 'boundary' | 'malformed';
  readonly records: AnswerRecords;
};

export type AnswerReader = {
  readonly push: (bytes: Uint8Array) => void;
  readonly state: () => AnswerState;
};

/** Longest answer read: a ticket in base64 (ZT, AK) has at most 999 characters. */
const ANSWER_MAX = 8_192;
/** A real terminal may send bytes before CZ; more than this is no answer. */
const NOISE_MAX = 256;
const START = 'CZ004';
const HEADER = /^[A-Z]{2}\d{3}$/;

/** Reads an answer in any pieces and never throws. Card numbers are masked as they are read. */
export function answerReader(): AnswerReader {
  let rest = '';
  let length = 0;
  let hasStarted = false;
  let isMalformed = false;
  const records = new Map<Tag, string>();

  function readRecords(): void {
    if (!hasStarted) {
      const start = rest.indexOf(START);
      if (start === -1) {
        isMalformed ||= rest.length > NOISE_MAX;
        return;
      }
      hasStarted = true;
      rest = rest.slice(start);
    }
    while (rest.length >= 5 && !isMalformed) {
      const header = rest.slice(0, 5);
      const end = 5 + Number(header.slice(2));
      if (!HEADER.test(header)) isMalformed = true;
      else if (rest.length < end) return;
      else {
        keep(header.slice(0, 2), rest.slice(5, end));
        rest = rest.slice(end);
      }
    }
  }

  function keep(tag: string, value: string): void {
    if (!isKept(tag)) return;
    if (!KEPT[tag].test(value)) {
      isMalformed ||= DECIDING.has(tag);
      return;
    }
    const before = records.get(tag);
    const kept = keptOf(tag, value);
    // Two answers in one, of which nobody knows which is ours.
    if (before !== undefined && before !== kept) isMalformed = true;
    records.set(tag, kept);
  }

  return {
    push(bytes) {
      length += bytes.length;
      isMalformed ||= length > ANSWER_MAX;
      if (isMalformed) return;
      rest += String.fromCharCode(...bytes);
      readRecords();
    },
    state() {
      if (isMalformed) return { status: 'malformed', records };
      if (!hasStarted) return { status: rest === '' ? 'empty' : 'inside', records };
      return { status: rest === '' ? 'boundary' : 'inside', records };
    },
  };
}

function keptOf(tag: Tag, value: string): string {
  if (tag === 'AA') return maskNumber(value);
  return tag === 'AF' ? value.slice(0, 2) : value;
}

function isKept(tag: string): tag is Tag {
  return Object.hasOwn(KEPT, tag);
}
