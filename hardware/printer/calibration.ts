import type { CodeTable, PrinterProfile } from './profile.ts';
import { calibrationLine } from './profiles/calibration-lines.ts';
import { cutBytes, tableBytes } from './receipt-bytes.ts';

/**
 * The calibration page of a printer: one numbered line for each table it may have. A wrong table
 * prints other letters or nothing; the operator picks the first line that reads like the screen.
 */
export function calibrationBytes(profile: PrinterProfile): Uint8Array {
  const own = { page: profile.codePage, number: profile.codeTable };
  const parts = [
    // Plain ASCII, which every table has.
    tableBytes(['Choisir la premiere ligne juste:', ''], own, profile),
    ...profile.candidates.map((table, at) =>
      tableBytes([calibrationLine(at + 1, table)], table, profile),
    ),
    cutBytes(profile),
  ];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** The profile with the table of the line that was picked; `undefined` for a line that is not there. */
export function codeTableChosen(profile: PrinterProfile, line: number): CodeTable | undefined {
  return profile.candidates[line - 1];
}

/** A profile that prints with that table from now on. */
export function withCodeTable(profile: PrinterProfile, table: CodeTable): PrinterProfile {
  return { ...profile, codePage: table.page, codeTable: table.number };
}
