/**
 * SIP messages (RFC 3261 §7) as far as a telephone that never answers needs them. Pure; reading never
 * throws.
 */

export type SipHeaders = readonly (readonly [name: string, value: string])[];

export type SipRequest = {
  readonly kind: 'request';
  readonly method: string;
  readonly uri: string;
  /** Names in small letters and in full, in the order they came. */
  readonly headers: SipHeaders;
};

export type SipResponse = {
  readonly kind: 'response';
  readonly status: number;
  readonly headers: SipHeaders;
};

export type SipMessage = SipRequest | SipResponse;

/** RFC 3261 §7.3.3, and RFC 3325 and 3323 for none. */
const COMPACT: Readonly<Record<string, string>> = {
  c: 'content-type',
  f: 'from',
  i: 'call-id',
  l: 'content-length',
  m: 'contact',
  t: 'to',
  v: 'via',
};
const HEADERS_MAX = 200;
const REQUEST_LINE = /^([A-Z]{1,20}) (\S{1,500}) SIP\/2\.0$/;
const STATUS_LINE = /^SIP\/2\.0 ([1-6]\d\d)( .*)?$/;
const HEADER = /^([A-Za-z0-9\-.!%*_+`'~]+)[ \t]*:[ \t]*(.*)$/;
/** Without these a message belongs to nothing (§8.1.1). */
const NEEDED = ['via', 'from', 'to', 'call-id', 'cseq'];

/** The message of a datagram; `undefined` for a keep-alive, noise, or one that lacks what all have. */
export function sipMessageOf(datagram: Uint8Array): SipMessage | undefined {
  const head = new TextDecoder().decode(datagram).split(/\r?\n\r?\n/, 1)[0] ?? '';
  // A line that begins with a space goes on with the one before (§7.3.1).
  const [start = '', ...lines] = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const headers = headersOf(lines);
  if (headers === undefined) return undefined;
  const request = REQUEST_LINE.exec(start);
  if (request !== null) {
    return { kind: 'request', method: request[1] ?? '', uri: request[2] ?? '', headers };
  }
  const status = STATUS_LINE.exec(start)?.[1];
  return status === undefined ? undefined : { kind: 'response', status: Number(status), headers };
}

function headersOf(lines: readonly string[]): SipHeaders | undefined {
  if (lines.length > HEADERS_MAX) return undefined;
  const headers: (readonly [string, string])[] = [];
  for (const line of lines) {
    const found = HEADER.exec(line);
    if (found === null) return undefined;
    const name = (found[1] ?? '').toLowerCase();
    headers.push([COMPACT[name] ?? name, (found[2] ?? '').trim()]);
  }
  const isWhole = NEEDED.every((needed) => headers.some(([name]) => name === needed));
  return isWhole ? headers : undefined;
}

/** The first header of that name, in small letters. */
export function headerOf(message: SipMessage, name: string): string | undefined {
  return message.headers.find(([own]) => own === name)?.[1];
}

export function headersNamed(message: SipMessage, name: string): readonly string[] {
  return message.headers.filter(([own]) => own === name).map(([, value]) => value);
}

/** `3` and `INVITE` of `CSeq: 3 INVITE`. */
export function sequenceOf(message: SipMessage): {
  readonly number: number;
  readonly method: string;
} {
  const [number = '', method = ''] = (headerOf(message, 'cseq') ?? '').split(/\s+/);
  return { number: Number(number), method };
}

/** A parameter of a header, such as `branch` of a `Via`; an empty text when it has no value. */
export function parameterOf(value: string, name: string): string | undefined {
  const outside = value.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/<[^>]*>/g, '');
  for (const part of outside.split(',', 1)[0]?.split(';').slice(1) ?? []) {
    const [key = '', ...rest] = part.split('=');
    if (key.trim().toLowerCase() === name) return rest.join('=').trim();
  }
  return undefined;
}

export function requestBytes(
  { method, uri }: { readonly method: string; readonly uri: string },
  headers: SipHeaders,
): Uint8Array {
  return bytesOf(`${method} ${uri} SIP/2.0`, headers);
}

/**
 * The answer to a request (§8.2.6): its `Via`s, `From`, `To` with our tag, `Call-ID` and `CSeq` come
 * back as they came. `source` is written into the first `Via` (RFC 3581).
 */
export function responseBytes(
  request: SipRequest,
  answer: {
    readonly status: number;
    readonly phrase: string;
    readonly toTag?: string | undefined;
    readonly source: { readonly address: string; readonly port: number };
    readonly more?: SipHeaders;
  },
): Uint8Array {
  const [first = '', ...others] = headersNamed(request, 'via');
  const seen = first.replace(/;\s*rport\s*(?=;|,|$)/i, `;rport=${answer.source.port}`);
  const to = headerOf(request, 'to') ?? '';
  const needsTag = answer.toTag !== undefined && parameterOf(to, 'tag') === undefined;
  return bytesOf(`SIP/2.0 ${answer.status} ${answer.phrase}`, [
    ['Via', seen === first ? first : `${seen};received=${answer.source.address}`],
    ...others.map((via) => ['Via', via] as const),
    ['From', headerOf(request, 'from') ?? ''],
    ['To', needsTag ? `${to};tag=${answer.toTag}` : to],
    ['Call-ID', headerOf(request, 'call-id') ?? ''],
    ['CSeq', headerOf(request, 'cseq') ?? ''],
    ...(answer.more ?? []),
  ]);
}

function bytesOf(start: string, headers: SipHeaders): Uint8Array {
  const lines = [...headers, ['Content-Length', '0'] as const].map(
    ([name, value]) => `${name}: ${value}`,
  );
  return new TextEncoder().encode(`${[start, ...lines].join('\r\n')}\r\n\r\n`);
}
