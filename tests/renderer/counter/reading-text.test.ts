import { expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import { readCodeLine } from '#app/domain/code-line/read.ts';
import { askedOrder, readingText } from '#renderer/counter/code-line/reading-text.ts';

function said(typed: string): string {
  const reading = readCodeLine(typed, menu);
  return reading.ok ? readingText(reading.value.said, 'sans') : reading.refusal.code;
}

test('what was typed is read back in words before Enter', () => {
  expect(said('2rei g -oig +oli')).toBe('2 × Reine grande, sans oignons, +\u00a0olives noires');
});

test('a note of the line is read back between quotation marks', () => {
  expect(said('rei /bien cuite')).toBe('1 × Reine moyenne, «\u202fbien cuite\u202f»');
});

test('a drink has no size to read back', () => {
  expect(said('coc')).toBe('1 × Coca-Cola canette 33 cl');
});

test('a number after # asks for an order, anything else does not', () => {
  expect(askedOrder('#214')).toBe('214');
  expect(askedOrder(' # 7 ')).toBe('7');
  expect(askedOrder('214')).toBeUndefined();
  expect(askedOrder('#rei')).toBeUndefined();
});
