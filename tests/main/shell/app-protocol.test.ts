import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { CONTENT_SECURITY_POLICY, serveFilesOf } from '#main/shell/app-protocol.ts';

let folder = '';
let serve: (request: Request) => Promise<Response>;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'oc-pizza-pages-'));
  const root = path.join(folder, 'renderer');
  mkdirSync(path.join(root, 'counter'), { recursive: true });
  writeFileSync(path.join(root, 'counter', 'index.html'), '<h1>Caisse</h1>');
  writeFileSync(path.join(root, 'main.js'), 'let pizza;');
  writeFileSync(path.join(root, '.built-from'), 'a hash');
  writeFileSync(path.join(folder, 'keys.json'), 'secret');
  mkdirSync(path.join(folder, 'renderer-old'));
  writeFileSync(path.join(folder, 'renderer-old', 'keys.json'), 'secret');
  symlinkSync(path.join(folder, 'keys.json'), path.join(root, 'link.json'));
  serve = serveFilesOf(root);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A request as the browser engine hands it over: with the address it was given, not a tidied one. */
const get = (url: string, method = 'GET') => serve({ url, method } as Request);

test('a page comes with the policy that lets only our own scripts run', async () => {
  const response = await get('app://oc-pizza/counter/');
  expect(await response.text()).toBe('<h1>Caisse</h1>');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('the policy allows nothing by default, no inline script and no evaluated text', () => {
  const [byDefault, script] = CONTENT_SECURITY_POLICY.split('; ');
  expect([byDefault, script]).toEqual(["default-src 'none'", "script-src 'self'"]);
  expect(CONTENT_SECURITY_POLICY).not.toContain('unsafe-eval');
  expect(CONTENT_SECURITY_POLICY).not.toContain('http');
});

test('a script is served with its type, a query is ignored', async () => {
  const response = await get('app://oc-pizza/main.js?v=2#top');
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/javascript; charset=utf-8',
  ]);
});

test.each([
  'app://oc-pizza/../keys.json',
  'app://oc-pizza/counter/../../keys.json',
  'app://oc-pizza/%2e%2e/keys.json',
  'app://oc-pizza/..%2fkeys.json',
  'app://oc-pizza/..%5ckeys.json',
  'app://oc-pizza/counter/..\\..\\keys.json',
  'app://oc-pizza/main.js%00.html',
  'app://oc-pizza/%zz.html',
  'app://elsewhere/main.js',
  'app://oc-pizza@elsewhere/main.js',
  'https://oc-pizza/main.js',
])('%s is refused', async (url) => {
  const response = await get(url);
  expect({ status: response.status, text: await response.text() }).toEqual({
    status: 403,
    text: '',
  });
});

test.each([
  'app://oc-pizza/link.json',
  'app://oc-pizza//../renderer-old/keys.json',
  'app://oc-pizza/nothing.js',
  'app://oc-pizza/.built-from',
  'app://oc-pizza/main.js/x.js',
])('%s leads to nothing outside the pages', async (url) => {
  const response = await get(url);
  expect([403, 404]).toContain(response.status);
  expect(await response.text()).toBe('');
});

test('nothing can be sent to the pages', async () => {
  expect((await get('app://oc-pizza/main.js', 'POST')).status).toBe(405);
  expect(await (await get('app://oc-pizza/main.js', 'HEAD')).text()).toBe('');
});
