import { assertNever } from '#app/lib/assert.ts';

import type { TerminalMode } from '../modes.ts';
import type { Verdict } from '../machine.ts';

/**
 * The terminal's side of Caisse-AP version 3, written from the table of tags: `TAG LENGTH VALUE`,
 * two letters, three digits. Shares nothing with the driver.
 */

export type Records = ReadonlyMap<string, string>;

/** Without one of these a terminal answers AE=01, AF=09 (message format). */
const MANDATORY = ['CZ', 'CJ', 'CA', 'CB', 'CD', 'CE'];

export function isComplete(records: Records): boolean {
  // BF breaks newer terminals: to this one it is a wrong format.
  return MANDATORY.every((tag) => records.has(tag)) && !records.has('BF');
}

/** CD: 0 debit, 1 credit, 2 cancellation, 3 duplicate. */
export function actionOf(records: Records): 'pay' | 'refund' | 'cancel' | 'duplicate' | undefined {
  switch (records.get('CD')) {
    case '0':
      return 'pay';
    case '1':
      return 'refund';
    case '2':
      return 'cancel';
    case '3':
      return 'duplicate';
    default:
      return undefined;
  }
}

/** The records of a text; `undefined` while the last one is not whole, `bad` when it is no record. */
export function recordsIn(text: string): Records | 'bad' | undefined {
  const records = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const header = /^([A-Z]{2})(\d{3})/.exec(text.slice(at, at + 5));
    if (header === null) return text.length - at < 5 ? undefined : 'bad';
    const end = at + 5 + Number(header[2]);
    if (end > text.length) return undefined;
    records.set(header[1] ?? '', text.slice(at + 5, end));
    at = end;
  }
  return records;
}

function write(records: readonly (readonly [string, string])[]): string {
  return records
    .map(([tag, value]) => `${tag}${String(value.length).padStart(3, '0')}${value}`)
    .join('');
}

/** A Desk/5000 names its own version and pads the amount with zeros. */
function repeated(request: Records, amountCents: number): [string, string][] {
  return [
    ['CZ', '0301'],
    ['CJ', request.get('CJ') ?? ''],
    ['CA', request.get('CA') ?? ''],
    ['CE', request.get('CE') ?? ''],
    ['BA', '0'],
    ['CD', request.get('CD') ?? ''],
    ['CB', String(amountCents).padStart(8, '0')],
  ];
}

export function answerTo(request: Records, verdict: Verdict, mode: TerminalMode): string {
  const { amountCents, card } = verdict;
  switch (verdict.result) {
    case 'refused':
      return declinedAnswer(request, amountCents, '04');
    case 'abandoned':
      return declinedAnswer(request, amountCents, '06');
    case 'paid':
      return write([
        ...repeated(request, amountCents + (mode.kind === 'wrong-amount' ? 1 : 0)),
        ['AE', '10'],
        ['AF', '01'],
        ['CC', '00B'],
        ['CI', '2'],
        ['AC', card.authorisation],
        ['AA', mode.kind === 'full-number' ? card.number : card.maskedNumber],
        ['AI', 'A0000000421010'],
        ['CF', mode.kind === 'full-number' ? card.number : '0101000000'],
        ['CG', '4242424'],
      ]);
    default:
      return assertNever(verdict.result);
  }
}

/** The slip of that amount was printed once more. */
export function reprintedAnswer(request: Records, amountCents: number): string {
  return write([...repeated(request, amountCents), ['AE', '10']]);
}

/** AF 04 refused, 06 abandoned by the customer, 07 not completed, 12 unknown action. */
export function declinedAnswer(
  request: Records,
  amountCents: number,
  detail: '04' | '06' | '07' | '12',
): string {
  return write([...repeated(request, amountCents), ['AE', '01'], ['AF', detail]]);
}

export function formatErrorAnswer(): string {
  return write([
    ['CZ', '0301'],
    ['AE', '01'],
    ['AF', '09'],
  ]);
}
