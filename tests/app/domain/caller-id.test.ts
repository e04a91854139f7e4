import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type CallEvent, callFilter } from '#app/domain/caller-id.ts';

function event(changed: Partial<CallEvent> & { second: number }): CallEvent {
  const { second, ...rest } = changed;
  return {
    lineId: 'Ligne 1',
    e164: '+33612345678',
    isPrivate: false,
    kind: 'ringing',
    sourceCallId: 'a',
    at: new Date(Date.UTC(2026, 10, 20, 19, 0, second)).toISOString(),
    ...rest,
  };
}

/** What is told of these events: kind and call of each. */
function told(events: readonly CallEvent[]): readonly string[] {
  const filter = callFilter();
  return events
    .map((one) => filter.accept(one))
    .filter((one) => one !== undefined)
    .map(({ kind, sourceCallId }) => `${kind} ${sourceCallId}`);
}

test('a call that rings again is told once', () => {
  expect(told([event({ second: 0 }), event({ second: 5 }), event({ second: 10 })])).toEqual([
    'ringing a',
  ]);
});

test('a call told by a second source is the same call, and ends once', () => {
  const other = { sourceCallId: 'b' };
  expect(
    told([
      event({ second: 0 }),
      event({ second: 1, ...other }),
      event({ second: 20, ...other, kind: 'ended' }),
      event({ second: 21, kind: 'ended' }),
    ]),
  ).toEqual(['ringing a', 'ended a']);
});

test('the same number calling back within 90 seconds is told again, under the first call', () => {
  expect(
    told([
      event({ second: 0 }),
      event({ second: 10, kind: 'ended' }),
      event({ second: 40, sourceCallId: 'b' }),
    ]),
  ).toEqual(['ringing a', 'ended a', 'ringing a']);
});

test('the same number 90 seconds later is another call', () => {
  expect(told([event({ second: 0 }), event({ second: 90, sourceCallId: 'b' })])).toEqual([
    'ringing a',
    'ringing b',
  ]);
});

test('the same number on another line, and another number on the same line, are other calls', () => {
  expect(
    told([
      event({ second: 0 }),
      event({ second: 1, sourceCallId: 'b', lineId: 'Ligne 2' }),
      event({ second: 2, sourceCallId: 'c', e164: '+33147200001' }),
    ]),
  ).toEqual(['ringing a', 'ringing b', 'ringing c']);
});

test('two withheld numbers are two callers', () => {
  const hidden = { e164: undefined, isPrivate: true };
  expect(
    told([
      event({ second: 0, ...hidden }),
      event({ second: 1, ...hidden, sourceCallId: 'b' }),
      event({ second: 2, ...hidden, sourceCallId: 'b' }),
    ]),
  ).toEqual(['ringing a', 'ringing b']);
});

test('a number that comes after the first ring is told, under the same call', () => {
  const filter = callFilter();
  filter.accept(event({ second: 0, e164: undefined }));
  expect(filter.accept(event({ second: 2 }))).toMatchObject({
    e164: '+33612345678',
    isPrivate: false,
    sourceCallId: 'a',
  });
  expect(filter.accept(event({ second: 5 }))).toBeUndefined();
});

test('an answered call no longer rings, and ends', () => {
  expect(
    told([
      event({ second: 0 }),
      event({ second: 4, kind: 'answered' }),
      event({ second: 5 }),
      event({ second: 60, kind: 'ended' }),
    ]),
  ).toEqual(['ringing a', 'answered a', 'ended a']);
});

test('the end of a call that nobody heard of is not told', () => {
  expect(told([event({ second: 0, kind: 'ended' })])).toEqual([]);
});

test('whatever comes, a call is told ringing before anything else and never twice the same in a row', () => {
  const some = fc.record({
    second: fc.nat(400),
    sourceCallId: fc.constantFrom('a', 'b', 'c'),
    e164: fc.constantFrom(undefined, '+33612345678', '+33147200001'),
    kind: fc.constantFrom('ringing' as const, 'answered' as const, 'ended' as const),
  });
  fc.assert(
    fc.property(fc.array(some), (changes) => {
      const filter = callFilter();
      const last = new Map<string, string>();
      for (const change of changes) {
        const next = filter.accept(event(change));
        if (next === undefined) continue;
        const said = `${next.kind} ${next.e164 ?? ''}`;
        if (!last.has(next.sourceCallId)) expect(next.kind).toBe('ringing');
        expect(said).not.toBe(last.get(next.sourceCallId));
        last.set(next.sourceCallId, said);
      }
    }),
  );
});
