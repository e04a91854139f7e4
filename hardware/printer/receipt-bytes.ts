import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';

import { assertNever } from '#app/lib/assert.ts';
import { type Bitmap, bitmapRows } from '#app/receipt/bitmap.ts';
import type { Block } from '#app/receipt/blocks.ts';
import { layout, type PaperLine, type Run, wrap } from '#app/receipt/layout.ts';
import { NO_BREAK } from '#app/receipt/printable.ts';

import { blocksInCodePage } from './code-page.ts';
import type { CodeTable, PrinterProfile } from './profile.ts';

/** Lines of paper between the print head and the blade. */
const FEED_BEFORE_CUT = 4;
/** Milliseconds of a drawer pulse, on then off: `ESC p 0 50 250` in units of 2 ms. */
const PULSE_ON_MS = 100;
const PULSE_OFF_MS = 500;

/**
 * The bytes of a document. The code page is pinned: left to itself the encoder chooses table 13 for
 * the euro sign, which some models print as something else.
 */
export function receiptBytes(blocks: readonly Block[], profile: PrinterProfile): Uint8Array {
  const table = { page: profile.codePage, number: profile.codeTable };
  const encoder = encoderFor(profile, table).initialize().codepage(table.page);
  for (const line of layout(blocksInCodePage(blocks, table.page), profile.columns)) {
    write(encoder, line, profile);
  }
  return encoder.encode();
}

/** Opens the cash drawer: a command of its own, never part of a receipt. */
export function drawerBytes(profile: PrinterProfile): Uint8Array {
  const table = { page: profile.codePage, number: profile.codeTable };
  return encoderFor(profile, table).pulse(0, PULSE_ON_MS, PULSE_OFF_MS).encode();
}

/** Lines of text printed with one table of the printer, whatever its profile says. */
export function tableBytes(
  lines: readonly string[],
  table: CodeTable,
  profile: PrinterProfile,
): Uint8Array {
  const encoder = encoderFor(profile, table).initialize().codepage(table.page);
  for (const line of lines) encoder.text(line.replaceAll(NO_BREAK, ' ')).newline();
  return encoder.encode();
}

/** The end of a document: fed, and cut where there is a blade. */
export function cutBytes(profile: PrinterProfile): Uint8Array {
  const table = { page: profile.codePage, number: profile.codeTable };
  const encoder = encoderFor(profile, table);
  write(encoder, { type: 'cut' }, profile);
  return encoder.encode();
}

function encoderFor(profile: PrinterProfile, table: CodeTable): ReceiptPrinterEncoder {
  return new ReceiptPrinterEncoder({
    language: profile.language,
    columns: profile.columns,
    newline: '\n',
    feedBeforeCut: FEED_BEFORE_CUT,
    imageMode: 'raster',
    codepageMapping: { [table.page]: table.number },
    errors: 'strict',
  });
}

function write(encoder: ReceiptPrinterEncoder, line: PaperLine, profile: PrinterProfile): void {
  switch (line.type) {
    case 'text':
      encoder.align(line.align);
      for (const run of line.runs) writeRun(encoder, run);
      encoder.newline().align('left');
      return;
    case 'qr':
      if (profile.graphics) writeQr(encoder, line.data);
      else for (const part of wrap(line.data, profile.columns)) encoder.text(part).newline();
      return;
    case 'image':
      if (profile.graphics) writeImage(encoder, line.bitmap);
      return;
    case 'cut':
      if (profile.cutter === 'none') encoder.newline(FEED_BEFORE_CUT);
      else encoder.cut(profile.cutter);
      return;
    default:
      assertNever(line);
  }
}

/** A no-break space has done its work once lines are cut; some clones print a mark for 0xa0. */
function writeRun(encoder: ReceiptPrinterEncoder, run: Run): void {
  encoder.size(run.width, run.height).bold(run.bold).invert(run.inverse);
  encoder.text(run.text.replaceAll(NO_BREAK, ' '));
  encoder.invert(false).bold(false).size(1, 1);
}

function writeQr(encoder: ReceiptPrinterEncoder, data: string): void {
  encoder.align('center').qrcode(data, { model: 2, size: 6, errorlevel: 'm' });
  encoder.align('left');
}

/** The encoder takes pixels of red, green, blue and opacity, in whole bytes of width and of height. */
function writeImage(encoder: ReceiptPrinterEncoder, bitmap: Bitmap): void {
  const width = 8 * Math.ceil(bitmap.width / 8);
  const height = 24 * Math.ceil(bitmap.height / 24);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  bitmapRows(bitmap).forEach((row, y) => {
    row.forEach((isBlack, x) => {
      if (isBlack) data.set([0, 0, 0, 255], (y * width + x) * 4);
    });
  });
  const image = { width, height, data, colorSpace: 'srgb' } as const;
  encoder.align('center').image(image, { width, height, algorithm: 'threshold' });
  encoder.align('left');
}
