import { afterEach, beforeEach, expect, test } from 'vitest';

import { callerIdOf } from '#hardware/caller-id/of-configuration.ts';
import type { CallerIdSource } from '#hardware/caller-id/source.ts';
import { type PollSide, startPollSide } from '#hardware/caller-id/virtual/operator-side.ts';

import { heardCalls } from '../heard-calls.ts';

const TOKEN = 'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB';

let operator: PollSide;
const open: { close: () => Promise<void> }[] = [];

function connect(url = operator.url, token: string | undefined = TOKEN): CallerIdSource {
  const source = callerIdOf(
    {
      ...{ kind: 'caller-id', id: 'ovh', name: 'OVH', lineId: 'Ligne 1', source: 'long-poll' },
      url,
    },
    { now: () => new Date().toISOString(), secrets: () => token },
  );
  open.push(source);
  return source;
}

beforeEach(async () => {
  operator = await startPollSide({
    ...{ host: '127.0.0.1', port: 0, token: TOKEN },
    changed: () => undefined,
  });
  open.push(operator);
});

afterEach(async () => {
  for (const opened of open.splice(0).reverse()) await opened.close();
});

test('an operator tells who calls, and that somebody answered though the ringing had ended', async () => {
  const { events, count, isNow } = heardCalls(connect());
  operator.tell({ kind: 'ringing', callId: 'c-1', number: '0612345678' });
  await count(1);
  await isNow('ready');
  operator.tell({ kind: 'ended', callId: 'c-1', number: '0612345678' });
  operator.tell({ kind: 'answered', callId: 'c-1', number: '0612345678' });
  await count(2);
  expect(events).toMatchObject([
    { kind: 'ringing', e164: '+33612345678', lineId: 'Ligne 1', sourceCallId: 'c-1' },
    { kind: 'answered', sourceCallId: 'c-1' },
  ]);
});

test('a call that nobody takes ends', async () => {
  const { events, count } = heardCalls(connect());
  operator.tell({ kind: 'ringing', callId: 'c-1', number: undefined });
  operator.tell({ kind: 'ended', callId: 'c-1', number: undefined });
  await count(2);
  expect(events).toMatchObject([
    { kind: 'ringing', isPrivate: true },
    { kind: 'ended', isPrivate: true },
  ]);
});

test('a token that the operator refuses is told, and what to do', async () => {
  const source = connect(operator.url, 'another token');
  await heardCalls(source).isNow('trouble');
  expect(source.status()).toMatchObject({
    detail: 'L’opérateur refuse notre jeton',
    action: 'Refaire le jeton chez l’opérateur et le saisir dans les réglages',
  });
});

test('a token in the address itself is used', async () => {
  const { count } = heardCalls(connect(`${operator.url}?token=${TOKEN}`, undefined));
  operator.tell({ kind: 'ringing', callId: 'c-1', number: '0612345678' });
  await count(1);
});

test('an operator that fails is asked again, and no call is lost or told twice', async () => {
  const source = connect();
  const { events, count, isNow } = heardCalls(source);
  operator.fail(500);
  await isNow('trouble');
  expect(source.status()).toMatchObject({ detail: 'L’opérateur téléphonique est injoignable' });
  operator.tell({ kind: 'ringing', callId: 'c-1', number: '0612345678' });
  operator.fail(undefined);
  await count(1);
  await isNow('ready');
  expect(events).toHaveLength(1);
});

test('closing ends the question that waits', async () => {
  const source = connect();
  operator.tell({ kind: 'ringing', callId: 'c-1', number: '0612345678' });
  await heardCalls(source).count(1);
  await source.close();
  await source.close();
});
