import { createHash } from 'node:crypto';

/** Digest authentication of SIP (RFC 3261 §22.4, RFC 8760): a challenge and its answer. Pure. */

export type Challenge = {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque?: string | undefined;
  readonly algorithm: 'MD5' | 'SHA-256';
  /** `auth` when the server offers it; older servers offer none. */
  readonly hasQop: boolean;
  /** The answer was right, only too old. */
  readonly isStale: boolean;
};

/** Reads `Digest realm="…", nonce="…"`; `undefined` for a scheme or algorithm we do not speak. */
export function challengeOf(header: string): Challenge | undefined {
  if (!/^digest\s/i.test(header)) return undefined;
  const fields = new Map<string, string>();
  const pattern = /([a-z-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/gi;
  for (const [, name = '', quoted, plain] of header.matchAll(pattern)) {
    fields.set(name.toLowerCase(), quoted ?? plain ?? '');
  }
  const [realm, nonce] = [fields.get('realm'), fields.get('nonce')];
  const algorithm = (fields.get('algorithm') ?? 'MD5').toUpperCase();
  if (realm === undefined || nonce === undefined) return undefined;
  if (algorithm !== 'MD5' && algorithm !== 'SHA-256') return undefined;
  const qop = fields.get('qop');
  const hasQop = qop?.split(/[\s,]+/).includes('auth') ?? false;
  if (qop !== undefined && !hasQop) return undefined;
  const isStale = fields.get('stale')?.toLowerCase() === 'true';
  return { realm, nonce, opaque: fields.get('opaque'), algorithm, hasQop, isStale };
}

/** The `Authorization` header that answers a challenge. `count`: uses of this nonce, from 1. */
export function authorizationOf(
  challenge: Challenge,
  use: {
    readonly user: string;
    readonly password: string;
    readonly method: string;
    readonly uri: string;
    readonly count: number;
    readonly clientNonce: string;
  },
): string {
  const { realm, nonce, algorithm, hasQop, opaque } = challenge;
  const hash = (text: string): string =>
    createHash(algorithm === 'MD5' ? 'md5' : 'sha256')
      .update(text)
      .digest('hex');
  const secret = hash(`${use.user}:${realm}:${use.password}`);
  const asked = hash(`${use.method}:${use.uri}`);
  const count = use.count.toString(16).padStart(8, '0');
  const middle = hasQop ? `${nonce}:${count}:${use.clientNonce}:auth` : nonce;
  const fields = [
    `username="${use.user}"`,
    `realm="${realm}"`,
    `nonce="${nonce}"`,
    `uri="${use.uri}"`,
    `response="${hash(`${secret}:${middle}:${asked}`)}"`,
    `algorithm=${algorithm}`,
    ...(opaque === undefined ? [] : [`opaque="${opaque}"`]),
    ...(hasQop ? ['qop=auth', `nc=${count}`, `cnonce="${use.clientNonce}"`] : []),
  ];
  return `Digest ${fields.join(', ')}`;
}
