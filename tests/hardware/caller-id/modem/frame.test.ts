import fc from 'fast-check';
import { expect, test } from 'vitest';

import { lineReader, modemMessageOf } from '#hardware/caller-id/modem/frame.ts';

function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

test.each([
  ['NMBR = 0612345678', { type: 'number', number: '0612345678' }],
  ['NMBR=0612345678', { type: 'number', number: '0612345678' }],
  ['  nmbr =0612345678 ', { type: 'number', number: '0612345678' }],
  ['NMBR = P', { type: 'private' }],
  ['NMBR=O', { type: 'unavailable' }],
  ['NMBR =', { type: 'unavailable' }],
  ['RING', { type: 'ring' }],
  ['OK', { type: 'result', isOk: true }],
  ['ERROR', { type: 'result', isOk: false }],
])('the line « %s » is understood', (line, message) => {
  expect(modemMessageOf(line)).toEqual(message);
});

test.each([
  'DATE = 1120',
  'TIME=1906',
  'NAME = DUPONT',
  'AT+VCID=1',
  'NO CARRIER',
  '@#}!',
  'XNMBR = 0612345678',
  '',
])('the line « %s » says nothing of a caller', (line) => {
  expect(modemMessageOf(line)).toBeUndefined();
});

const REPORT =
  '\r\nRING\r\n\r\nDATE = 1120\r\n\r\nTIME = 1906\r\n\r\nNMBR = 0612345678\r\n\r\nRING\r\n';

test('a report cut at any byte, with noise before it, reads the same', () => {
  const noisy = `\u0010\u0000}~\r\n${REPORT}`;
  const read = (...pieces: string[]) => {
    const reader = lineReader();
    return pieces
      .flatMap((piece) => reader.push(bytes(piece)))
      .flatMap((line) => modemMessageOf(line) ?? []);
  };
  const whole = read(noisy);
  expect(whole).toEqual([
    { type: 'ring' },
    { type: 'number', number: '0612345678' },
    { type: 'ring' },
  ]);
  for (let cut = 0; cut <= noisy.length; cut += 1) {
    expect(read(noisy.slice(0, cut), noisy.slice(cut))).toEqual(whole);
  }
});

test('whatever a line brings, it is cut into short lines of plain letters', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 400 })), (pieces) => {
      const reader = lineReader();
      for (const line of pieces.flatMap((piece) => reader.push(piece))) {
        expect(line).toMatch(/^[ -~]{1,200}$/);
        modemMessageOf(line);
      }
    }),
  );
});
