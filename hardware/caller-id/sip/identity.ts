import { headerOf, headersNamed, type SipRequest } from './message.ts';

/** Who calls, as an INVITE tells it. */
export type SipIdentity = {
  /** As the exchange writes it; absent when it gives none. */
  readonly number?: string | undefined;
  readonly isPrivate: boolean;
};

/** What exchanges write for a withheld number (RFC 3323 §4.1.1.3, and common use). */
const ANONYMOUS = /^(anonymous|private|restricted|withheld|unavailable\.?private)$/i;

/**
 * `P-Asserted-Identity` (RFC 3325) is what the network knows, `From` what the caller says. A caller
 * who asks for privacy (`Privacy: id`, or an anonymous `From`) has none of them shown, though the
 * network may still name the caller.
 */
export function identityOf(invite: SipRequest): SipIdentity {
  const from = headerOf(invite, 'from') ?? '';
  const asserted = headersNamed(invite, 'p-asserted-identity').flatMap(split);
  const remote = headersNamed(invite, 'remote-party-id').flatMap(split);
  const privacy = (headerOf(invite, 'privacy') ?? '').toLowerCase().split(/[;,\s]+/);
  const asks = privacy.includes('id') || privacy.includes('user') || privacy.includes('header');
  const hides = remote.some((value) => /;\s*privacy\s*=\s*"?(full|uri)/i.test(value));
  if (asks || hides || isAnonymous(from)) return { isPrivate: true };
  const number = [...asserted, ...remote, from]
    .map(userOf)
    .find((user) => user !== undefined && /(?:\d\D*){4}/.test(user));
  return { ...(number === undefined ? {} : { number }), isPrivate: false };
}

/** One header may name a caller twice: `<sip:…>, <tel:…>`. */
function split(value: string): readonly string[] {
  return value.split(/,(?=\s*(?:"[^"]*"\s*)?<)/).slice(0, 10);
}

function isAnonymous(from: string): boolean {
  const uri = uriOf(from);
  return ANONYMOUS.test(userOf(from) ?? '') || /@anonymous\.invalid\b/i.test(uri);
}

/** A name in quotes is the caller's own: an address in it is none. */
function uriOf(header: string): string {
  const value = header.replaceAll(/"(?:[^"\\]|\\.)*"/g, '');
  return /<([^>]*)>/.exec(value)?.[1] ?? value.split(';', 1)[0]?.trim() ?? '';
}

/** `+33612345678` of `"Dupont" <sip:+33612345678;cpc=ordinary@box.lan;user=phone>;tag=1`. */
function userOf(value: string): string | undefined {
  const uri = uriOf(value);
  const found = /^sips?:([^@;]*)[^@]*@/i.exec(uri) ?? /^tel:([^;]*)/i.exec(uri);
  if (found === null) return undefined;
  try {
    return decodeURIComponent(found[1] ?? '');
  } catch {
    // A sign that is no escape: no number either.
    return undefined;
  }
}
