/**
 * ENPC, by which Epson's network interfaces answer on UDP port 3289 (UB-E02 technical guide §4.7):
 * "EPSON", one letter (Q asks, C commands, small letters answer), 03 00, function, 0000, length, data;
 * numbers big-endian. Not tried on a real interface.
 */
export const ENPC_PORT = 3_289;

export const ENPC_FUNCTIONS = {
  basicInformation: 0x0000,
  status: 0x0010,
  /** Frees a printer whose session hangs. */
  clearConnectionTimer: 0x0016,
} as const;

export type EnpcMessage = {
  readonly kind: 'Q' | 'C' | 'q' | 'c';
  readonly function: number;
  readonly data: Uint8Array;
};

const HEADER = 14;
const MARK = [0x45, 0x50, 0x53, 0x4f, 0x4e];
const KINDS = ['Q', 'C', 'q', 'c'] as const;

export function enpcBytes({ kind, function: code, data }: EnpcMessage): Uint8Array {
  return Uint8Array.from([
    ...MARK,
    kind.charCodeAt(0),
    ...[0x03, 0x00],
    ...[code >> 8, code & 0xff],
    ...[0x00, 0x00],
    ...[data.length >> 8, data.length & 0xff],
    ...data,
  ]);
}

/** The message of one datagram; `undefined` for anything else. Bytes after it are ignored. */
export function enpcMessage(bytes: Uint8Array): EnpcMessage | undefined {
  if (bytes.length < HEADER || !MARK.every((byte, at) => bytes[at] === byte)) return undefined;
  const kind = KINDS.find((known) => known.charCodeAt(0) === bytes[5]);
  if (kind === undefined) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint16(12);
  if (bytes.length < HEADER + length) return undefined;
  const data = bytes.slice(HEADER, HEADER + length);
  return { kind, function: view.getUint16(8), data };
}

/** The model in an answer to `basicInformation`: the first text that begins as Epson's models do. */
export function modelIn({ data }: EnpcMessage): string | undefined {
  return /(?:TM|EU|BA)-[A-Za-z0-9-]{2,20}/.exec(String.fromCharCode(...data))?.[0];
}
