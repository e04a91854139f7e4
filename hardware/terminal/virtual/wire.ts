/**
 * The terminal's side of Caisse-AP version 3, written from the table of tags: `TAG LENGTH VALUE`,
 * two letters, three digits. Shares nothing with the driver.
 */

export type Records = ReadonlyMap<string, string>;

/** Without one of these a terminal answers AE=01, AF=09 (message format). */
const MANDATORY = ['CZ', 'CJ', 'CA', 'CB', 'CD', 'CE'];

export function isComplete(records: Records): boolean {
  return MANDATORY.every((tag) => records.has(tag));
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

export type Card = { readonly authorisation: string; readonly maskedNumber: string };

export function paidAnswer(request: Records, amountCents: number, card: Card): string {
  return write([
    ...repeated(request, amountCents),
    ['AE', '10'],
    ['AF', '01'],
    ['CC', '00B'],
    ['CI', '2'],
    ['AC', card.authorisation],
    ['AA', card.maskedNumber],
    ['AI', 'A0000000421010'],
    ['CG', '4242424'],
  ]);
}

/** AF 04 refused, 06 abandoned by the customer. */
export function declinedAnswer(request: Records, amountCents: number, detail: '04' | '06'): string {
  return write([...repeated(request, amountCents), ['AE', '01'], ['AF', detail]]);
}

export function formatErrorAnswer(): string {
  return write([
    ['CZ', '0301'],
    ['AE', '01'],
    ['AF', '09'],
  ]);
}
