import { expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import { readCodeLine } from '#app/domain/code-line/read.ts';
import { readingText } from '#renderer/counter/code-line/reading-text.ts';

function said(typed: string): string {
  const reading = readCodeLine(typed, menu);
  return reading.ok ? readingText(reading.value.said) : reading.refusal.code;
}

test('what was typed is read back in words before Enter', () => {
  expect(said('2rei g -oig +oli')).toBe('2 × Reine grande, sans Oignons, + Olives noires');
});

test('a note of the line is read back between quotation marks', () => {
  expect(said('rei /bien cuite')).toBe('1 × Reine moyenne, «\u202fbien cuite\u202f»');
});

test('a drink has no size to read back', () => {
  expect(said('coc')).toBe('1 × Coca-Cola canette 33 cl');
});
