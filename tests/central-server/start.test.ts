import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { freePort } from '#central/database/cluster/free-port.ts';
import { post } from '#tests/world/centre.ts';
import { aDatabase } from '#tests/world/postgres.ts';

/** The central server as a program of its own, as it is run in a shop's office. */

let folder: string;
const children: ChildProcess[] = [];
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'oc-pizza-program-'));
  fs.chmodSync(folder, 0o755);
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function program(flags: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = fork('central-server/index.ts', [...flags], {
    env: { ...process.env, OC_PIZZA_LOG: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  let said = '';
  child.stderr?.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  // NOTE: `close` does not come once the channel was cut by hand; the last words come before the end.
  const quiet = once(child.stderr ?? child, 'end');
  const ended = once(child, 'exit').then(async ([code]) => {
    await quiet;
    return { code, said };
  });
  const answer = async (key: string): Promise<Record<string, unknown>> => {
    for (;;) {
      const [message] = await once(child, 'message');
      if (key in message) return message;
    }
  };
  return { child, ended, answer };
}

test('on an empty folder it starts, says so, serves, issues codes, and stops in order', async () => {
  const data = path.join(folder, 'centre');
  const flags = ['--port', '0', '--data', data, '--demonstration'];
  const { child, ended, answer } = program([...flags, '--head-office-email', 'siege@oc.example']);
  const ready = await answer('ready');
  expect(ready).toMatchObject({ ready: true, headOfficeEmail: 'siege@oc.example' });
  const centre = { url: String(ready['url']) };
  const signIn = await post(centre, '/sign-in', {
    email: 'siege@oc.example',
    password: ready['headOfficePassword'],
  });
  expect(signIn.status).toBe(200);
  const code = answer('code');
  child.send({ issueCode: 'lyon-3' });
  expect(await code).toMatchObject({ code: expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/) });

  const beside = fork('central-server/enrol.ts', ['--store', 'bron', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const [line] = await once(beside.stdout ?? beside, 'data');
  expect(String(line)).toMatch(/^\w{4}-\w{4}-\w{4} /);

  const health = await fetch(`${centre.url}/health`);
  expect(await health.json()).toEqual({ status: 'ok', database: 'up', version: '0.1.0' });
  expect(health.headers.get('content-security-policy')).toContain("default-src 'self'");

  child.kill('SIGTERM');
  expect(await ended).toEqual({ code: 0, said: '' });
  expect(fs.existsSync(path.join(folder, 'centre', 'central-server.pid'))).toBe(false);
});

test('without its parent it stops', async () => {
  const DATABASE_URL = await aDatabase();
  const { child, ended, answer } = program(['--port', '0'], { DATABASE_URL });
  await answer('ready');
  child.disconnect();
  expect(await ended).toMatchObject({ code: 0 });
});

test('a busy port ends it with one sentence', async () => {
  const DATABASE_URL = await aDatabase();
  const port = await freePort();
  const other = http.createServer().listen(port, '127.0.0.1');
  const { ended } = program(['--port', String(port)], { DATABASE_URL });
  expect(await ended).toEqual({
    code: 69,
    said: `Le port ${port} est déjà pris par un autre programme. (Port ${port} is already taken by another program.)\n`,
  });
  other.close();
});

test('a wrong option ends it with one sentence', async () => {
  for (const flags of [
    ['--port', 'x'],
    ['--pizza'],
    ['--head-office-email', 'siege'],
    ['--trusted-proxy', 'proxy.example'],
    ['--trusted-proxy', '10.0.0.0/33'],
  ]) {
    const { code, said } = await program(flags).ended;
    expect(code).toBe(64);
    expect(said).toMatch(/^Option incorrecte : .*\n$/);
  }
});
