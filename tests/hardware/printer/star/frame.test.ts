import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { PrinterMessage } from '#hardware/printer/frame.ts';
import { starParser } from '#hardware/printer/star/frame.ts';

const CALM = {
  ...{ coverOpen: false, paperEnd: false, nearEnd: false, cutter: false },
  ...{ unrecoverable: false, recoverable: false, offline: false, drawerPin: false },
};

function read(bytes: readonly number[]): PrinterMessage[] {
  return starParser().push(Uint8Array.from(bytes));
}

test.each([
  ['all well', [0, 0, 0, 0, 0, 0, 0], {}, 0],
  ['cover open', [0x28, 0, 0, 0, 0, 0, 0], { coverOpen: true, offline: true }, 0],
  ['no paper', [0x08, 0, 0, 0x0c, 0, 0, 0], { paperEnd: true, nearEnd: true, offline: true }, 0],
  ['little paper', [0, 0, 0, 0x04, 0, 0, 0], { nearEnd: true }, 0],
  ['cutter jammed', [0x08, 0x08, 0, 0, 0, 0, 0], { cutter: true, offline: true }, 0],
  ['mechanical error', [0x08, 0x04, 0, 0, 0, 0, 0], { unrecoverable: true, offline: true }, 0],
  ['broken', [0x08, 0x20, 0, 0, 0, 0, 0], { unrecoverable: true, offline: true }, 0],
  ['head too hot', [0x08, 0x40, 0, 0, 0, 0, 0], { recoverable: true, offline: true }, 0],
  ['drawer open', [0x04, 0, 0, 0, 0, 0, 0], { drawerPin: true }, 0],
  ['seven jobs ended', [0x02, 0, 0, 0, 0, 0x0e, 0], {}, 7],
  ['thirty-one jobs ended', [0x02, 0, 0, 0, 0, 0x6e, 0], {}, 31],
])('the status of a Star with %s is understood', (_name, rest, flags, endings) => {
  expect(read([0x23, 0x06, ...rest])).toEqual([
    { type: 'status', flags: { ...CALM, ...flags }, endings },
  ]);
});

test('a shorter status has no counter, a longer one is read to its end', () => {
  expect(read([0x0f, 0x06, 0x20, 0, 0, 0, 0])).toEqual([
    { type: 'status', flags: { ...CALM, coverOpen: true }, endings: undefined },
  ]);
  // Bit 7 of the second byte adds two, as receiptio reads it.
  const long = [0x23, 0x86, 0x20, 0, 0, 0, 0, 0x02, 0, 0, 0];
  expect(read([...long, ...long]).map(({ type }) => type)).toEqual(['status', 'status']);
});

describe('in any pieces', () => {
  const status = fc
    .tuple(
      fc.constantFrom([0x23, 0x06], [0x25, 0x06], [0x0f, 0x02]),
      fc.infiniteStream(fc.nat(0x6e)),
    )
    .map(([[header = 0x23, version = 0x06], stream]) => {
      const length = ((header >> 2) & 0x18) + ((header >> 1) & 0x07);
      const rest = Array.from({ length: length - 2 }, () => (stream.next().value ?? 0) & 0x6e);
      return [header, version, ...rest];
    });
  /** What is never part of a status: bit 4 or 7 is set, and it is no flow control. */
  const noise = fc.array(fc.constantFrom(0x80, 0xff, 0x10, 0x92, 0xb1), { maxLength: 4 });

  test('any two statuses, with noise before and between, are read, cut at every byte', () => {
    fc.assert(
      fc.property(noise, status, noise, status, (before, first, between, second) => {
        const stream = [...before, ...first, ...between, ...second];
        const whole = read(stream);
        expect(whole.filter(({ type }) => type === 'status')).toHaveLength(2);
        for (let cut = 0; cut <= stream.length; cut += 1) {
          const parser = starParser();
          const parts = [stream.slice(0, cut), stream.slice(cut)];
          expect(parts.flatMap((part) => parser.push(Uint8Array.from(part)))).toEqual(whole);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('a status torn in the middle is noise, and the next one is read', () => {
    fc.assert(
      fc.property(status, status, fc.nat(6), (torn, next, kept) => {
        const messages = read([...torn.slice(0, kept), 0xff, ...next]);
        expect(messages.at(-1)?.type).toBe('status');
        expect(messages.filter(({ type }) => type === 'status')).toHaveLength(1);
      }),
    );
  });

  test('whatever bytes come, reading them never fails', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 12 })), (pieces) => {
        const parser = starParser();
        const apart = pieces.flatMap((piece) => parser.push(piece));
        expect(apart).toEqual(read(pieces.flatMap((piece) => [...piece])));
      }),
    );
  });
});
