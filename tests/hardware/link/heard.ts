import type { Connection, Transport } from '#hardware/link/transport.ts';

/** All that one end of a line hears, and a way to wait for it. */
export function heardOn(connection: Connection) {
  const pieces: string[] = [];
  let end: string | undefined;
  const waiting: (() => void)[] = [];
  const tell = () => {
    for (const check of waiting.slice()) check();
  };
  connection.listen({
    received(bytes) {
      pieces.push(Buffer.from(bytes).toString('latin1'));
      tell();
    },
    over(why) {
      end = why;
      tell();
    },
  });
  const until = (condition: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const check = () => condition() && resolve();
      waiting.push(check);
      check();
    });
  return {
    pieces: () => pieces,
    text: () => pieces.join(''),
    over: () => until(() => end !== undefined).then(() => end),
    heard: (length: number) => until(() => pieces.join('').length >= length),
  };
}

export function bytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

/** Opens or fails the test. */
export async function opened(transport: Transport): Promise<Connection> {
  const opening = await transport.open(5_000);
  if (opening.status === 'failed') throw new Error(`${opening.reason}: ${opening.detail}`);
  return opening.connection;
}
