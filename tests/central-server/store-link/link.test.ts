import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { MESSAGE_MAX_BYTES, proofText } from '#app/contract/store-link.ts';
import type { Centre } from '#central/start.ts';
import { aCentre, enrolled } from '#tests/world/centre.ts';
import { aJournal, type StoreJournal } from '#tests/world/centre/journal.ts';
import {
  aHello,
  aKey,
  aPush,
  inBytes,
  provenLink,
  rawLink,
  type TillKey,
} from '#tests/world/centre/link.ts';
import { rowsIn } from '#tests/world/centre/rows.ts';
import { aSale, soldAndGiven } from '#tests/world/centre/sales.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await aCentre();
});
afterAll(() => centre.close());

/** Twenty orders of a store, five entries each. */
function someSales(origin: string, orders = 20): StoreJournal {
  const journal = aJournal(origin);
  for (let index = 0; index < orders; index += 1) {
    const sale = aSale({ orderId: `${origin}-${index}` });
    journal.write(sale.at, ...soldAndGiven(sale));
  }
  return journal;
}

async function journalRows(origin: string): Promise<number> {
  const { journal } = await rowsIn(centre.databaseUrl);
  return (journal ?? []).filter((row) => (row as { origin: string }).origin === origin).length;
}

function alarms() {
  return centre.database.selectFrom('alarm').select(['store_id', 'kind']).execute();
}

test('a store that proves itself is told what is held, and what it sends is taken', async () => {
  const key = await enrolled(centre, 'lyon-3');
  const journal = someSales('lyon-3');
  const link = await provenLink(centre.url, { storeId: 'lyon-3', key });
  link.send(aHello(journal, 100, 99));
  expect(await link.next('known')).toMatchObject({ position: { seq: 0, hash: '' } });
  // Three on their way at a time.
  for (const from of [1, 41, 81]) {
    link.send(inBytes(aPush(journal, { from, to: Math.min(from + 39, 100), key })));
  }
  for (const seq of [40, 80, 100]) {
    expect(await link.next('taken')).toMatchObject({ position: journal.positionAt(seq) });
  }
  link.send(aHello(journal, 100, 99, 50));
  expect(await link.next('known')).toMatchObject({ position: journal.positionAt(100) });
  expect(await journalRows('lyon-3')).toBe(100);
  link.close();
});

test('a push that follows what is not held is answered by a gap', async () => {
  const key = await enrolled(centre, 'bron');
  const journal = someSales('bron', 4);
  const link = await provenLink(centre.url, { storeId: 'bron', key });
  link.send(inBytes(aPush(journal, { from: 6, key })));
  expect(await link.next('gap', 'taken')).toMatchObject({ kind: 'gap' });
  expect(await journalRows('bron')).toBe(0);
  link.close();
});

test('who is not a store of ours is turned away', async () => {
  const key = await enrolled(centre, 'ecully');
  const cases: readonly [string, TillKey, string][] = [
    ['nowhere', key, 'unknown-store'],
    ['caluire', key, 'unknown-store'],
    ['ecully', aKey(), 'bad-signature'],
  ];
  for (const [storeId, signer, code] of cases) {
    const link = await rawLink(centre.url);
    const signature = signer.sign(proofText(link.nonce, storeId, 'boot'));
    expect(await link.prove({ storeId, bootId: 'boot', signature })).toEqual({ ok: false, code });
    await link.closed;
  }
  const link = await rawLink(centre.url);
  expect(await link.prove({ hello: 'there' })).toMatchObject({ ok: false });
  await link.closed;
});

test('a proof that was recorded opens no second connection', async () => {
  const key = await enrolled(centre, 'ecully');
  const first = await rawLink(centre.url);
  const recorded = {
    storeId: 'ecully',
    bootId: 'boot',
    signature: key.sign(proofText(first.nonce, 'ecully', 'boot')),
  };
  expect(await first.prove(recorded)).toEqual({ ok: true });
  const replay = await rawLink(centre.url);
  expect(await replay.prove(recorded)).toEqual({ ok: false, code: 'bad-signature' });
  first.close();
});

test('before the proof nothing is heard', async () => {
  const key = await enrolled(centre, 'villeurbanne');
  const journal = someSales('villeurbanne', 2);
  const link = await rawLink(centre.url);
  link.send(inBytes(aPush(journal, { from: 1, key })));
  const bootId = randomUUID();
  const signature = key.sign(proofText(link.nonce, 'villeurbanne', bootId));
  await link.prove({ storeId: 'villeurbanne', bootId, signature });
  link.send(aHello(journal, 10));
  expect(await link.next('known', 'taken')).toMatchObject({ kind: 'known', position: { seq: 0 } });
  expect(await journalRows('villeurbanne')).toBe(0);
  link.close();
});

test('what was tampered with is refused, and nothing is written', async () => {
  const key = await enrolled(centre, 'venissieux');
  const journal = someSales('venissieux', 4);
  const foreign = someSales('lyon-3', 4);
  const honest = aPush(journal, { from: 1, key });
  const texts = honest.texts.map((text) => text.replace('1190', '1090'));
  const pushes = [
    [{ ...honest, texts }, 'bad-hash'],
    [{ ...honest, texts: honest.texts.toReversed() }, 'malformed'],
    [{ ...honest, texts: honest.texts.slice(1) }, 'malformed'],
    [{ ...honest, signature: aKey().sign('x') }, 'bad-signature'],
    [{ ...honest, signature: '' }, 'bad-signature'],
    [{ ...honest, texts: ['{"cut'] }, 'malformed'],
    [aPush(foreign, { from: 1, key }), 'bad-signature'],
    [
      { ...aPush(foreign, { from: 1, key }), signature: honest.signature, head: honest.head },
      'malformed',
    ],
  ] as const;
  const link = await provenLink(centre.url, { storeId: 'venissieux', key });
  for (const [push, code] of pushes) {
    link.send(inBytes({ ...push, texts: [...push.texts] }));
    expect(await link.next('refused', 'taken', 'gap')).toMatchObject({ kind: 'refused', code });
  }
  expect(await journalRows('venissieux')).toBe(0);
  link.send(inBytes(honest));
  expect(await link.next('refused', 'taken')).toMatchObject({ kind: 'taken' });
  link.close();
});

test('what cannot be read is refused, and the connection lives on', async () => {
  const key = await enrolled(centre, 'villeurbanne');
  const journal = someSales('villeurbanne', 2);
  const link = await provenLink(centre.url, { storeId: 'villeurbanne', key });
  link.send(aHello(journal, 10));
  await link.next('known');
  const bomb = inBytes({ ...aPush(journal, { from: 1, key }), texts: [' '.repeat(3_000_000)] });
  const unreadable = [
    'hello',
    { kind: 'push' },
    { kind: 'hello', link: 'a-test-link', probes: Array.from({ length: 500 }, () => ({})) },
    new Uint8Array(20),
    new Uint8Array(0),
    bomb,
    null,
    42,
  ];
  for (const message of unreadable) {
    link.send(message);
    expect(await link.next('refused', 'known')).toMatchObject({ code: 'malformed' });
  }
  link.send(aHello(journal, 10));
  expect(await link.next('known')).toMatchObject({ position: { seq: 0 } });
  link.send(new Uint8Array(MESSAGE_MAX_BYTES + 20_000));
  await link.closed;
  expect(await journalRows('villeurbanne')).toBe(0);
});

test('a key that is revoked is refused on its open connection within five seconds', async () => {
  const key = await enrolled(centre, 'bron');
  const journal = someSales('bron', 4);
  const link = await provenLink(centre.url, { storeId: 'bron', key });
  link.send(aHello(journal, 20));
  await link.next('known');
  const before = performance.now();
  expect(await centre.revokeStore('bron')).toBe(true);
  expect(await link.next('refused')).toMatchObject({ code: 'revoked' });
  await link.closed;
  expect(performance.now() - before).toBeLessThan(5_000);

  const again = await rawLink(centre.url);
  const signature = key.sign(proofText(again.nonce, 'bron', 'boot'));
  expect(await again.prove({ storeId: 'bron', bootId: 'boot', signature })).toEqual({
    ok: false,
    code: 'revoked',
  });
});

test('a till restored from an old copy is told that its journal has split, now and later', async () => {
  const key = await enrolled(centre, 'ecully');
  const main = someSales('ecully', 4);
  const restored = main.copy(10);
  restored.write('2026-11-20T20:00:00.000Z', ...soldAndGiven(aSale({ orderId: 'restored' })));
  const link = await provenLink(centre.url, { storeId: 'ecully', key });
  link.send(inBytes(aPush(main, { from: 1, key })));
  await link.next('taken');
  link.send(inBytes(aPush(restored, { from: 11, key })));
  expect(await link.next('forked')).toMatchObject({ at: restored.positionAt(11) });
  expect(await link.next('taken')).toMatchObject({ position: restored.positionAt(15) });
  link.close();

  const later = await provenLink(centre.url, { storeId: 'ecully', key });
  later.send(aHello(restored, 15, 10));
  expect(await later.next('known')).toMatchObject({ position: restored.positionAt(15) });
  expect(await later.next('forked')).toMatchObject({ at: restored.positionAt(11) });
  expect(await alarms()).toContainEqual({ store_id: 'ecully', kind: 'fork' });
  later.close();
});

test('one key in use at two tills at once raises an alarm', async () => {
  const key = await enrolled(centre, 'venissieux');
  const journal = someSales('venissieux', 1);
  const first = await provenLink(centre.url, { storeId: 'venissieux', key });
  const second = await provenLink(centre.url, { storeId: 'venissieux', key });
  expect(await alarms()).not.toContainEqual({ store_id: 'venissieux', kind: 'cloned' });
  // A sign of life of the older one: it was not a till that had lost its power.
  const answers = [];
  while (answers.length < 100) {
    first.send(aHello(journal, 5));
    answers.push(await first.next('known'));
    if ((await alarms()).some(({ kind }) => kind === 'cloned')) break;
  }
  expect(await alarms()).toContainEqual({ store_id: 'venissieux', kind: 'cloned' });
  first.close();
  second.close();
});
