import fc from 'fast-check';
import { expect, test } from 'vitest';

import { DisplayMachine } from '#hardware/display/virtual/machine.ts';

function rowsAfter(...pieces: readonly (string | readonly number[])[]) {
  const machine = new DisplayMachine();
  for (const piece of pieces) {
    machine.receive(
      typeof piece === 'string' ? Buffer.from(piece, 'latin1') : Uint8Array.from(piece),
    );
  }
  return machine.display.rows.map((row) => row.trimEnd());
}

test('a display writes on, over its end, back to its start', () => {
  expect(rowsAfter('x'.repeat(45))).toEqual(['x'.repeat(20), 'x'.repeat(20)]);
  expect(rowsAfter('upper', [0x0d, 0x0a], 'lower', [0x0b], 'U')).toEqual(['Upper', 'lower']);
});

test('a cursor outside the glass does not move', () => {
  expect(rowsAfter('a', [0x1f, 0x24, 21, 1], 'b', [0x1f, 0x24, 1, 3], 'c')).toEqual(['abc', '']);
});

test('a command is the same in any pieces', () => {
  expect(rowsAfter([0x1f], [0x24], [3], [2], 'x')).toEqual(['', '  x']);
});

test('whatever is sent, a display shows twice twenty letters', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const machine = new DisplayMachine();
      machine.receive(bytes);
      expect(machine.display.rows.map((row) => row.length)).toEqual([20, 20]);
    }),
  );
});
