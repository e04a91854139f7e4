import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request comes from one of our own pages: browsers name the page's origin, and it must
 * be the host that was asked. `strict` also refuses a request that names none, as programs do.
 */
export function isFromOurPages(headers: IncomingHttpHeaders, strict: boolean): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return !strict;
  return URL.canParse(origin) && new URL(origin).host === host;
}
