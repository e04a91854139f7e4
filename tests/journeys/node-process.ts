import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { io } from 'socket.io-client';

import type { Result } from '#app/lib/result.ts';
import type { DeviceKeys } from '#main/gateway/device-keys.ts';
import { SOFIA } from '#tests/world/people.ts';
import { screenAuth } from '#tests/world/screens.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const REPLY_TIMEOUT_MS = 5_000;

export type NodeProcess = {
  readonly url: string;
  readonly port: number;
  readonly keys: DeviceKeys;
  /** It stands still and answers nobody, as on a machine that swaps. */
  readonly freeze: () => void;
  /** Ends it like a power cut: no signal is heard, nothing is finished. */
  readonly kill: () => Promise<void>;
  /** Asks as a counter at which Sofia signed in would, over a socket of its own. */
  readonly ask: (method: string, input: unknown) => Promise<unknown>;
};

/** A store node in a process of its own. `port` 0 takes a free one. */
export async function startNodeProcess(folder: string, port = 0): Promise<NodeProcess> {
  const child = fork(
    path.join(ROOT, 'main/store/index.ts'),
    ['--store', 'lyon-3', '--folder', folder, '--port', String(port)],
    {
      cwd: ROOT,
      env: { ...process.env, OC_PIZZA_LOG: 'silent' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const { url, keys } = await readyMessage(child);
  const ask = (method: string, input: unknown) => askOver(url, keys.counter, { method, input });
  let signedIn: Promise<unknown> | undefined;
  return {
    url,
    port: Number(new URL(url).port),
    keys,
    freeze: () => void child.kill('SIGSTOP'),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    async ask(method, input) {
      signedIn ??= ask('staff.sign-in', SOFIA);
      await signedIn;
      return ask(method, input);
    },
  };
}

async function readyMessage(child: ChildProcess): Promise<{ url: string; keys: DeviceKeys }> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the store node ended with ${code} before it was ready`);
  });
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [unknown];
  return message as { url: string; keys: DeviceKeys };
}

async function askOver(
  url: string,
  deviceKey: string,
  { method, input }: { method: string; input: unknown },
): Promise<unknown> {
  const auth = screenAuth(deviceKey, 'till-process');
  const socket = io(url, { transports: ['websocket'], auth, forceNew: true });
  try {
    const answer = (await socket
      .timeout(REPLY_TIMEOUT_MS)
      .emitWithAck('request', method, input)) as Result<unknown>;
    if (!answer.ok) throw new Error(`${method} refused: ${answer.refusal.code}`);
    return answer.value;
  } finally {
    socket.close();
  }
}
