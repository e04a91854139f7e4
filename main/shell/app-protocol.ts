import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

import { isOurs } from './surfaces.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Scripts from our own files only: an injected one does not run. Styles may be inline, because the
 * UI kit sets some at run time; with nothing else allowed, they cannot send anything anywhere.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * Answers `app://oc-pizza/…` with the files below `root` and nothing else: no other host, no
 * method but GET and HEAD, no way out of the folder by `..`, by an encoded separator or by a link.
 */
export function serveFilesOf(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405);
    if (!isOurs(request.url)) return plain(403);
    const relative = relativePath(request.url);
    if (relative === undefined) return plain(403);
    const type = TYPES[path.extname(relative)];
    if (type === undefined) return plain(404);
    const file = await fileWithin(root, relative);
    if (file === undefined) return plain(404);
    const body = request.method === 'HEAD' ? null : await readFile(file);
    return new Response(body, { headers: { ...HEADERS, 'content-type': type } });
  };
}

/** The path below the root, or undefined where it could mean another one. */
function relativePath(address: string): string | undefined {
  // The raw text: parsing an address silently resolves `..` and `%2e%2e`, and we want to know.
  const [raw = ''] = address.replace(/^[a-z]+:\/\/[^/]*/, '').split(/[?#]/);
  if (/%(2e|2f|5c|00)|\\|\0/i.test(raw)) return undefined;
  let decoded: string;
  try {
    decoded = decodeURIComponent(raw);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
  if (decoded.split('/').includes('..')) return undefined;
  return decoded.endsWith('/') ? `${decoded}index.html` : decoded;
}

async function fileWithin(root: string, relative: string): Promise<string | undefined> {
  try {
    const [folder, file] = await Promise.all([
      realpath(root),
      realpath(path.join(root, `.${relative}`)),
    ]);
    return file.startsWith(folder + path.sep) ? file : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code))
  );
}

function plain(status: number): Response {
  return new Response(null, { status, headers: HEADERS });
}
