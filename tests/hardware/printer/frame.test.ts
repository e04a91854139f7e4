import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  askJobId,
  type PrinterMessage,
  printerParser,
  probedFlags,
} from '#hardware/printer/frame.ts';

const CALM = {
  coverOpen: false,
  paperEnd: false,
  nearEnd: false,
  cutter: false,
  unrecoverable: false,
  recoverable: false,
  offline: false,
  drawerPin: false,
};

function read(bytes: readonly number[]): PrinterMessage[] {
  return printerParser().push(Uint8Array.from(bytes));
}

test.each([
  ['all well', [0x10, 0x00, 0x00, 0x0f], {}],
  ['cover open', [0x38, 0x00, 0x00, 0x0f], { coverOpen: true, offline: true }],
  ['no paper', [0x18, 0x00, 0x0f, 0x0f], { paperEnd: true, nearEnd: true, offline: true }],
  ['little paper', [0x10, 0x00, 0x03, 0x0f], { nearEnd: true }],
  ['cutter jammed', [0x18, 0x08, 0x00, 0x0f], { cutter: true, offline: true }],
  ['broken', [0x18, 0x20, 0x00, 0x0f], { unrecoverable: true, offline: true }],
  ['too hot', [0x18, 0x04, 0x00, 0x0f], { recoverable: true, offline: true }],
  ['drawer open', [0x14, 0x00, 0x00, 0x0f], { drawerPin: true }],
])('the status bytes of a printer with %s are understood', (_name, bytes, flags) => {
  expect(read(bytes)).toEqual([{ type: 'status', flags: { ...CALM, ...flags } }]);
});

test.each([
  ['all well', [0x12, 0x12, 0x12, 0x12], {}],
  ['cover open', [0x1a, 0x16, 0x12, 0x12], { coverOpen: true, offline: true }],
  ['no paper', [0x1a, 0x32, 0x12, 0x7e], { paperEnd: true, nearEnd: true, offline: true }],
  ['little paper', [0x12, 0x12, 0x12, 0x1e], { nearEnd: true }],
  ['cutter jammed', [0x1a, 0x52, 0x1a, 0x12], { cutter: true, offline: true }],
])('asked while it cannot print, a printer with %s still tells why', (_name, answers, flags) => {
  expect(probedFlags(answers)).toEqual({ ...CALM, ...flags });
  expect(probedFlags(answers.slice(1))).toBeUndefined();
});

test('the question for the end of a job carries our four characters', () => {
  expect(Buffer.from(askJobId('Ab3+')).toString('hex')).toBe('1d284806003030' + '4162332b');
});

test('an answer cut anywhere, with noise before it, is read the same', () => {
  const stream = [
    ...[0xff, 0x80],
    ...[0x10, 0x00, 0x0f, 0x0f],
    ...[0x12],
    ...[0x37, 0x22, 0x41, 0x62, 0x33, 0x2b, 0x00],
    ...[0x00],
    ...[0x13, 0x11],
  ];
  const whole = read(stream);
  expect(whole.map((message) => message.type)).toEqual([
    ...['garbage', 'garbage', 'status', 'real-time', 'job-done', 'answer', 'flow', 'flow'],
  ]);
  expect(whole[4]).toEqual({ type: 'job-done', id: 'Ab3+' });
  for (let cut = 0; cut <= stream.length; cut += 1) {
    const parser = printerParser();
    const parts = [stream.slice(0, cut), stream.slice(cut)];
    expect(parts.flatMap((part) => parser.push(Uint8Array.from(part)))).toEqual(whole);
  }
});

test('a real-time answer in the middle of a status disturbs neither', () => {
  expect(read([0x10, 0x00, 0x1a, 0x0f, 0x0f]).map((message) => message.type)).toEqual([
    'real-time',
    'status',
  ]);
});

test('a block that never ends is given up as noise', () => {
  const messages = read([0x37, ...new Array<number>(200).fill(0x41)]);
  expect(messages[0]).toMatchObject({ type: 'garbage' });
});

test('whatever bytes a printer sends, in whatever pieces, reading them never fails', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 12 })), (pieces) => {
      const parser = printerParser();
      const apart = pieces.flatMap((piece) => parser.push(piece));
      expect(apart).toEqual(read(pieces.flatMap((piece) => [...piece])));
    }),
  );
});

describe('in any pieces', () => {
  /** Bits as the tables fix them: what the printer fills in is arbitrary. */
  const status = fc
    .tuple(fc.nat(0x6c), fc.nat(0x6f), fc.nat(0x6f), fc.nat(0x6f))
    .map(([first, ...rest]) => [(first & 0x6c) | 0x10, ...rest.map((byte) => byte & 0x6f)])
    .filter(([first = 0]) => first !== 0x11 && first !== 0x13);
  const realTime = fc.nat(0x7f).map((byte) => [(byte & 0x6c) | 0x12]);
  const jobDone = fc
    .tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0x30, max: 0x7a })))
    .map((letters) => [0x37, 0x22, ...letters, 0x00]);
  const answer = fc.constantFrom([0x00], [0x03], [0x0c], [0x0f]);
  const frame = fc.oneof(status, realTime, jobDone, answer);
  /** What no answer begins with. */
  const noise = fc.array(fc.constantFrom(0x80, 0xff, 0x92, 0xa0), { maxLength: 4 });

  test('any two answers, with noise before and between, are read, cut at every byte', () => {
    fc.assert(
      fc.property(noise, frame, noise, frame, (before, first, between, second) => {
        const stream = [...before, ...first, ...between, ...second];
        const whole = read(stream);
        expect(whole.filter(({ type }) => type !== 'garbage')).toEqual([
          ...read(first),
          ...read(second),
        ]);
        for (let cut = 0; cut <= stream.length; cut += 1) {
          const parser = printerParser();
          const parts = [stream.slice(0, cut), stream.slice(cut)];
          expect(parts.flatMap((part) => parser.push(Uint8Array.from(part)))).toEqual(whole);
        }
      }),
      { numRuns: 100 },
    );
  });
});
