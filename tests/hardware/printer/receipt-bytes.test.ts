import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { bitmapRows } from '#app/receipt/bitmap.ts';
import type { Block } from '#app/receipt/blocks.ts';
import { LOGO } from '#app/receipt/logo.ts';
import { customerReceipt } from '#app/receipt/customer-receipt.ts';
import type { Columns } from '#app/receipt/layout.ts';
import { toText } from '#app/receipt/text.ts';
import { drawerBytes, receiptBytes } from '#hardware/printer/receipt-bytes.ts';
import { CLONE_58, EPSON_80 } from '#hardware/printer/profile.ts';
import { profileOf } from '#hardware/printer/profiles/profiles.ts';
import { type Command, splitCommands } from '#hardware/printer/virtual/commands.ts';
import { paperRoll } from '#hardware/printer/virtual/paper.ts';
import { splitStarCommands } from '#hardware/printer/virtual/star-commands.ts';
import { linesToText } from '#app/receipt/text.ts';

import { receiptFactsOf } from '../../app/receipt/facts.ts';

function commandsOf(blocks: readonly Block[], columns: Columns = 48): Command[] {
  const { commands, rest } = splitCommands(receiptBytes(blocks, { ...EPSON_80, columns }));
  expect(rest.length).toBe(0);
  return commands;
}

function onPaper(commands: readonly Command[], columns: Columns): string {
  const roll = paperRoll(columns);
  for (const command of commands) roll.draw(command);
  return linesToText(roll.tear(), columns);
}

/** What is said, line by line; a centred title starts elsewhere in double width. */
function plain(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

test.each([32, 42, 48] as const)(
  'on %i characters the paper says exactly what the receipt says',
  (columns) => {
    const blocks = customerReceipt(receiptFactsOf({ copy: 1 }));
    expect(plain(onPaper(commandsOf(blocks, columns), columns))).toBe(
      plain(toText(blocks, columns)),
    );
  },
);

test('a price in euros leaves as the bytes of Windows-1252, table 16', () => {
  const bytes = Buffer.from(receiptBytes([{ type: 'text', text: 'Bœuf 13,90\u202f€' }], EPSON_80));
  expect(bytes.includes(Buffer.from('1b7410', 'hex'))).toBe(true);
  expect(
    bytes.includes(Buffer.from('42 9c 75 66 20 31 33 2c 39 30 20 80'.replaceAll(' ', ''), 'hex')),
  ).toBe(true);
});

test('another model’s number for Windows-1252 is used where the profile says so', () => {
  const citizen = { ...EPSON_80, codeTable: 9 };
  const { commands } = splitCommands(receiptBytes([{ type: 'text', text: 'é' }], citizen));
  expect(commands).toContainEqual({ type: 'table', number: 9 });
});

test('a receipt cuts the paper once, opens no drawer and contains nothing unknown', () => {
  const commands = commandsOf(customerReceipt(receiptFactsOf()));
  const count = (type: Command['type']): number =>
    commands.filter((command) => command.type === type).length;
  expect([count('cut'), count('pulse'), count('unknown')]).toEqual([1, 0, 0]);
});

test('a printer without a blade is never told to cut', () => {
  const bytes = receiptBytes(customerReceipt(receiptFactsOf()), CLONE_58);
  expect(splitCommands(bytes).commands).not.toContainEqual({ type: 'cut' });
});

test('the drawer has its own command and prints nothing', () => {
  expect(splitCommands(drawerBytes(EPSON_80)).commands).toEqual([{ type: 'pulse', pin: 0 }]);
});

/** Pieces of names that would be commands if they reached the printer as they are. */
const HOSTILE = fc.array(
  fc.oneof(
    fc.constantFrom('\u001bp\u00002\u00fa', '\u001b@', '\u001dV\u0000', '\u0010\u0004\u0001'),
    fc.constantFrom(
      '\u001b[2J',
      '\u009b31m',
      '\u202e',
      '\u0000',
      '\n',
      '\u001dr1',
      '🍕',
      'é',
      ' €',
    ),
    fc.string({ maxLength: 6 }),
  ),
  { maxLength: 8 },
);

test('a name, whatever is typed in it, prints as text and never becomes a command', () => {
  const allowed: readonly Command['type'][] = [
    ...(['initialise', 'setting', 'table', 'character', 'line-feed'] as const),
    ...(['align', 'size', 'bold', 'inverse', 'cut'] as const),
  ];
  fc.assert(
    fc.property(HOSTILE, fc.constantFrom<Columns>(32, 42, 48), (pieces, columns) => {
      const name = pieces.join('');
      const [line] = receiptFactsOf().lines;
      if (line === undefined) throw new Error('the facts have lines');
      const store = { ...receiptFactsOf().store, name };
      const facts = receiptFactsOf({
        store,
        operator: name,
        lines: [{ ...line, name, detail: [name] }],
      });
      const blocks = customerReceipt(facts);
      const commands = commandsOf(blocks, columns);
      expect(commands.filter((command) => !allowed.includes(command.type))).toEqual([]);
      expect(commands.filter((command) => command.type === 'cut').length).toBe(1);
      expect(commands.filter((command) => command.type === 'initialise').length).toBe(1);
      expect(plain(onPaper(commands, columns))).toBe(plain(toText(blocks, columns)));
    }),
    { numRuns: 60 },
  );
});

describe.each(['star-mc-print3', 'star-tsp654'])('on a %s', (model) => {
  const profile = profileOf(model);
  if (profile === undefined) throw new Error('no profile');

  test.each([32, 42, 48] as const)(
    'on %i characters the paper says exactly what the receipt says',
    (columns) => {
      const { store } = receiptFactsOf();
      const blocks = customerReceipt(
        receiptFactsOf({
          copy: 1,
          qr: 'https://oc-pizza.example/a',
          store: { ...store, logo: LOGO },
        }),
      );
      const { commands, rest } = splitStarCommands(receiptBytes(blocks, { ...profile, columns }));
      expect(rest.length).toBe(0);
      expect(commands.filter(({ type }) => type === 'unknown')).toEqual([]);
      expect(commands.filter(({ type }) => type === 'cut')).toHaveLength(1);
      const roll = paperRoll(columns, 'star-prnt');
      for (const command of commands) roll.draw(command);
      // A line is fed after a picture and a code.
      const words = (text: string) => plain(text).replace(/\n+/g, '\n');
      expect(words(linesToText(roll.tear(), columns))).toBe(words(toText(blocks, columns)));
    },
  );

  test('the drawer opens with a command of its own', () => {
    expect(splitStarCommands(drawerBytes(profile)).commands).toContainEqual({
      type: 'pulse',
      pin: 0,
    });
  });

  test('a name, whatever is typed in it, never becomes a command', () => {
    fc.assert(
      fc.property(HOSTILE, (pieces) => {
        const blocks = [{ type: 'text', text: pieces.join('') } as const, { type: 'cut' } as const];
        const { commands } = splitStarCommands(receiptBytes(blocks, profile));
        const count = (type: Command['type']) =>
          commands.filter((command) => command.type === type).length;
        expect([count('unknown'), count('pulse'), count('end-of-printing')]).toEqual([0, 0, 0]);
        expect([count('cut'), count('initialise')]).toEqual([1, 1]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a picture', () => {
  test.each(['epson-tm-m30iii', 'star-mc-print3'])('comes out of a %s dot by dot', (model) => {
    const profile = profileOf(model);
    if (profile === undefined) throw new Error('no profile');
    const language = profile.language === 'esc-pos' ? 'esc-pos' : 'star-prnt';
    const split = language === 'esc-pos' ? splitCommands : splitStarCommands;
    const roll = paperRoll(profile.columns, language);
    const bytes = receiptBytes([{ type: 'image', bitmap: LOGO }, { type: 'cut' }], profile);
    for (const command of split(bytes).commands) roll.draw(command);
    const [line] = roll.tear();
    if (line?.type !== 'image') throw new Error('no picture came out');
    const black = (rows: boolean[][]) =>
      rows.map((row) => row.map((dot) => (dot ? '#' : ' ')).join(''));
    expect(black(bitmapRows(line.bitmap)).slice(0, LOGO.height)).toEqual(black(bitmapRows(LOGO)));
  });

  test('is left out on an impact printer, and a code is written as its address', () => {
    const profile = profileOf('epson-tm-u220');
    if (profile === undefined) throw new Error('no profile');
    const address = 'https://oc-pizza.example/avis/un-long-chemin';
    const bytes = receiptBytes(
      [{ type: 'image', bitmap: LOGO }, { type: 'qr', data: address }, { type: 'cut' }],
      profile,
    );
    const { commands } = splitCommands(bytes);
    expect(commands.some(({ type }) => type === 'picture' || type === 'qr-print')).toBe(false);
    expect(onPaper(commands, 32).replaceAll('\n', '')).toBe(address);
  });
});
