import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { customerReceipt } from '#app/receipt/customer-receipt.ts';
import { linesToText, toText } from '#app/receipt/text.ts';
import { type CodePage, inCodePage } from '#hardware/printer/code-page.ts';
import type { PrinterProfile } from '#hardware/printer/profile.ts';
import { profileOf } from '#hardware/printer/profiles/profiles.ts';
import { receiptBytes } from '#hardware/printer/receipt-bytes.ts';
import { splitCommands } from '#hardware/printer/virtual/commands.ts';
import { paperRoll } from '#hardware/printer/virtual/paper.ts';

import { receiptFactsOf } from '../../app/receipt/facts.ts';

test.each<readonly [CodePage, string, string]>([
  ['windows1252', 'Bœuf à l’ail… 13,90\u202f€', 'Bœuf à l’ail… 13,90\u00a0€'],
  ['cp858', 'Bœuf à l’ail… 13,90\u202f€', "Boeuf à l'ail... 13,90\u00a0€"],
  ['cp437', 'Bœuf à l’ail… 13,90\u202f€', "Boeuf à l'ail... 13,90\u00a0EUR"],
  ['cp437', 'À ÉTÉ Œuf «\u202fn°\u202f1\u202f»', 'A ÉTÉ OEuf «\u00a0n°\u00a01\u00a0»'],
  ['cp858', 'À ÉTÉ Œuf × 2', 'À ÉTÉ OEuf × 2'],
])('in %s %j is printed as %j', (page, text, printed) => {
  expect(inCodePage(text, page)).toBe(printed);
});

/** A printer of the tests that has only this table. */
function printerWith(codePage: CodePage, codeTable: number): PrinterProfile {
  const profile = profileOf('epson-tm-t88v');
  if (profile === undefined) throw new Error('no profile');
  return { ...profile, codePage, codeTable, columns: 42 };
}

function onPaper(profile: PrinterProfile, blocks: Parameters<typeof receiptBytes>[0]): string {
  const roll = paperRoll(profile.columns);
  for (const command of splitCommands(receiptBytes(blocks, profile)).commands) roll.draw(command);
  return linesToText(roll.tear(), profile.columns).replaceAll('\u00a0', ' ');
}

describe.each<readonly [CodePage, number]>([
  ['windows1252', 16],
  ['cp858', 19],
  ['cp437', 0],
])('on a printer that has only %s', (page, table) => {
  const profile = printerWith(page, table);

  test('a receipt says what it should, every amount without a question mark', () => {
    const printed = onPaper(profile, customerReceipt(receiptFactsOf()));
    expect(printed).not.toMatch(/[?▯]/);
    expect(printed).toContain(page === 'cp437' ? '29,90 EUR' : '29,90 €');
    expect(printed).toContain('épicé');
  });

  test('whatever is typed, the paper shows what was laid out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
        const text = inCodePage(typed, page);
        const expected = toText([{ type: 'text', text }], 42)
          .replaceAll('\u00a0', ' ')
          .trim();
        expect(onPaper(profile, [{ type: 'text', text: typed }]).trim()).toBe(expected);
      }),
    );
  });
});
