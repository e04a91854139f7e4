import { encode } from 'uqr';

/** The largest code that a receipt of 58 mm prints sharply: version 10, 57 modules a side. */
const VERSION_MAX = 10;
/** What version 10 holds at level M, in bytes (ISO/IEC 18004 table 7). */
const LENGTH_MAX = 213;

/**
 * The dark modules of the QR code of an ASCII text, at error correction level M, row by row;
 * `undefined` when it is too long for a receipt.
 */
export function qrModules(data: string): boolean[][] | undefined {
  if (data.length > LENGTH_MAX) return undefined;
  return encode(data, { ecc: 'M', boostEcc: false, border: 0, maxVersion: VERSION_MAX }).data;
}
