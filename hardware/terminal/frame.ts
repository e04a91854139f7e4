/**
 * Caisse-AP version 3 over TCP (Association du Paiement; facts from the open clients OCA
 * `l10n_fr_pos_caisse_ap_ip` and akretion `caisse-ap-ip`): records `TAG LENGTH VALUE` one after the
 * other, two letters, three digits, ASCII; no frame around them and no length of the whole. Pure.
 */

export type PaymentRequest = {
  /** Two digits. */
  readonly tillNumber: string;
  readonly amountCents: number;
  /** Identifier of the till's maker (IPC), twelve characters. */
  readonly ipc: string;
};

/** CZ: the version that the open clients announce. */
const VERSION = '0300';
/** CD: 0 is a debit. */
export const DEBIT = '0';
/** CE: euro, ISO 4217. */
export const EURO = '978';
/** BA: 0 asks for the answer at the end of the transaction, not at once. */
const ANSWER_AT_END = '0';

/** The bytes that ask for a card payment. The amount has at least two digits: `05`. */
export function paymentRequest({ tillNumber, amountCents, ipc }: PaymentRequest): Uint8Array {
  const records: readonly (readonly [string, string])[] = [
    ['CZ', VERSION],
    ['CJ', ipc],
    ['CA', tillNumber],
    ['CE', EURO],
    ['BA', ANSWER_AT_END],
    ['CD', DEBIT],
    ['CB', String(amountCents).padStart(2, '0')],
  ];
  return new TextEncoder().encode(records.map(([tag, value]) => record(tag, value)).join(''));
}

export function record(tag: string, value: string): string {
  return `${tag}${String(value.length).padStart(3, '0')}${value}`;
}

/** The tags we keep. All others (tickets, private data, serial numbers) are read over. */
const KEPT = ['CZ', 'CA', 'CB', 'CD', 'CE', 'AE', 'AF', 'AA', 'AC', 'CC', 'CI'] as const;
export type Tag = (typeof KEPT)[number];
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
    const known = KEPT.find((kept) => kept === tag);
    if (known === undefined) return;
    const before = records.get(known);
    const kept = known === 'AA' ? maskNumber(value) : value;
    if (before !== undefined && before !== kept) isMalformed = true;
    records.set(known, kept);
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

/**
 * Six digits at the start and four at the end are the most that may be kept (PCI DSS 3.4.1); what is
 * between becomes `#`, whatever the terminal sent. Short numbers keep their last four only.
 */
export function maskNumber(value: string): string {
  const first = value.length > 12 ? 6 : 0;
  const last = Math.max(first, value.length - 4);
  return Array.from(value, (character, at) =>
    at >= first && at < last && /\d/.test(character) ? '#' : character,
  ).join('');
}
