import { deflateRawSync, inflateRawSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { MESSAGE_MAX_BYTES } from '#app/contract/store-link.ts';
import { type Deflate, decodePush, encodePush, type Inflate } from '#app/sync/codec.ts';

import { aChain, aPush } from './chain.ts';

const deflate: Deflate = (text) => deflateRawSync(text);
const inflate: Inflate = (bytes, maxOutputLength) =>
  inflateRawSync(bytes, { maxOutputLength }).toString('utf8');
const refused = { ok: false, refusal: { code: 'malformed' } };

test('a push comes out as it went in, having taken less than a third of its size', () => {
  const push = aPush(aChain(200, { label: 'Chèvre-miel « à l’ancienne » 🍕' }), 1, 200);
  const bytes = encodePush(push, deflate);
  expect(decodePush(bytes, inflate)).toEqual({ ok: true, value: push });
  expect(bytes.byteLength).toBeLessThan(JSON.stringify(push).length / 3);
});

test('a small message that unfolds to a huge one is refused, and not unfolded', () => {
  const push = aPush(aChain(1), 1, 1);
  const bomb = deflate(JSON.stringify({ ...push, texts: [' '.repeat(50_000_000)] }));
  expect(bomb.byteLength).toBeLessThan(100_000);
  let longest = 0;
  const measured: Inflate = (bytes, maxBytes) => {
    longest = maxBytes;
    return inflate(bytes, maxBytes);
  };
  expect(decodePush(bomb, measured)).toEqual(refused);
  expect(longest).toBe(MESSAGE_MAX_BYTES);
});

test('broken bytes, other messages and unknown fields are refused', () => {
  const push = aPush(aChain(1), 1, 1);
  const whole = encodePush(push, deflate);
  const hello = { kind: 'hello', link: 'link-for-a-test', probes: [] };
  for (const bytes of [
    whole.subarray(0, whole.byteLength - 3),
    new Uint8Array(),
    new Uint8Array(MESSAGE_MAX_BYTES + 1),
    Buffer.from(JSON.stringify(push)),
    deflate(JSON.stringify(hello)),
    deflate(JSON.stringify({ ...push, storeId: 'paris-1' })),
    deflate('null'),
  ]) {
    expect(decodePush(bytes, inflate)).toEqual(refused);
  }
});
