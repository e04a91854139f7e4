import type { Locale } from '#app/lib/money.ts';

/** A table for a spreadsheet: the first row names the columns. */
export type Table = readonly (readonly string[])[];

/** Tells a spreadsheet that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The table as text (RFC 4180, CRLF), separated by semicolons in French, where the comma is the
 * decimal mark. A cell that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function csvText(table: Table, locale: Locale): string {
  const separator = locale === 'fr' ? ';' : ',';
  const lines = table.map((row) => row.map((cell) => cellText(cell, separator)).join(separator));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function cellText(cell: string, separator: string): string {
  const isNumber = /^-?\d+([.,]\d+)?$/.test(cell);
  const safe = !isNumber && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  if (!safe.includes(separator) && !/["\r\n]/.test(safe)) return safe;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Gives the table to the person as a file. */
export function saveCsv(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
