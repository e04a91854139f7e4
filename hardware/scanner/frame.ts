/**
 * Scanned data of a scanner in HID-POS mode (USB-IF, HID Point of Sale Usage Tables 1.02, usage page
 * 0x8c; layout as in `@point-of-sale/webhid-barcode-scanner` and in captures of a Honeywell Voyager
 * 1602g): report 2; number of bytes; three characters of the AIM identifier (ISO/IEC 15424); 56
 * bytes of data; two of the maker; 1 in the last byte when the code goes on in the next report. Pure.
 */

export type ScanPiece = {
  /** `]Q3`; absent when the scanner is set to give none. */
  readonly aim?: string | undefined;
  readonly bytes: Uint8Array;
  readonly isContinued: boolean;
};

const SCANNED_DATA = 2;
const HEADER = 5;
const DATA_MAX = 56;
const CONTINUED_AT = 63;
const AIM = /^\][A-Za-z][0-9A-Za-z]$/;

/** What one input report tells; `undefined` for anything else than scanned data. */
export function scanPieceOf(report: Uint8Array): ScanPiece | undefined {
  const length = report[1] ?? 0;
  if (report[0] !== SCANNED_DATA || length > DATA_MAX || report.length < HEADER + length) {
    return undefined;
  }
  const aim = String.fromCharCode(...report.slice(2, HEADER));
  return {
    ...(AIM.test(aim) ? { aim } : {}),
    bytes: report.slice(HEADER, HEADER + length),
    isContinued: ((report[CONTINUED_AT] ?? 0) & 1) === 1,
  };
}

/** A whole code as it was on the paper. */
export type ScannedCode = { readonly code: string; readonly aim?: string | undefined };

/** The largest symbol, a QR code of version 40, holds 7,089 digits. */
const CODE_MAX = 7_089;

export type ScanReader = {
  /** The code that this report completes, if it does. Reports that are no scan are read over. */
  readonly push: (report: Uint8Array) => ScannedCode | undefined;
  /** More reports are needed. */
  readonly isInside: () => boolean;
  readonly reset: () => void;
};

/** Puts the pieces of a long code together. Never throws; a code that grows too long is dropped. */
export function scanReader(): ScanReader {
  let pieces: readonly ScanPiece[] = [];
  return {
    push(report) {
      const piece = scanPieceOf(report);
      if (piece === undefined) return undefined;
      // Another symbology is another code: the end of the one before was lost.
      const goesOn = pieces.at(-1)?.aim === piece.aim;
      pieces = goesOn ? [...pieces, piece] : [piece];
      const length = pieces.reduce((sum, { bytes }) => sum + bytes.length, 0);
      if (length > CODE_MAX) pieces = [];
      if (piece.isContinued || length > CODE_MAX) return undefined;
      const code = textOf(pieces);
      pieces = [];
      if (code === '') return undefined;
      return { code, ...(piece.aim === undefined ? {} : { aim: piece.aim }) };
    },
    isInside: () => pieces.length > 0,
    reset() {
      pieces = [];
    },
  };
}

/** Separates the fields of a GS1 code; the only control character with a meaning in a code. */
const GROUP_SEPARATOR = 0x1d;

function textOf(pieces: readonly ScanPiece[]): string {
  const bytes = Uint8Array.from(pieces.flatMap((piece) => [...piece.bytes])).filter(
    (byte) => (byte >= 0x20 && byte !== 0x7f) || byte === GROUP_SEPARATOR,
  );
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the older page that scanners send.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What the letter of an AIM identifier stands for (ISO/IEC 15424, table 1). */
const SYMBOLOGIES: Readonly<Record<string, string>> = {
  A: 'code-39',
  C: 'code-128',
  E: 'ean',
  F: 'codabar',
  G: 'code-93',
  I: 'interleaved-2-of-5',
  L: 'pdf417',
  Q: 'qr-code',
  d: 'data-matrix',
  e: 'gs1-databar',
  z: 'aztec',
};

/** `qr-code` of `]Q3`; `undefined` for one that no pizzeria has. */
export function symbologyOf(aim: string): string | undefined {
  return SYMBOLOGIES[aim.charAt(1)];
}
