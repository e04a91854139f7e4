import type { Logger } from 'pino';

import { type ParentPort, portOfParent, serveOverPort } from '#app/contract/port.ts';

import type { StoreNode } from './start-store.ts';

/**
 * A close that takes longer is given up: the journal is safe at any moment anyway. More than the
 * 5 s that a terminal out of reach may take to connect, less than the starter waits (8 s).
 */
const CLOSE_TIMEOUT_MS = 7_000;

/**
 * Serves whoever started this process: the Electron shell over its parent port, or a supervisor
 * over Node's channel, which is told the address and the keys of the screens. Ends in order on a
 * signal, on `stop`, and when a supervisor is gone.
 */
export function speakWithParent(node: StoreNode, log: Logger): void {
  let ending = false;
  const end = (why: string) => {
    if (ending) return;
    ending = true;
    log.info({ why }, 'store node stops');
    setTimeout(() => process.exit(1), CLOSE_TIMEOUT_MS).unref();
    node.close().then(
      () => process.exit(0),
      (fault: unknown) => {
        log.error({ err: fault }, 'store node did not stop in order');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', () => end('SIGINT'));
  process.on('SIGTERM', () => end('SIGTERM'));

  const { parentPort } = process as { parentPort?: ParentPort };
  if (parentPort !== undefined) {
    const port = serveOverPort(portOfParent(parentPort), {
      answer: (method, input, role, device) =>
        node.request(method, input, { role, name: role, device }),
      onStop: () => end('stop'),
      onFault: (fault) => log.warn({ err: fault }, 'message from the shell not understood'),
    });
    node.onChanged(port.announce);
    return;
  }
  if (process.send === undefined) return;
  process.on('disconnect', () => end('disconnect'));
  process.on('message', (message) => {
    if (message === 'stop') end('stop');
  });
  process.send({ ready: true, url: node.url, keys: node.keys });
}
