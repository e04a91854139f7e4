import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  answerOf,
  frameOf,
  requestData,
  type Signal,
  signalReader,
} from '#hardware/terminal/concert/frame.ts';

import {
  ANSWER_1250_WITH_REPORT,
  ANSWER_3790_REFUSED,
  ANSWER_9110,
  bytesOf,
  hexOf,
  REQUEST_1250_WITH_REPORT,
  REQUEST_3790_AT_ONCE,
  REQUEST_9110,
  REQUEST_CHEQUE,
} from './vectors.ts';

const DEBIT = { tillNumber: '01', type: 'debit' } as const;

function read(...pieces: Uint8Array[]): readonly Signal[] {
  const reader = signalReader();
  return pieces.flatMap((piece) => reader.push(piece));
}

function answerIn(hex: string) {
  const [signal] = read(bytesOf(hex));
  return signal?.kind === 'frame' ? answerOf(signal.data) : undefined;
}

test('a payment of 91.10 is asked for with the known bytes', () => {
  expect(hexOf(frameOf(requestData({ ...DEBIT, amountCents: 9110 })))).toBe(REQUEST_9110);
});

test('a cheque of five cents is asked for with the known bytes', () => {
  const data = requestData({ ...DEBIT, amountCents: 5, mode: 'C' });
  expect(hexOf(frameOf(data))).toBe(REQUEST_CHEQUE);
});

test('the other known requests are read by their check, and differ from ours where they must', () => {
  expect(read(bytesOf(REQUEST_1250_WITH_REPORT))).toEqual([
    {
      kind: 'frame',
      data: requestData({ ...DEBIT, amountCents: 1250 }).replace('0000125001', '0000125011'),
    },
  ]);
  expect(read(bytesOf(REQUEST_3790_AT_ONCE))).toEqual([
    {
      kind: 'frame',
      data: requestData({ ...DEBIT, amountCents: 3790 }).replace('A010', 'A011'),
    },
  ]);
});

test.each([
  ['debit', '0'],
  ['refund', '1'],
  ['cancellation', '2'],
] as const)('a %s has 34 characters, no report, the type %s', (type, code) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), (amountCents) => {
      const data = requestData({ tillNumber: '07', amountCents, type });
      expect(data).toHaveLength(34);
      expect(data.slice(0, 2)).toBe('07');
      expect(Number(data.slice(2, 10))).toBe(amountCents);
      expect(data.slice(10)).toBe(`01${code}978${' '.repeat(10)}A010B010`);
      expect(frameOf(data)).toHaveLength(37);
    }),
  );
});

test('the known answers are read', () => {
  expect(answerIn(ANSWER_9110)).toEqual({
    ...{ tillNumber: '01', result: '0', amountCents: 9110, currency: '978', maskedNumber: '' },
  });
  expect(answerIn(ANSWER_1250_WITH_REPORT)).toEqual({
    ...{ tillNumber: '01', result: '0', amountCents: 1250, currency: '978', maskedNumber: '' },
  });
  expect(answerIn(ANSWER_3790_REFUSED)).toMatchObject({ result: '7', amountCents: 3790 });
});

test('the answers of PayXpert, which repeat more of the request, are read by their length', () => {
  // Till, STAT, amount; IND and mode; a report where asked for; TYPE; currency; private; DELAI, AUTO.
  const head = '01000009110';
  const tail = '9780000000000';
  for (const report of ['', 'x'.repeat(55)]) {
    for (const times of ['11', 'A010B010']) {
      const data = `${head}01${report}0${tail}${times}`;
      expect([29, 35, 84, 90]).toContain(data.length);
      expect(answerOf(data)).toMatchObject({ amountCents: 9110, currency: '978', result: '0' });
    }
  }
});

test.each([0, 1, 24, 26, 34, 79, 81, 512])('an answer of %s characters is none', (length) => {
  expect(answerOf('0'.repeat(length))).toBeUndefined();
});

test('a card number in the report is masked as it is read', () => {
  const report = `4970101122331234 ${'X'.repeat(38)}`;
  expect(answerOf(`010000091101${report}978${' '.repeat(10)}`)).toMatchObject({
    maskedNumber: '497010######1234',
  });
});

test('every wrong byte of a frame is found, unless it is no frame any more', () => {
  const right = bytesOf(ANSWER_9110);
  for (const [at, byte] of right.entries()) {
    const wrong = right.with(at, byte ^ 0x41);
    const kinds = read(wrong).filter(({ kind }) => kind === 'frame');
    expect(kinds).toEqual([]);
  }
});

const frames = fc
  .string({
    unit: fc.integer({ min: 0x20, max: 0x7f }).map((code) => String.fromCharCode(code)),
    maxLength: 90,
  })
  .map((data) => ({ data, bytes: frameOf(data) }));
const signals: readonly (readonly [number, Signal['kind']])[] = [
  [5, 'enquiry'],
  [6, 'acknowledged'],
  [21, 'refused'],
  [4, 'end'],
];
/** No control character of the protocol, and nothing that could begin a frame. */
const noise = fc.uint8Array({ maxLength: 30 }).map((bytes) => bytes.filter((byte) => byte > 0x15));

test('a frame cut at any two bytes, with noise around it, is read the same', () => {
  fc.assert(
    fc.property(
      frames,
      noise,
      noise,
      fc.nat(),
      fc.nat(),
      ({ data, bytes }, before, after, a, b) => {
        const all = Uint8Array.of(...before, ...bytes, ...after);
        const [first, second] = [a % all.length, b % all.length].toSorted((one, two) => one - two);
        const pieces = [all.slice(0, first), all.slice(first, second), all.slice(second)];
        expect(read(...pieces)).toEqual([{ kind: 'frame', data }]);
      },
    ),
  );
});

test('any two frames joined, with signals and noise between, are read one after the other', () => {
  fc.assert(
    fc.property(
      frames,
      frames,
      fc.constantFrom(...signals),
      noise,
      (one, other, signal, between) => {
        const [byte, kind] = signal;
        const all = Uint8Array.of(...one.bytes, ...between, byte, ...between, ...other.bytes);
        const expected = [
          { kind: 'frame', data: one.data },
          { kind },
          { kind: 'frame', data: other.data },
        ];
        expect(read(all)).toEqual(expected);
        expect(read(...Array.from(all, (piece) => Uint8Array.of(piece)))).toEqual(expected);
      },
    ),
  );
});

test('noise that looks like the start of a frame does not hide the one behind it', () => {
  fc.assert(
    fc.property(noise, frames, (start, { data, bytes }) => {
      // The next STX would be the right check of the noise: a frame by all that can be seen.
      fc.pre(start.reduce((check, byte) => check ^ byte, 3) !== 2);
      expect(read(Uint8Array.of(2, ...start, ...bytes)).at(-1)).toEqual({ kind: 'frame', data });
      expect(read(Uint8Array.of(2, ...start, 3, ...bytes)).at(-1)).toEqual({ kind: 'frame', data });
    }),
  );
});

test('more data than a frame can have is no frame, and reading goes on', () => {
  const long = Uint8Array.of(2, ...new Uint8Array(513).fill(0x41), ...bytesOf(ANSWER_9110));
  expect(read(long).map(({ kind }) => kind)).toEqual(['bad-frame', 'frame']);
});

test('whatever is on the line, in whatever pieces, reading it never fails', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 60 })), (pieces) => {
      const kinds = read(...pieces).map(({ kind }) => kind);
      expect(kinds.length).toBeLessThanOrEqual(pieces.reduce((sum, { length }) => sum + length, 0));
    }),
  );
});
