import { createPublicKey, verify } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { EnrolRequest } from '#app/contract/store-link.ts';
import { enrol, openStoreKeys, UnreadableStoreKeys } from '#main/database/store-keys.ts';

let folder: string;
let file: string;
let server: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
  file = join(folder, 'data', 'store-keys.json');
});

afterEach(() => {
  server?.close();
  server = undefined;
  rmSync(folder, { recursive: true });
});

/** A centre that issued one code, for one key. `cuts` answers are lost after it has decided. */
async function centreWith(code: string, cuts = 0): Promise<string> {
  let known: string | undefined;
  let left = cuts;
  server = createServer((request, response) => {
    void text(request).then((body) => {
      const asked = EnrolRequest.parse(JSON.parse(body));
      if (asked.code !== code || (known ?? asked.publicKey) !== asked.publicKey)
        return response.writeHead(403).end('{"code":"enrol.bad-code"}');
      known = asked.publicKey;
      left -= 1;
      if (left >= 0) return response.destroy();
      return response.end(JSON.stringify({ storeId: 'lyon-3', name: 'Lyon 3' }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('the key of a store is made once, and is the same after a restart', () => {
  const first = openStoreKeys(file);
  const again = openStoreKeys(file);
  expect(again.publicKey).toBe(first.publicKey);
  const key = createPublicKey({
    key: Buffer.from(first.publicKey, 'base64url'),
    format: 'der',
    type: 'spki',
  });
  const signature = Buffer.from(again.sign('bonjour'), 'base64url');
  expect(signature).toHaveLength(64);
  expect(
    verify('sha256', Buffer.from('bonjour'), { key, dsaEncoding: 'ieee-p1363' }, signature),
  ).toBe(true);
});

test('nobody but the account of the store node can read the key', () => {
  openStoreKeys(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a damaged key file stops the store with its name, and is left as it is', () => {
  openStoreKeys(file);
  writeFileSync(file, '{"privateKey": "half a k');
  expect(() => openStoreKeys(file)).toThrow(UnreadableStoreKeys);
  expect(() => openStoreKeys(file)).toThrow('store-keys.json');
  expect(readFileSync(file, 'utf8')).toContain('half a k');
});

test('a store enrols with its code, and remembers it after a restart', async () => {
  const centreUrl = await centreWith('ABCD-EFGH-1234');
  const keys = openStoreKeys(file);
  expect(keys.enrolment()).toBeUndefined();
  const outcome = await enrol({ keys, centreUrl, code: 'ABCD-EFGH-1234' });
  const enrolment = { storeId: 'lyon-3', name: 'Lyon 3', centreUrl };
  expect(outcome).toEqual({ ok: true, value: enrolment });
  expect(openStoreKeys(file).enrolment()).toEqual(enrolment);
});

test('an enrolment whose answer was lost is repeated with the same code and key', async () => {
  const centreUrl = await centreWith('ABCD-EFGH-1234', 1);
  const lost = await enrol({ keys: openStoreKeys(file), centreUrl, code: 'ABCD-EFGH-1234' });
  expect(lost).toEqual({ ok: false, refusal: { code: 'enrol.unreachable' } });
  const again = await enrol({ keys: openStoreKeys(file), centreUrl, code: 'ABCD-EFGH-1234' });
  expect(again.ok).toBe(true);
});

test('a centre under maintenance is asked again later, with nothing decided', async () => {
  server = createServer((_, response) => response.writeHead(503).end('<h1>Maintenance</h1>'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const centreUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const keys = openStoreKeys(file);
  const outcome = await enrol({ keys, centreUrl, code: 'ABCD-EFGH-1234' });
  expect(outcome).toEqual({ ok: false, refusal: { code: 'enrol.unreachable' } });
  expect(keys.enrolment()).toBeUndefined();
});

test('a wrong code is refused and changes nothing', async () => {
  const centreUrl = await centreWith('ABCD-EFGH-1234');
  const keys = openStoreKeys(file);
  const outcome = await enrol({ keys, centreUrl, code: 'WRONG-CODE-0000' });
  expect(outcome).toEqual({
    ok: false,
    refusal: { code: 'enrol.refused', detail: { status: 403, reason: 'enrol.bad-code' } },
  });
  expect(keys.enrolment()).toBeUndefined();
});
