export type RealTimeCommand = { readonly type: 'status' | 'recover'; readonly number: number };

/**
 * DLE EOT n and DLE ENQ n are obeyed as they arrive, even offline and ahead of what waits; they are
 * taken out of the stream. Bytes may be cut anywhere.
 */
export function realTimeScanner(obey: (command: RealTimeCommand) => void): {
  /** Answers the bytes that are left for the print buffer. */
  readonly push: (bytes: Uint8Array) => number[];
} {
  let held: number[] = [];
  return {
    push: (bytes) =>
      Array.from(bytes).flatMap((byte) => {
        held.push(byte);
        const [first, second, third] = held;
        const isStart =
          first === 0x10 && (second === undefined || second === 0x04 || second === 0x05);
        if (isStart && third === undefined) return [];
        const whole = held;
        held = [];
        if (!isStart || third === undefined) return whole;
        obey({ type: second === 0x04 ? 'status' : 'recover', number: third });
        return [];
      }),
  };
}
