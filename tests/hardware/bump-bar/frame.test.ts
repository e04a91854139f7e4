import fc from 'fast-check';
import { expect, test } from 'vitest';

import { bumpReader } from '#hardware/bump-bar/frame.ts';

function keys(...reports: readonly (readonly number[])[]) {
  const reader = bumpReader();
  return reports.flatMap((report) => reader.push(Uint8Array.from(report)));
}

/** Modifiers, reserved, six places. */
function holding(...usages: readonly number[]): readonly number[] {
  return [0, 0, ...[...usages, 0, 0, 0, 0, 0, 0].slice(0, 6)];
}

test.each([
  [0x1e, '1'],
  [0x26, '9'],
  [0x27, '0'],
  [0x59, '1'],
  [0x61, '9'],
  [0x62, '0'],
  [0x28, 'Enter'],
  [0x58, 'Enter'],
  [0x2a, 'Backspace'],
  [0x4f, 'ArrowRight'],
  [0x50, 'ArrowLeft'],
  [0x51, 'ArrowDown'],
  [0x52, 'ArrowUp'],
])('the key with number %i is %s', (usage, key) => {
  expect(keys(holding(usage), holding())).toEqual([key]);
});

test('a key held down is one press, pressed again it is two', () => {
  expect(keys(holding(0x59), holding(0x59), holding(), holding(0x59))).toEqual(['1', '1']);
});

test('two keys held together are two presses, in the order they went down', () => {
  expect(keys(holding(0x59), holding(0x59, 0x5a), holding(0x5a), holding())).toEqual(['1', '2']);
});

test('a bar that numbers its reports is read too', () => {
  expect(keys([1, ...holding(0x5b)])).toEqual(['3']);
});

test('a hand flat on the bar presses nothing', () => {
  expect(keys([0, 0, 1, 1, 1, 1, 1, 1], holding(0x04), [1, 2, 3])).toEqual([]);
});

test('whatever a bar reports, no key is pressed twice without being let go', () => {
  const report = fc.array(fc.constantFrom(0, 1, 4, 0x59, 0x5a, 0x28), { maxLength: 10 });
  fc.assert(
    fc.property(fc.array(report), (reports) => {
      const reader = bumpReader();
      let last: readonly number[] = [];
      for (const one of reports) {
        const pressed = reader.push(Uint8Array.from(one));
        const isWhole = one.length === 8 || one.length === 9;
        if (!isWhole) expect(pressed).toEqual([]);
        expect(new Set(pressed).size).toBe(pressed.length);
        if (isWhole && JSON.stringify(one) === JSON.stringify(last)) expect(pressed).toEqual([]);
        if (isWhole) last = one;
      }
    }),
  );
});
