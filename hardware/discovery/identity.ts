/**
 * Who answers at an address. An ESC/POS printer answers DLE EOT 1 with one byte, a Star ESC ACK SOH
 * with its status (Line Mode Command Specifications p. 3-70); each takes the other's question for
 * nothing, as the open client receiptio relies on.
 */
export const ASK_LANGUAGE = Uint8Array.of(0x10, 0x04, 1, 0x1b, 0x06, 0x01);
/** `GS I 66` asks for the maker, `GS I 67` for the model; each answer is 0x5f, text, NUL. */
export const ASK_NAMES = Uint8Array.of(0x1d, 0x49, 66, 0x1d, 0x49, 67);

const NAME_START = 0x5f;
const NAME_MAX = 80;

export type PrinterIdentity =
  | {
      readonly language: 'esc-pos';
      readonly maker?: string;
      readonly model?: string;
    }
  | { readonly language: 'star-prnt' };

/** The language of who answered `ASK_LANGUAGE`; `undefined` while the bytes say nothing. */
export function languageIn(bytes: Uint8Array): PrinterIdentity['language'] | undefined {
  if (bytes.some((_byte, at) => isStarStatus(bytes.subarray(at)))) return 'star-prnt';
  return bytes.some(isRealTimeAnswer) ? 'esc-pos' : undefined;
}

/** Maker and model in the answers to `ASK_NAMES`: any pieces, any noise before. */
export function namesIn(bytes: Uint8Array): { readonly maker?: string; readonly model?: string } {
  const [maker, model] = textsIn(bytes);
  return {
    ...(maker === undefined || maker === '' ? {} : { maker }),
    ...(model === undefined || model === '' ? {} : { model }),
  };
}

/** The key of the profile that fits best; a person confirms it. */
export function proposedProfile(identity: PrinterIdentity): string {
  if (identity.language === 'star-prnt') return 'star-mc-print3';
  const model = (identity.model ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
  const known = MODELS.find(([start]) => model.startsWith(start));
  if (known !== undefined) return known[1];
  return /epson/i.test(identity.maker ?? '') ? 'epson-tm-m30iii' : 'compatible-80';
}

const MODELS: readonly (readonly [start: string, profile: string])[] = [
  ['tmt20', 'epson-tm-t20iii'],
  ['tmt88vi', 'epson-tm-t88vi'],
  ['tmt88', 'epson-tm-t88v'],
  ['tmm30', 'epson-tm-m30iii'],
  ['tml90', 'epson-tm-l90'],
  ['tmu220', 'epson-tm-u220'],
  ['cts651', 'citizen-ct-s651'],
];

/** The texts between 0x5f and NUL, printable ASCII only. */
function textsIn(bytes: Uint8Array): string[] {
  const names: string[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== NAME_START) continue;
    const end = bytes.indexOf(0, at + 1);
    if (end === -1) break;
    if (end - at > NAME_MAX) continue;
    const text = String.fromCharCode(...bytes.subarray(at + 1, end));
    names.push(text.replace(/[^ -~]/g, '').trim());
    at = end;
  }
  return names;
}

/** DLE EOT: bits 1 and 4 set, bits 0 and 7 clear. */
function isRealTimeAnswer(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

/** A header with bit 0 set and bits 4 and 7 clear, and as many bytes as it says, all three clear. */
function isStarStatus(bytes: Uint8Array): boolean {
  const [first = 0] = bytes;
  const length = ((first >> 2) & 0x18) + ((first >> 1) & 0x07);
  if ((first & 0x91) !== 0x01 || length < 7 || bytes.length < length) return false;
  return bytes.subarray(1, length).every((byte, at) => (byte & (at === 0 ? 0x11 : 0x91)) === 0);
}
