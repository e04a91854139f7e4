import { rmSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { CallEvent } from '#app/domain/caller-id.ts';
import { callService } from '#main/store/calls/call-service.ts';
import { type PeopleOfTest, thePeople } from '#tests/world/people.ts';
import { temporaryFolder } from '#tests/world/store.ts';

let folder = '';
let people: PeopleOfTest;
beforeEach(async () => {
  folder = temporaryFolder();
  people = await thePeople(folder);
});
afterEach(() => {
  people.close();
  rmSync(folder, { recursive: true, force: true });
});

const MINUTE = 60_000;
const calls = () => callService(people);
function event(callId: string, kind: CallEvent['kind'], e164?: string): void {
  calls().take({
    lineId: '1',
    ...(e164 === undefined ? {} : { e164 }),
    isPrivate: e164 === undefined,
    at: people.now(),
    kind,
    sourceCallId: callId,
  });
}
const shown = () =>
  calls()
    .current()
    .map(({ callId, state }) => `${callId} ${state}`);

describe('calls', () => {
  test('that ring together are shown in the order in which they rang', () => {
    event('a', 'ringing', '+33612345678');
    people.pass(1_000);
    event('b', 'ringing');
    people.pass(1_000);
    event('a', 'answered');
    expect(shown()).toEqual(['a answered', 'b ringing']);
    expect(people.told()).toEqual(['calls', 'calls', 'calls']);
  });

  test('that ended leave after two minutes, and those that nobody ended do too, later', () => {
    event('a', 'ringing');
    event('b', 'ringing');
    event('a', 'ended');
    people.pass(2 * MINUTE);
    expect(shown()).toEqual(['b ringing']);
    people.pass(3 * MINUTE);
    expect(shown()).toEqual([]);
  });

  test('are taken by one till, and the other hears who was faster', () => {
    event('a', 'ringing');
    expect(calls().answer('a', 'till-1')).toEqual({ ok: true, value: {} });
    expect(calls().answer('a', 'till-1')).toEqual({ ok: true, value: {} });
    expect(calls().answer('a', 'till-2')).toMatchObject({
      refusal: { code: 'call.taken', detail: { device: 'till-1' } },
    });
    expect(calls().answer('z', 'till-1')).toMatchObject({ refusal: { code: 'call.not-found' } });
  });

  test('that were taken stay through a restart of the node', async () => {
    event('a', 'ringing', '+33612345678');
    calls().answer('a', 'till-1');
    people.close();
    people = await thePeople(folder);
    expect(calls().current()).toMatchObject([{ callId: 'a', device: 'till-1' }]);
  });

  test('that were put away come back when they ring again', () => {
    event('a', 'ringing');
    calls().dismiss('a');
    expect(shown()).toEqual([]);
    event('a', 'ringing');
    expect(shown()).toEqual(['a ringing']);
    expect(calls().dismiss('z')).toMatchObject({ refusal: { code: 'call.not-found' } });
  });

  test('whose number comes late keep their place', () => {
    event('a', 'ringing');
    event('a', 'ringing', '+33612345678');
    event('a', 'answered');
    expect(calls().current()).toMatchObject([{ e164: '+33612345678', state: 'answered' }]);
  });

  test('that began before the node was there are not shown from their end', () => {
    event('a', 'ended');
    expect(shown()).toEqual([]);
  });

  test('are forgotten after thirty days, numbers and all', () => {
    event('a', 'ringing', '+33612345678');
    people.pass(30 * 24 * 60 * MINUTE + 1);
    event('b', 'ringing');
    const numbers = people.database.prepare('select e164 from call').pluck().all();
    expect(numbers).toEqual([null]);
  });
});
