/**
 * Lines of a modem with caller id: result codes of ITU-T V.250 (`OK`, `ERROR`, `RING`) and the
 * formatted report of V.253 (`DATE`, `TIME`, `NMBR`, `NAME`, with or without spaces around `=`). A
 * withheld number is `P`, one that the network does not give is `O`. Pure.
 */

export type ModemMessage =
  | { readonly type: 'result'; readonly isOk: boolean }
  | { readonly type: 'ring' }
  | CallReport;

export type CallReport =
  | { readonly type: 'number'; readonly number: string }
  /** The caller withholds the number. */
  | { readonly type: 'private' }
  /** The network does not know it. */
  | { readonly type: 'unavailable' };

/** Asks for the report. Modems of the Rockwell family know the second form only. */
export const REPORT_COMMANDS = ['AT+VCID=1\r', 'AT#CID=1\r'] as const;
/** Asks for nothing but an `OK`. */
export const ATTENTION = 'AT\r';

const FIELD = /^(NMBR|DDN_NMBR)\s*=\s*(.*)$/i;
const PRIVATE = /^(P|PRIVATE|ANONYMOUS)$/i;
const UNAVAILABLE = /^(O|OUT.OF.AREA|UNAVAILABLE|)$/i;

/** What a line says; `undefined` for an echo, a date, a name or noise. */
export function modemMessageOf(line: string): ModemMessage | undefined {
  const text = line.trim();
  if (text === 'OK') return { type: 'result', isOk: true };
  if (/^(\+CM[ES] )?ERROR\b/.test(text)) return { type: 'result', isOk: false };
  if (/^RING\b/.test(text)) return { type: 'ring' };
  const value = FIELD.exec(text)?.[2]?.trim();
  if (value === undefined) return undefined;
  if (PRIVATE.test(value)) return { type: 'private' };
  if (UNAVAILABLE.test(value)) return { type: 'unavailable' };
  return { type: 'number', number: value };
}

export type LineReader = {
  readonly push: (bytes: Uint8Array) => readonly string[];
};

/** Longer than any line of a modem: noise is cut there. */
const LINE_MAX = 200;

/** Cuts what comes in any pieces into lines; never throws, never grows. */
export function lineReader(): LineReader {
  let rest = '';
  return {
    push(bytes) {
      const lines: string[] = [];
      for (const byte of bytes) {
        const isEnd = byte === 0x0d || byte === 0x0a;
        if (isEnd && rest !== '') lines.push(rest);
        if (isEnd) rest = '';
        // DLE (0x10) marks the voice data of V.253 and may stand before anything.
        else if (byte >= 0x20 && byte < 0x7f && rest.length < LINE_MAX) {
          rest += String.fromCharCode(byte);
        }
      }
      return lines;
    },
  };
}
