import { describe, expect, test } from 'vitest';

import { headText, type Push, PUSH_MAX_ENTRIES } from '#app/contract/store-link.ts';
import { type ReceiverStore, receive, verifyPush } from '#app/sync/receiver.ts';

import { aChain, aPush, positionOf, sha256, signAs, verify } from './chain.ts';

const chain = aChain(10);

function read(push: Push, origin = 'lyon-3', publicKey = origin) {
  return verifyPush({ sha256, verify, publicKey, origin, push });
}

describe('what a store wrote is accepted', () => {
  test('from the beginning', () => {
    const batch = read(aPush(chain, 1, 10));
    expect(batch.ok && batch.value.entries.map((entry) => entry.hash)).toEqual(
      chain.map((entry) => entry.hash),
    );
    expect(batch.ok && batch.value.head).toEqual(positionOf(chain[9]));
  });

  test('from the middle, after what the centre holds', () => {
    const batch = read(aPush(chain, 4, 6));
    expect(batch.ok && batch.value.after).toEqual(positionOf(chain[2]));
    expect(batch.ok && batch.value.entries.map((entry) => entry.content.seq)).toEqual([4, 5, 6]);
  });
});

describe('what a store did not write is refused', () => {
  const sound = aPush(chain, 4, 6);
  const [first = '', ...others] = sound.texts;
  const { length } = aChain(PUSH_MAX_ENTRIES + 1);
  const cases: readonly (readonly [string, Push, string])[] = [
    [
      'an amount changed on the way',
      { ...sound, texts: [first.replace('label":"', 'label":"x'), ...others] },
      'bad-hash',
    ],
    ['an entry left out', { ...sound, texts: others }, 'malformed'],
    ['the last entry left out', { ...sound, texts: sound.texts.slice(0, 2) }, 'bad-hash'],
    ['two entries exchanged', { ...sound, texts: sound.texts.toReversed() }, 'malformed'],
    [
      'entries said to follow another one',
      { ...sound, after: { seq: 3, hash: chain[7]?.hash ?? '' } },
      'bad-hash',
    ],
    [
      'a beginning that claims a parent',
      { ...aPush(chain, 1, 3), after: { seq: 0, hash: sound.head } },
      'malformed',
    ],
    [
      'an entry in the middle without a parent',
      { ...sound, after: { seq: 3, hash: '' } },
      'malformed',
    ],
    ['a head signed with another key', aPush(chain, 4, 6, { key: 'thief' }), 'bad-signature'],
    [
      'the signature of another head',
      { ...sound, signature: aPush(chain, 1, 2).signature },
      'bad-signature',
    ],
    ['what is no entry', { ...sound, texts: ['{"origin":"lyon-3","seq":4}'] }, 'malformed'],
    ['what is no JSON', { ...sound, texts: ['4'.repeat(9), '{'] }, 'malformed'],
    ['half a character', { ...sound, texts: [`${first} \ud800`] }, 'malformed'],
    ['more entries than a push may hold', aPush(aChain(length), 1, length), 'malformed'],
    [
      'more text than a push may hold',
      { ...sound, texts: [first + ' '.repeat(300_000)] },
      'malformed',
    ],
  ];
  test.each(cases)('%s', (_, push, code) => {
    expect(read(push)).toEqual({ ok: false, refusal: { code } });
  });

  test('the entries of another store, even with the right key of the sender', () => {
    const foreign = aChain(3, { origin: 'paris-1' });
    const { head } = aPush(foreign, 1, 3);
    const signature = signAs('lyon-3', headText('lyon-3', head));
    expect(read({ ...aPush(foreign, 1, 3), signature })).toEqual({
      ok: false,
      refusal: { code: 'malformed' },
    });
    expect(read(aPush(foreign, 1, 3, { origin: 'paris-1' }))).toEqual({
      ok: false,
      refusal: { code: 'bad-signature' },
    });
  });
});

describe('each message has its answer', () => {
  const at = positionOf(chain[4]);
  const peer = { origin: 'lyon-3', publicKey: 'lyon-3' };
  const withStore = (store: Partial<ReceiverStore>) => ({
    sha256,
    verify,
    store: { holds: () => ({ position: at }), take: () => 'taken' as const, ...store },
  });
  const link = 'link-for-a-test';
  const hello = { kind: 'hello', link, probes: [at] } as const;
  const push = aPush(chain, 4, 6);

  test('a store that asks is told what the centre holds', async () => {
    const message = { ...hello, probes: [...hello.probes] };
    expect(await receive(withStore({}), peer, message)).toEqual([
      { kind: 'known', link, position: at },
    ]);
  });

  test('a store that was set aside is told so each time it asks', async () => {
    const receiver = withStore({ holds: () => ({ position: at, forkedAt: at }) });
    const answers = await receive(receiver, peer, { ...hello, probes: [] });
    expect(answers.map(({ kind }) => kind)).toEqual(['forked', 'known']);
  });

  test('a batch is acknowledged up to its head', async () => {
    expect(await receive(withStore({}), peer, push)).toEqual([
      { kind: 'taken', link, position: positionOf(chain[5]) },
    ]);
  });

  test('a batch that follows what the centre lacks is a gap', async () => {
    const receiver = withStore({ take: () => 'gap' });
    expect(await receive(receiver, peer, push)).toEqual([{ kind: 'gap', link }]);
  });

  test('a second branch is announced and acknowledged: it was kept', async () => {
    const receiver = withStore({ take: () => ({ forkedAt: at }) });
    expect(await receive(receiver, peer, push)).toEqual([
      { kind: 'forked', link, at },
      { kind: 'taken', link, position: positionOf(chain[5]) },
    ]);
  });

  test('what is refused never reaches the books', async () => {
    const receiver = withStore({
      take: () => {
        throw new Error('The books were opened.');
      },
    });
    const forged = { ...push, signature: 'none' };
    expect(await receive(receiver, peer, forged)).toEqual([
      { kind: 'refused', link, code: 'bad-signature' },
    ]);
  });
});
