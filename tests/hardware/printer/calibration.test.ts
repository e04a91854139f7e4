import { describe, expect, test } from 'vitest';

import { linesToText } from '#app/receipt/text.ts';
import { calibrationBytes, codeTableChosen, withCodeTable } from '#hardware/printer/calibration.ts';
import type { PrinterProfile } from '#hardware/printer/profile.ts';
import { calibrationLine } from '#hardware/printer/profiles/calibration-lines.ts';
import { PROFILES, profileOf } from '#hardware/printer/profiles/profiles.ts';
import { splitCommands } from '#hardware/printer/virtual/commands.ts';
import { paperRoll } from '#hardware/printer/virtual/paper.ts';
import { splitStarCommands } from '#hardware/printer/virtual/star-commands.ts';

function linesOnPaper(profile: PrinterProfile): string[] {
  const language = profile.language === 'esc-pos' ? 'esc-pos' : 'star-prnt';
  const split = language === 'esc-pos' ? splitCommands : splitStarCommands;
  const roll = paperRoll(profile.columns, language);
  const { commands, rest } = split(calibrationBytes(profile));
  expect(rest.length).toBe(0);
  expect(commands.filter(({ type }) => type === 'unknown')).toEqual([]);
  for (const command of commands) roll.draw(command);
  return linesToText(roll.tear(), profile.columns).split('\n');
}

describe.each(Object.keys(PROFILES))('the calibration page of %s', (id) => {
  const profile = profileOf(id);
  if (profile === undefined) throw new Error('no profile');

  test('has one numbered line for each table, and the right ones read as the screen shows', () => {
    const lines = linesOnPaper(profile);
    for (const [at, table] of profile.candidates.entries()) {
      const printed = lines.find((line) => line.startsWith(`${at + 1}  `));
      expect(printed).toBeDefined();
      const isOfThisPrinter = [0, 1, 4, 16, 19, 32].includes(table.number);
      if (isOfThisPrinter) expect(printed).toBe(calibrationLine(at + 1, table));
    }
  });

  test('leads to a profile that prints with the table of the line that was picked', () => {
    const line = profile.candidates.length;
    const table = codeTableChosen(profile, line);
    if (table === undefined) throw new Error('the last line has a table');
    expect(withCodeTable(profile, table)).toMatchObject({
      codeTable: table.number,
      codePage: table.page,
    });
    expect(codeTableChosen(profile, line + 1)).toBeUndefined();
    expect(codeTableChosen(profile, 0)).toBeUndefined();
  });
});
