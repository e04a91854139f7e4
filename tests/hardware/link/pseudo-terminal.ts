import { spawn } from 'node:child_process';

/**
 * A serial line without a cable: a pseudo-terminal in raw mode, held by `script` (util-linux, part of
 * every Debian). The driver opens `path`; the test is the device at the other end.
 */
export async function pseudoTerminal() {
  const child = spawn(
    'script',
    ['-qfe', '-c', 'stty raw -echo; echo "PATH=$(tty)="; exec sleep 120', '/dev/null'],
    { stdio: ['pipe', 'pipe', 'ignore'] },
  );
  // The device may still be talking when the cable is pulled.
  child.stdin.on('error', () => undefined);
  let heard = Buffer.alloc(0);
  const waiting = new Set<() => void>();
  const until = <T>(find: () => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      const check = () => {
        const found = find();
        if (found === undefined) return;
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      child.once('error', reject);
      check();
    });
  child.stdout.on('data', (bytes: Buffer) => {
    heard = Buffer.concat([heard, bytes]);
    for (const check of [...waiting]) check();
  });
  const path = await until(() => /PATH=(\S+)=\n/.exec(heard.toString('latin1'))?.[1]);
  heard = Buffer.alloc(0);
  return {
    path,
    /** The device says this. */
    say: (text: string) => child.stdin.write(Buffer.from(text, 'latin1')),
    /** All that the device has heard, once it is as long as that. */
    heard: (length: number) =>
      until(() => (heard.length >= length ? heard.toString('latin1') : undefined)),
    /** What the device hears from here on, as it comes. */
    listen: (listener: (bytes: Buffer) => void) => void child.stdout.on('data', listener),
    /** The cable is pulled. */
    close: () =>
      new Promise<void>((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) {
          resolve();
          return;
        }
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}
