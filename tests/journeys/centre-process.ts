import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { HEAD_OFFICE } from '#tests/world/centre.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export type CentreProcess = {
  readonly url: string;
  readonly port: number;
  /** A one-time code with which this store enrols. */
  readonly issueCode: (storeId: string) => Promise<string>;
  /** Ends it like a power cut. */
  readonly kill: () => Promise<void>;
};

/** The central server in a process of its own, on a database that outlives it. `port` 0: a free one. */
export async function startCentreProcess(databaseUrl: string, port = 0): Promise<CentreProcess> {
  const child = fork(
    path.join(ROOT, 'central-server/index.ts'),
    ['--port', String(port), '--demonstration', '--head-office-email', HEAD_OFFICE.email],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        OC_PIZZA_HEAD_OFFICE_PASSWORD: HEAD_OFFICE.password,
        OC_PIZZA_LOG: 'error',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const ready = await messageWith(child, 'ready');
  return {
    url: String(ready['url']),
    port: Number(ready['port']),
    async issueCode(storeId) {
      const answer = messageWith(child, 'code');
      child.send({ issueCode: storeId });
      return String((await answer)['code']);
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** The next message that holds this key. */
async function messageWith(child: ChildProcess, key: string): Promise<Record<string, unknown>> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the central server ended with ${code}`);
  });
  for (;;) {
    const [message] = (await Promise.race([once(child, 'message'), ended])) as [
      Record<string, unknown>,
    ];
    if (key in message) return message;
  }
}
