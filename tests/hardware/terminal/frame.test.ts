import fc from 'fast-check';
import { expect, test } from 'vitest';

import { answerReader, maskNumber, paymentRequest } from '#hardware/terminal/frame.ts';

import { ANSWER_PAID, REQUEST_3790 } from './vectors.ts';

const IPC = '012345678901';

function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function read(...pieces: string[]) {
  const reader = answerReader();
  for (const piece of pieces) reader.push(bytes(piece));
  return reader.state();
}

test('a payment of 37.90 is asked for with the known bytes', () => {
  const request = paymentRequest({ tillNumber: '01', amountCents: 3790, ipc: IPC });
  expect(new TextDecoder().decode(request)).toBe(REQUEST_3790);
});

test('five cents are written with two digits', () => {
  const request = paymentRequest({ tillNumber: '01', amountCents: 5, ipc: IPC });
  expect(new TextDecoder().decode(request)).toMatch(/CB00205$/);
});

test('an answer cut at any byte, with noise before it, is read the same', () => {
  const noisy = `\u0002\u0000?${ANSWER_PAID}`;
  const whole = read(noisy);
  expect(whole.status).toBe('boundary');
  expect(Object.fromEntries(whole.records)).toEqual({
    ...{ CZ: '0300', CA: '01', CE: '978', CD: '0', CB: '3790', AE: '10' },
    ...{ CC: '001', CI: '1', AC: '548964', AA: '410849######4250' },
  });
  for (let cut = 0; cut <= noisy.length; cut += 1) {
    expect(read(noisy.slice(0, cut), noisy.slice(cut))).toEqual(whole);
  }
});

test('only the end of a record looks like the end of an answer', () => {
  const ends: number[] = [];
  for (let length = 1; length <= REQUEST_3790.length; length += 1) {
    if (read(REQUEST_3790.slice(0, length)).status === 'boundary') ends.push(length);
  }
  expect(ends).toEqual([9, 26, 33, 41, 47, 53, 62]);
});

test.each([
  ['a length that is no number', 'CZ0040300XX0x1'],
  ['a tag in small letters', 'CZ0040300ae00210'],
  ['two different results', `${ANSWER_PAID}AE00201`],
  ['noise without end', 'x'.repeat(300)],
  ['more than an answer can hold', `CZ0040300${'ZT999'.padEnd(1_004, 'x').repeat(9)}`],
])('%s cannot be read as an answer', (_name, answer) => {
  expect(read(answer).status).toBe('malformed');
});

test('whatever a terminal sends, in whatever pieces, reading it never fails', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), (pieces) => {
      const reader = answerReader();
      for (const piece of pieces) reader.push(piece);
      expect(['empty', 'inside', 'boundary', 'malformed']).toContain(reader.state().status);
    }),
  );
});

test.each([
  ['410849######4250', '410849######4250'],
  ['***********0674', '***********0674'],
  ['4970101122331234', '497010######1234'],
  ['4970101122331234567', '497010#########4567'],
  ['12345678', '####5678'],
])('the card number %s is kept as %s', (sent, kept) => {
  expect(maskNumber(sent)).toBe(kept);
});
