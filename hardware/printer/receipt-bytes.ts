import { assertNever } from '#app/lib/assert.ts';
import { type Bitmap, bitmapRows } from '#app/receipt/bitmap.ts';
import type { Block } from '#app/receipt/blocks.ts';
import { layout, type PaperLine, startOf, wrap } from '#app/receipt/layout.ts';
import { NO_BREAK } from '#app/receipt/printable.ts';

import { blocksInCodePage } from './code-page.ts';
import { FEED_BEFORE_CUT, type Phrasebook, phrasebookFor, phrasebookOf } from './phrasebook.ts';
import type { CodeTable, PrinterProfile } from './profile.ts';

const LINE_FEED = 0x0a;
const SPACE = 0x20;
/** Milliseconds of a drawer pulse, on then off: `ESC p 0 50 250` in units of 2 ms. */
const PULSE_ON_MS = 100;
const PULSE_OFF_MS = 500;

/**
 * The bytes of a document. The code page is pinned: left to itself the encoder chooses table 13 for
 * the euro sign, which some models print as something else.
 */
export function receiptBytes(blocks: readonly Block[], profile: PrinterProfile): Uint8Array {
  const book = phrasebookOf(profile);
  const lines = layout(blocksInCodePage(blocks, profile.codePage), profile.columns);
  return Uint8Array.from([
    ...book.start,
    ...lines.flatMap((line) => lineBytes(line, book, profile)),
    ...book.end,
  ]);
}

/** Opens the cash drawer: a command of its own, never part of a receipt. */
export function drawerBytes(profile: PrinterProfile): Uint8Array {
  return phrasebookOf(profile).say((encoder) => encoder.pulse(0, PULSE_ON_MS, PULSE_OFF_MS));
}

/** Lines of text printed with one table of the printer, whatever its profile says. */
export function tableBytes(
  lines: readonly string[],
  table: CodeTable,
  profile: PrinterProfile,
): Uint8Array {
  const book = phrasebookFor(profile, table);
  const text = lines.flatMap((line) => [...textBytes(line, book), LINE_FEED]);
  return Uint8Array.from([...book.start, ...text, ...book.end]);
}

/** The end of a document: fed, and cut where there is a blade. */
export function cutBytes(profile: PrinterProfile): Uint8Array {
  return Uint8Array.from(lineBytes({ type: 'cut' }, phrasebookOf(profile), profile));
}

function lineBytes(line: PaperLine, book: Phrasebook, profile: PrinterProfile): number[] {
  switch (line.type) {
    case 'text':
      return textLine(line, book, profile.columns);
    case 'qr':
      if (profile.graphics) return qrBytes(line.data, book);
      return wrap(line.data, profile.columns).flatMap((part) => [
        ...textBytes(part, book),
        LINE_FEED,
      ]);
    case 'image':
      return profile.graphics ? imageBytes(line.bitmap, book) : [];
    case 'cut': {
      const { cutter } = profile;
      if (cutter === 'none') return new Array<number>(FEED_BEFORE_CUT).fill(LINE_FEED);
      return [...book.say((encoder) => encoder.cut(cutter))];
    }
    default:
      return assertNever(line);
  }
}

/** Placed with spaces: a model that ignores an alignment command prints the same. */
function textLine(
  line: Extract<PaperLine, { type: 'text' }>,
  book: Phrasebook,
  columns: number,
): number[] {
  const spaces = line.runs.length === 0 ? 0 : startOf(line, columns);
  return [
    ...new Array<number>(spaces).fill(SPACE),
    ...line.runs.flatMap((run) => {
      const { before, after } = book.style(run);
      return [...before, ...textBytes(run.text, book), ...after];
    }),
    LINE_FEED,
  ];
}

/** A no-break space has done its work once lines are cut; some clones print a mark for 0xa0. */
function textBytes(text: string, book: Phrasebook): number[] {
  return Array.from(text, (character) => (character === NO_BREAK ? SPACE : book.letter(character)));
}

function qrBytes(data: string, book: Phrasebook): number[] {
  const bytes = book.say((encoder) => {
    encoder.align('center').qrcode(data, { model: 2, size: 6, errorlevel: 'm' }).align('left');
  });
  return [...bytes];
}

/** The encoder takes pixels of red, green, blue and opacity, in whole bytes of width and bands of 24. */
function imageBytes(bitmap: Bitmap, book: Phrasebook): number[] {
  const width = 8 * Math.ceil(bitmap.width / 8);
  const height = 24 * Math.ceil(bitmap.height / 24);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  bitmapRows(bitmap).forEach((row, y) => {
    row.forEach((isBlack, x) => {
      if (isBlack) data.set([0, 0, 0, 255], (y * width + x) * 4);
    });
  });
  const image = { width, height, data, colorSpace: 'srgb' } as const;
  const bytes = book.say((encoder) => {
    encoder.align('center').image(image, { width, height, algorithm: 'threshold' }).align('left');
  });
  return [...bytes];
}
