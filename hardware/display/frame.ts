import { printable } from '#app/receipt/printable.ts';

import { inCodePage } from '../printer/code-page.ts';

/**
 * A pole display of two lines of twenty characters that speaks the commands of Epson's DM-D series
 * (DM-D110/210 user's manual, "Commands": ESC @, ESC t, US $, US C, CLR), which the makes sold in
 * Europe know in their "EPSON" or "ESC/POS" mode. Pure.
 */

export const DISPLAY_COLUMNS = 20;

/** Upper and lower line, as people wrote them; a tab parts what stands at the left and at the right. */
export type DisplayLines = readonly [string, string];

/** 16: WPC1252; 19: PC858. */
export type DisplayCodeTable = 16 | 19;

const ESC = 0x1b;
const US = 0x1f;
const CLEAR = 0x0c;
const SPACE = 0x20;

/** Puts the display into the state we count on: no text, no cursor, our letters. */
export function displayStart(codeTable: DisplayCodeTable): Uint8Array {
  return Uint8Array.of(ESC, 0x40, ESC, 0x74, codeTable, US, 0x43, 0, CLEAR);
}

/**
 * What stands there, said again: writing it tells whether the line is still there, and a display that
 * lost its power meanwhile has its letters and its lines back.
 */
export function displayAgain(lines: DisplayLines, codeTable: DisplayCodeTable): Uint8Array {
  const [upper, lower] = lines;
  const settings = [ESC, 0x74, codeTable, US, 0x43, 0];
  return Uint8Array.from([
    ...settings,
    ...displayLine(1, upper, codeTable),
    ...displayLine(2, lower, codeTable),
  ]);
}

/** Writes one whole line: `row` is 1 or 2. `text` has passed `displayText`. */
export function displayLine(row: 1 | 2, text: string, codeTable: DisplayCodeTable): Uint8Array {
  const letters = encoded(text, codeTable);
  return Uint8Array.of(US, 0x24, 1, row, ...letters);
}

/**
 * A text as the display can show it: exactly twenty characters, what it lacks transliterated, what
 * is too much cut. What follows a tab stands at the right edge and is never cut for what is before.
 * Control characters never reach the line.
 */
export function displayText(text: string, codeTable: DisplayCodeTable): string {
  const [before = '', ...after] = text.split('\t');
  const right = spelled(after.join(' '), codeTable).slice(0, DISPLAY_COLUMNS);
  const room = right === '' ? DISPLAY_COLUMNS : Math.max(0, DISPLAY_COLUMNS - right.length - 1);
  const left = spelled(before, codeTable).slice(0, room);
  return left.padEnd(DISPLAY_COLUMNS - right.length) + right;
}

function spelled(text: string, codeTable: DisplayCodeTable): string {
  const shown = inCodePage(printable(text), codeTable === 16 ? 'windows1252' : 'cp858');
  return shown.replaceAll('\u00a0', ' ');
}

/** `Total`, and `25,80 €` at the right edge: for `displayText`, which knows how long they get. */
export function displayRow(label: string, amount: string): string {
  return `${label.replaceAll('\t', ' ')}\t${amount}`;
}

/** Bytes 0x80 to 0xff of code page 858; a replacement mark where it draws boxes. */
const CP858 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»�����ÁÂÀ©����¢¥�' +
  '������ãÃ�������¤ðÐÊËÈ€ÍÎÏ����¦Ì�ÓßÔÒõÕµþÞÚÛÙýÝ¯´�±�¾¶§÷¸°¨·¹³²��';
/** Bytes 0x80 to 0x9f of Windows-1252; the rest is Latin-1. */
const WINDOWS_1252 = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ';

function encoded(text: string, codeTable: DisplayCodeTable): readonly number[] {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? SPACE;
    if (code >= SPACE && code < 0x7f) return code;
    const at = (codeTable === 16 ? WINDOWS_1252 : CP858).indexOf(character);
    if (at >= 0) return 0x80 + at;
    return codeTable === 16 && code >= 0xa0 && code <= 0xff ? code : SPACE;
  });
}
