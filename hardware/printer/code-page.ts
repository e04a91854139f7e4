import type { Block } from '#app/receipt/blocks.ts';
import { printable } from '#app/receipt/printable.ts';

/** The sets of characters a printer may offer. Receipts are written for the first. */
export type CodePage = 'windows1252' | 'cp858' | 'cp437';

/** What each old page has above ASCII and can be on a receipt; drawings and Greek are left out. */
const LETTERS: Readonly<Record<Exclude<CodePage, 'windows1252'>, string>> = {
  cp858:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»ÁÂÀ©¢¥ãÃ¤ðÐÊËÈ€ÍÎÏ¦ÌÓßÔÒõÕµþÞÚÛÙýÝ¯´±¾÷¸°¨·¹³²\u00a0',
  cp437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥ƒáíóúñÑªº¿¬½¼¡«»ßµ±÷°·²\u00a0',
};

/** How a character is written where the page does not have it. */
const SPELLED: Readonly<Record<string, string>> = {
  '€': 'EUR',
  œ: 'oe',
  Œ: 'OE',
  '…': '...',
  '’': "'",
  '‘': "'",
  '‚': ',',
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '•': '*',
  '×': 'x',
  '‹': '<',
  '›': '>',
  '™': 'TM',
  '©': '(c)',
  '®': '(r)',
  '‰': 'o/oo',
  '˜': '~',
  ˆ: '^',
  '†': '+',
  '‡': '+',
  ø: 'o',
  Ø: 'O',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'TH',
  '¦': '|',
  // The encoder knows these two among the control characters only.
  '§': 'par.',
  '¶': '|',
  '·': '.',
};

/**
 * A text in the letters of a page. What it lacks is spelled out (`€` gives `EUR`, `œ` gives `oe`)
 * or loses its accent (`À` gives `A`); it is never drawn as a picture: a picture of a word cannot be
 * searched, is slow on an impact printer, and clones print it wrongly more often than they lack a
 * letter. An amount therefore never holds a `?`.
 */
export function inCodePage(text: string, page: CodePage): string {
  const clean = printable(text);
  if (page === 'windows1252') return clean;
  const letters = LETTERS[page];
  return Array.from(clean, (character) => {
    if (character <= '~' || letters.includes(character)) return character;
    const bare = character.normalize('NFKD').replace(/\p{Mark}/gu, '');
    return SPELLED[character] ?? (/^[ -~]+$/.test(bare) ? bare : '?');
  }).join('');
}

/** Blocks in the letters of a page, to be laid out afterwards: spelling changes widths. */
export function blocksInCodePage(blocks: readonly Block[], page: CodePage): readonly Block[] {
  if (page === 'windows1252') return blocks;
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'text':
      case 'mark':
        return { ...block, text: inCodePage(block.text, page) };
      case 'row':
        return {
          ...block,
          columns: block.columns.map((column) => ({
            ...column,
            text: inCodePage(column.text, page),
          })),
        };
      default:
        return block;
    }
  });
}
