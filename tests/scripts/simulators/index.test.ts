import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

const PROGRAM = new URL('../../../scripts/simulators/index.ts', import.meta.url).pathname;

let folder = '';
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oc-pizza-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: string[]) {
  const child = fork(PROGRAM, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  children.push(child);
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return { child, said: () => said };
}

test('the simulators print their addresses, follow their script, and end on Ctrl-C', async () => {
  const script = join(folder, 'evening.txt');
  writeFileSync(script, '0 printer fault paper-end\n0 oven burn\n');
  const { child, said } = run('--port', '0', '--only', 'printer,phone', '--script', script);
  const [ready] = (await once(child, 'message')) as [{ pagePort: number }];
  await expect.poll(said).toContain('oven');
  expect(said()).toMatch(/printer +Imprimante · Comptoir +127\.0\.0\.1:\d+ +http:/);
  const state = await fetch(`http://127.0.0.1:${ready.pagePort}/state`);
  expect(await state.json()).toMatchObject({ devices: [{ id: 'printer', mode: 'paper-end' }, {}] });
  child.kill('SIGINT');
  expect((await once(child, 'exit'))[0]).toBe(0);
  await expect(fetch(`http://127.0.0.1:${ready.pagePort}/state`)).rejects.toThrow();
});

test('a busy port is one clear sentence and a failure', async () => {
  const taken = createServer();
  taken.listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  const { child, said } = run('--port', '0', '--only', 'printer', '--at', `printer=${port}/0`);
  expect((await once(child, 'close'))[0]).toBe(1);
  expect(said().trim().split('\n')).toEqual([expect.stringContaining(`Le port ${port}`)]);
  taken.close();
});

test.each([[['--only', 'oven']], [['--port', 'high']], [['--colour', 'red']]])(
  'a wrong option (%s) shows how to call it, and is a failure',
  async (args) => {
    const { child, said } = run(...args);
    expect((await once(child, 'close'))[0]).toBe(1);
    expect(said()).toContain('npm run simulators -- [options]');
  },
);

test('a script that is not there, or cannot be read, is one clear sentence', async () => {
  const missing = run('--port', '0', '--script', join(folder, 'none.txt'));
  expect((await once(missing.child, 'close'))[0]).toBe(1);
  expect(missing.said()).toContain('n’existe pas');
  const file = join(folder, 'wrong.txt');
  writeFileSync(file, 'tomorrow printer off\n');
  const wrong = run('--port', '0', '--script', file);
  expect((await once(wrong.child, 'close'))[0]).toBe(1);
  expect(wrong.said()).toContain('Ligne 1');
});
