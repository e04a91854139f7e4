import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { rmSync } from 'node:fs';

import { io } from 'socket.io-client';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { anOrderInput } from '#tests/world/order-input.ts';
import { SOFIA } from '#tests/world/people.ts';
import { screenAuth } from '#tests/world/screens.ts';
import { temporaryFolder } from '#tests/world/store.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

let folder: string;
let child: ChildProcess | undefined;
let server: SMTPServer;
let letters: string[];

beforeEach(async () => {
  folder = temporaryFolder();
  letters = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (bytes: Buffer) => {
        text += bytes.toString();
      });
      stream.on('end', () => {
        letters.push(text);
        done();
      });
    },
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
});
afterEach(async () => {
  if (child !== undefined && child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await new Promise<void>((closed) => {
    server.close(closed);
  });
  rmSync(folder, { recursive: true, force: true });
});

/** The program of a store, as `npm start` and the shell start it. */
function startProgram(environment: Record<string, string>, flags: readonly string[]): ChildProcess {
  const store = ['--store', 'lyon-3', '--folder', join(folder, 'store'), '--port', '0'];
  const started = fork(join(ROOT, 'main/store/index.ts'), [...store, ...flags], {
    cwd: ROOT,
    env: { ...process.env, OC_PIZZA_LOG: 'silent', ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child = started;
  return started;
}

function smtpAddress(): string {
  const { port } = server.server.address() as AddressInfo;
  return `smtp://127.0.0.1:${port}`;
}

test('a store whose mail server stands in the environment sends a receipt by e-mail', async () => {
  const program = startProgram({ OC_PIZZA_SMTP: smtpAddress() }, [
    ...['--mail-from', 'OC Pizza Lyon 3 <ticket@example.com>'],
  ]);
  const [ready] = (await once(program, 'message')) as [{ url: string; keys: { counter: string } }];
  const socket = io(ready.url, { auth: screenAuth(ready.keys.counter, 'till-mail') });
  const ask = (method: string, input: unknown): Promise<unknown> =>
    socket.emitWithAck('request', method, input);
  const order = anOrderInput();
  const address = 'client@example.com';
  expect(await ask('staff.sign-in', SOFIA)).toMatchObject({ ok: true });
  expect(await ask('order.place', order)).toMatchObject({ ok: true });
  const asked = await ask('receipt.email', { orderId: order.orderId, address });
  socket.disconnect();
  expect(asked).toMatchObject({ ok: true });
  await expect.poll(() => letters).toHaveLength(1);
  expect(letters[0]).toContain('From: OC Pizza Lyon 3 <ticket@example.com>');
  expect(letters[0]).toContain('To: client@example.com');
});

test('a store with a mail server and no sender says so, without its password, and does not start', async () => {
  const program = startProgram({ OC_PIZZA_SMTP: 'smtps://caisse:mot-de-passe@example.com' }, []);
  let said = '';
  program.stderr?.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  const [code] = (await once(program, 'close')) as [number];
  expect(code).toBe(1);
  expect(said).toContain('--mail-from');
  expect(said).not.toContain('mot-de-passe');
});
