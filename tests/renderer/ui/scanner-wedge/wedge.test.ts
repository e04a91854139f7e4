import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type PressedKey, wedge } from '#renderer/ui/scanner-wedge/wedge.ts';

import { typed } from './keyboard.ts';

function scans(keys: readonly PressedKey[], options = {}): readonly string[] {
  const detector = wedge(options);
  return keys.map((key) => detector.push(key)).filter((code) => code !== undefined);
}

const code = fc.stringMatching(/^[A-Z0-9]{6,30}$/);
const layout = fc.constantFrom('qwerty' as const, 'azerty' as const);

test('whatever a scanner reads, at a scanner’s pace, is a scan', () => {
  const pace = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(code, pace, layout, (text, gaps, both) => {
      expect(scans(typed(text, { gaps, scanner: both, till: both }))).toEqual([text]);
    }),
  );
});

test('whatever a person types is no scan, though some keys come close together', () => {
  // Two or three keys may overlap; then the hand has to move.
  const quick = fc.array(fc.integer({ min: 5, max: 50 }), { maxLength: 3 });
  const slow = fc.integer({ min: 51, max: 400 });
  const hand = fc.array(fc.tuple(quick, slow), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(code, hand, (text, rhythm) => {
      const gaps = rhythm.flatMap(([together, apart]) => [...together, apart]);
      expect(scans(typed(text, { gaps }))).toEqual([]);
    }),
  );
});

test('a key held down, then Enter, is no scan', () => {
  const [first, ...rest] = typed('11111111', { gaps: [30] });
  const held = [first, ...rest.map((key) => ({ ...key, isRepeat: key.key !== 'Enter' }))];
  expect(scans(held.filter((key) => key !== undefined))).toEqual([]);
});

test('a person typing, and a scan in the middle of it, gives the scan alone', () => {
  const person = typed('REINE', { gaps: [180], suffix: 'Tab' });
  const scanner = typed('OCP7F3K2209', { gaps: [10], atMs: 5_000 });
  const again = typed('MARGHERITA', { gaps: [120], atMs: 6_000 });
  expect(scans([...person, ...scanner, ...again])).toEqual(['OCP7F3K2209']);
});

test('two scans one after the other are two codes', () => {
  const first = typed('OCP7F3K2209', { gaps: [5] });
  const second = typed('3760123456789', { gaps: [5], atMs: 1_070 });
  expect(scans([...first, ...second])).toEqual(['OCP7F3K2209', '3760123456789']);
});

test('a scanner set to the other keyboard is understood when it reads digits', () => {
  fc.assert(
    fc.property(code, layout, (text, scanner) => {
      fc.pre(/\d/.test(text));
      const till = scanner === 'azerty' ? 'qwerty' : 'azerty';
      expect(scans(typed(text, { gaps: [10], scanner, till }))).toEqual([text]);
    }),
  );
});

test('what a French till reads from a scanner set to QWERTY becomes digits again', () => {
  const keys = typed('3760123456789', { gaps: [10], scanner: 'qwerty', till: 'azerty' });
  expect(keys.map(({ key }) => key).join('')).toBe('"è-à&é"\'(-è_çEnter');
  expect(scans(keys)).toEqual(['3760123456789']);
});

test('Shift between the letters does not break a code', () => {
  const shift = { key: 'Shift', code: 'ShiftLeft', isShifted: true, isRepeat: false };
  const keys = typed('OCP7F3K2209', { gaps: [10] }).flatMap((key) => [
    { ...shift, atMs: key.atMs - 1, isCommand: false },
    key,
  ]);
  expect(scans(keys)).toEqual(['OCP7F3K2209']);
});

test('a shortcut, or too few keys, is no scan', () => {
  const copy = typed('OCP7F3K2209', { gaps: [10] }).map((key) => ({ ...key, isCommand: true }));
  expect(scans(copy)).toEqual([]);
  expect(scans(typed('12345', { gaps: [10] }))).toEqual([]);
});

test('the end and the beginning that the scanner is set to are respected', () => {
  const tab = typed('OCP7F3K2209', { gaps: [10], suffix: 'Tab' });
  expect(scans(tab)).toEqual([]);
  expect(scans(tab, { suffix: 'Tab' })).toEqual(['OCP7F3K2209']);
  expect(scans(tab, { suffix: 'Tab', prefix: 'OCP' })).toEqual(['7F3K2209']);
  expect(scans(tab, { suffix: 'Tab', prefix: 'XYZ' })).toEqual([]);
});

test('a keyboard gone mad does not fill the memory', () => {
  const detector = wedge();
  for (const key of typed('A'.repeat(5_000), { gaps: [1] })) {
    detector.push(key);
    expect(detector.length()).toBeLessThanOrEqual(512);
  }
});
