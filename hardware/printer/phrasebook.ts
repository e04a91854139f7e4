import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';

import type { CodeTable, PrinterProfile } from './profile.ts';

/** How a run of text looks. */
export type Style = {
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
  readonly inverse: boolean;
};

/**
 * What the encoder says for each thing a document needs, asked once for each printer: asked for every
 * line of every receipt it takes ten times as long as all the rest (measured: 6 ms of a receipt of
 * twenty lines).
 */
export type Phrasebook = {
  /** At the start of a document, the code table chosen. */
  readonly start: Uint8Array;
  /** At the end of it: some models print nothing before. */
  readonly end: Uint8Array;
  readonly style: (style: Style) => { readonly before: Uint8Array; readonly after: Uint8Array };
  /** One byte; a question mark for what the table lacks. */
  readonly letter: (character: string) => number;
  /** What an encoder of the printer's language says, without start and end. */
  readonly say: (tell: (encoder: ReceiptPrinterEncoder) => void) => Uint8Array;
};

/** Lines of paper between the print head and the blade. */
export const FEED_BEFORE_CUT = 4;
/** A letter that is in no command the encoder gives around a text. */
const PROBE = 'X';
const QUESTION_MARK = 0x3f;
const LINE_FEED = 0x0a;

const phrasebooks = new WeakMap<PrinterProfile, Phrasebook>();

/** The phrasebook of a printer for the table of its profile. */
export function phrasebookOf(profile: PrinterProfile): Phrasebook {
  const known = phrasebooks.get(profile);
  if (known !== undefined) return known;
  const made = phrasebookFor(profile, { page: profile.codePage, number: profile.codeTable });
  phrasebooks.set(profile, made);
  return made;
}

/** The same for another table: the calibration page tries several. */
export function phrasebookFor(profile: PrinterProfile, table: CodeTable): Phrasebook {
  const encoder = (): ReceiptPrinterEncoder =>
    new ReceiptPrinterEncoder({
      language: profile.language,
      columns: profile.columns,
      newline: '\n',
      feedBeforeCut: FEED_BEFORE_CUT,
      imageMode: 'raster',
      codepageMapping: { [table.page]: table.number },
      errors: 'strict',
    });
  const spoken = (text: string, style: Style): Uint8Array => {
    const { width, height, bold, inverse } = style;
    const asked = encoder().codepage(table.page).size(width, height).bold(bold).invert(inverse);
    return asked.text(text).invert(false).bold(false).size(1, 1).newline().encode();
  };
  // The table, the text, a line feed, and what the language says after every document.
  const plain = spoken(PROBE, { width: 1, height: 1, bold: false, inverse: false });
  const at = plain.indexOf(PROBE.charCodeAt(0));
  const codeTable = plain.slice(0, at);
  const end = plain.slice(plain.indexOf(LINE_FEED, at) + 1);
  const withoutEnd = (bytes: Uint8Array): Uint8Array =>
    end.length > 0 && endsWith(bytes, end) ? bytes.slice(0, bytes.length - end.length) : bytes;
  const styles = new Map<string, ReturnType<Phrasebook['style']>>();
  const letters = new Map<string, number>();

  return {
    start: Uint8Array.from([...withoutEnd(encoder().initialize().encode()), ...codeTable]),
    end,
    style(style) {
      const key = `${style.width} ${style.height} ${style.bold} ${style.inverse}`;
      const known = styles.get(key);
      if (known !== undefined) return known;
      const bytes = withoutEnd(spoken(PROBE, style));
      const middle = bytes.indexOf(PROBE.charCodeAt(0));
      const before = bytes.slice(0, middle - codeTable.length);
      const made = { before, after: bytes.slice(middle + 1, bytes.lastIndexOf(LINE_FEED)) };
      styles.set(key, made);
      return made;
    },
    letter(character) {
      if (character >= ' ' && character <= '~') return character.charCodeAt(0);
      const known = letters.get(character);
      if (known !== undefined) return known;
      const bytes = spoken(character, { width: 1, height: 1, bold: false, inverse: false });
      const byte = bytes[codeTable.length] ?? 0;
      // Old pages draw some letters in the place of control characters: never sent.
      const safe = byte < 0x20 ? QUESTION_MARK : byte;
      letters.set(character, safe);
      return safe;
    },
    say(tell) {
      const speaker = encoder();
      tell(speaker);
      return withoutEnd(speaker.encode());
    },
  };
}

function endsWith(bytes: Uint8Array, end: Uint8Array): boolean {
  return end.every((byte, at) => bytes[bytes.length - end.length + at] === byte);
}
