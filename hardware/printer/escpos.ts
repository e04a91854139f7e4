import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';

import { assertNever } from '#app/lib/assert.ts';
import type { Block } from '#app/receipt/blocks.ts';
import { layout, type PaperLine, type Run } from '#app/receipt/layout.ts';
import { NO_BREAK } from '#app/receipt/printable.ts';

import type { PrinterProfile } from './profile.ts';

/** Lines of paper between the print head and the blade. */
const FEED_BEFORE_CUT = 4;
/** Milliseconds of a drawer pulse, on then off: `ESC p 0 50 250` in units of 2 ms. */
const PULSE_ON_MS = 100;
const PULSE_OFF_MS = 500;

/**
 * The bytes of a receipt. The code page is pinned: left to itself the encoder chooses table 13 for
 * the euro sign, which some models print as something else. Texts have passed `printable`.
 */
export function escposBytes(blocks: readonly Block[], profile: PrinterProfile): Uint8Array {
  const encoder = encoderFor(profile).initialize().codepage('windows1252');
  for (const line of layout(blocks, profile.columns)) write(encoder, line, profile);
  return encoder.encode();
}

/** Opens the cash drawer: a command of its own, never part of a receipt. */
export function drawerBytes(profile: PrinterProfile): Uint8Array {
  return encoderFor(profile).pulse(0, PULSE_ON_MS, PULSE_OFF_MS).encode();
}

function encoderFor(profile: PrinterProfile): ReceiptPrinterEncoder {
  return new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns: profile.columns,
    newline: '\n',
    feedBeforeCut: FEED_BEFORE_CUT,
    codepageMapping: { windows1252: profile.codeTable },
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
      encoder.align('center').qrcode(line.data, { model: 2, size: 6, errorlevel: 'm' });
      encoder.align('left');
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
