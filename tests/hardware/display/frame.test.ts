import fc from 'fast-check';
import { expect, test } from 'vitest';

import { formatEuros } from '#app/lib/money.ts';
import { displayLine, displayRow, displayStart, displayText } from '#hardware/display/frame.ts';

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

test('a display is started blank, without a cursor, in our letters', () => {
  expect(hex(displayStart(16))).toBe('1b40' + '1b7410' + '1f4300' + '0c');
  expect(hex(displayStart(19))).toBe('1b40' + '1b7413' + '1f4300' + '0c');
});

test('a line is written from its first column, euro sign and accents in the letters of the display', () => {
  const text = displayRow('Œuf brûlé', formatEuros(1390));
  expect(hex(displayLine(2, displayText(text, 16), 16))).toBe(
    '1f240102' +
      '8c7566206272fb6ce9' +
      '202020'.slice(2) +
      '202031332c3930208 0'.replaceAll(' ', ''),
  );
  expect(hex(displayLine(1, displayText('13,90 €', 19), 19)).slice(8, 22)).toBe('31332c393020d5');
});

test('letters that a display lacks are spelled', () => {
  expect(displayText('Bœuf Łódź 🍕 东', 19)).toBe('Boeuf Lódz  ?'.padEnd(20));
});

test.each([16, 19] as const)(
  'the amount is always whole and at the right, the name is cut: letters %i',
  (table) => {
    const shown = (label: string, cents: number) =>
      displayText(displayRow(label, formatEuros(cents)), table);
    expect(shown('Pizza quatre fromages et demi', -123456)).toBe('Pizza qu -1 234,56 €');
    // What the display has not takes more room once it is spelled.
    const spelled = shown('Bœuf Œuf… truffé', 1250);
    expect(spelled).toHaveLength(20);
    expect(spelled.endsWith(' 12,50 €')).toBe(true);
    expect(shown('Coca\tLight', 200)).toBe('Coca Light    2,00 €');
  },
);

test('no text can move the cursor or change the display: only letters reach the line', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(16 as const, 19 as const),
      (text, table) => {
        const shown = displayText(text, table);
        expect(shown).toHaveLength(20);
        const letters = displayLine(1, shown, table).slice(4);
        expect(letters).toHaveLength(20);
        for (const byte of letters) expect(byte >= 0x20 && byte !== 0x7f).toBe(true);
      },
    ),
  );
});
