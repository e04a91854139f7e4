import fc from 'fast-check';
import { expect, test } from 'vitest';

import { PROBES_MAX, PUSH_MAX_ENTRIES } from '#app/contract/store-link.ts';
import { GENESIS, type Position } from '#app/journal/entry.ts';
import { doubtAbove, isOurs, probesBack, probesBetween } from '#app/sync/probes.ts';

import { aChain, journalOf } from './chain.ts';

const chain = aChain(20_000);

test('the probes go back from the head, twice as far each time, to the first entry', () => {
  const places = (length: number) =>
    probesBack(journalOf(chain.slice(0, length))).map((probe) => probe.seq);
  expect(places(0)).toEqual([]);
  expect(places(1)).toEqual([1]);
  expect(places(2)).toEqual([2, 1]);
  expect(places(20)).toEqual([20, 19, 18, 16, 12, 4, 1]);
});

test('few questions find the place to send from, however much either side holds', () => {
  fc.assert(
    fc.property(fc.nat(20_000), fc.nat(20_000), (length, wish) => {
      const journal = journalOf(chain.slice(0, length));
      const held = Math.min(length, wish);
      let probes = probesBack(journal);
      for (let questions = 1; ; questions += 1) {
        expect(probes.length).toBeLessThanOrEqual(PROBES_MAX);
        expect(questions).toBeLessThanOrEqual(4);
        const known: Position = probes.find(({ seq }) => seq <= held) ?? GENESIS;
        const high = doubtAbove(probes, known);
        if (high === undefined) {
          expect(held - known.seq).toBeLessThan(PUSH_MAX_ENTRIES);
          return;
        }
        probes = probesBetween(journal, { low: known, high });
      }
    }),
    { numRuns: 500 },
  );
});

test('only a place of its own journal is a place to send from', () => {
  const journal = journalOf(chain.slice(0, 10));
  const third = chain[2];
  expect(isOurs(journal, GENESIS)).toBe(true);
  expect(isOurs(journal, { seq: 3, hash: third?.hash ?? '' })).toBe(true);
  expect(isOurs(journal, { seq: 4, hash: third?.hash ?? '' })).toBe(false);
  expect(isOurs(journal, { seq: 0, hash: third?.hash ?? '' })).toBe(false);
  expect(isOurs(journal, { seq: 11, hash: chain[10]?.hash ?? '' })).toBe(false);
});
