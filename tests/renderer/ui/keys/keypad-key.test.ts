import { expect, test } from 'vitest';

import { keypadKeyOf } from '#renderer/ui/keys/keypad-key.ts';

test.each([
  ['7', 'Numpad7', '7'],
  ['Home', 'Numpad7', '7'],
  ['ArrowUp', 'Numpad8', '8'],
  ['Insert', 'Numpad0', '0'],
  ['&', 'Digit1', '1'],
  ['à', 'Digit0', '0'],
  ['Enter', 'NumpadEnter', 'Enter'],
  ['Enter', 'Enter', 'Enter'],
  [',', 'NumpadDecimal', 'Backspace'],
  ['Backspace', 'Backspace', 'Backspace'],
  ['ArrowLeft', 'ArrowLeft', 'ArrowLeft'],
  ['a', 'KeyQ', 'a'],
])('the key that the till calls %s, at %s, bumps %s', (key, code, meant) => {
  expect(keypadKeyOf({ key, code })).toBe(meant);
});
