/** The upper halves of two old code pages, as IBM's tables give them. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
const CP858 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
const WPC1252 = new TextDecoder('windows-1252');
/** Shown for a byte above 127 in a code table we do not draw: a wrong table must be seen. */
const UNREADABLE = '\u25af';

type Table = 'cp437' | 'cp858' | 'windows-1252';
/** By the number after `ESC t` (as on a TM-T88V) or `ESC GS t` (as on a TSP650). */
const NUMBERS: Readonly<Record<string, Readonly<Record<number, Table>>>> = {
  'esc-pos': { 0: 'cp437', 16: 'windows-1252', 19: 'cp858' },
  'star-prnt': { 0: 'cp437', 1: 'cp437', 4: 'cp858', 32: 'windows-1252' },
};

/** The character of a byte in that table of the printer. */
export function characterOf(
  byte: number,
  table: number,
  language: 'esc-pos' | 'star-prnt',
): string {
  if (byte < 0x80) return String.fromCharCode(byte);
  switch (NUMBERS[language]?.[table]) {
    case 'windows-1252':
      return WPC1252.decode(Uint8Array.of(byte));
    case 'cp858':
      return CP858.charAt(byte - 0x80);
    case 'cp437':
      return CP437.charAt(byte - 0x80);
    default:
      return UNREADABLE;
  }
}
