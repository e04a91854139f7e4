/** Known frames of Concert E+ (pyTeliumManager, pypostelium), in hexadecimal. */

const repeat = (hex: string, count: number): string => hex.repeat(count);

/** 91.10 on till 01, by card, IND 0, A010, B010. */
export const REQUEST_9110 =
  '0230313030303039313130303130393738202020202020202020204130313042303130030f';
/** 0.05 by cheque. */
export const REQUEST_CHEQUE =
  '02303130303030303030353043303937382020202020202020202041303130423031300371';
/** 12.50 with IND 1, which we never send: it asks for the card number. */
export const REQUEST_1250_WITH_REPORT =
  `02303130303030313235303131303937 38${repeat('20', 10)}41303130423031300301`.replace(' ', '');
/** 37.90 with A011, which we never send: its answer would come before the payment. */
export const REQUEST_3790_AT_ONCE =
  '0230313030303033373930303130393738202020202020202020204130313142303130030a';

export const ANSWER_9110 = '0230313030303030393131303139373830303030303030303030033c';
export const ANSWER_1250_WITH_REPORT = `02303130303030303132353030${repeat('30', 55)}393738${repeat('30', 10)}0302`;
export const ANSWER_3790_REFUSED = '0230313730303030333739303139373820202020202020202020033f';

export function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
