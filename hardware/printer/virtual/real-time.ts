export type RealTimeCommand = { readonly type: 'status' | 'recover'; readonly number: number };

/**
 * Commands of three bytes that are obeyed as they arrive, even offline and ahead of what waits, and
 * are taken out of the stream: DLE EOT n and DLE ENQ n, or ESC ACK SOH on a Star. Bytes may be cut
 * anywhere.
 */
export function realTimeScanner(
  language: 'esc-pos' | 'star-prnt',
  obey: (command: RealTimeCommand) => void,
): {
  /** Answers the bytes that are left for the print buffer. */
  readonly push: (bytes: Uint8Array) => number[];
} {
  const isStart = language === 'esc-pos' ? isDle : isEscapeAcknowledge;
  let held: number[] = [];
  return {
    push: (bytes) =>
      Array.from(bytes).flatMap((byte) => {
        held.push(byte);
        const [first = 0, second, third] = held;
        if (!isStart(first, second)) {
          const passed = held;
          held = [];
          return passed;
        }
        if (third === undefined) return [];
        held = [];
        obey({ type: second === 0x05 ? 'recover' : 'status', number: third });
        return [];
      }),
  };
}

function isDle(first: number, second: number | undefined): boolean {
  return first === 0x10 && (second === undefined || second === 0x04 || second === 0x05);
}

function isEscapeAcknowledge(first: number, second: number | undefined): boolean {
  return first === 0x1b && (second === undefined || second === 0x06);
}
