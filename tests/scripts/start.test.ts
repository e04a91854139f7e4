import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { lockStore } from '#main/store/start/store-lock.ts';
import { temporaryFolder } from '#tests/world/store.ts';

/** Far from the usual ports, so that a running demonstration is left alone. */
const BASE_PORT = 17_300;

let folder = '';
let program: ChildProcess | undefined;
let blocker: Server | undefined;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  if (program?.exitCode === null) program.kill('SIGINT');
  blocker?.close();
  blocker = undefined;
  if (program !== undefined) await ended(program);
  program = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function start(...flags: string[]): ChildProcess {
  program = spawn(
    process.execPath,
    [
      'scripts/start/index.ts',
      '--data',
      join(folder, 'data'),
      '--port',
      String(BASE_PORT),
      ...flags,
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  return program;
}

/** Everything it says until `pattern` is there; throws with its words if it ends before. */
async function says(child: ChildProcess, pattern: RegExp): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (pattern.test(said)) resolve(said);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

async function occupy(port: number): Promise<void> {
  const server = createServer();
  blocker = server;
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
}

describe('starting the whole chain with one command', () => {
  test('says where every screen is, serves them, and stops everything on Ctrl-C', async () => {
    const child = start('--browser');
    const said = await says(child, /Ctrl-C/);
    const counter = /Caisse\s+(\S+)#key=/.exec(said)?.[1] ?? '';
    expect(said).toContain('Siège');
    expect((await fetch(counter)).status).toBe(200);
    expect(await (await fetch(`http://127.0.0.1:${BASE_PORT + 10}/health`)).json()).toMatchObject({
      storeId: 'lyon-3',
    });
    child.stdin?.write('c\n');
    await says(child, /siège est coupé/);
    await expect(fetch(`http://127.0.0.1:${BASE_PORT}/health`)).rejects.toThrow();
    expect((await fetch(counter)).status).toBe(200);
    child.stdin?.write('c\n');
    await says(child, /siège est rétabli/);
    expect((await fetch(`http://127.0.0.1:${BASE_PORT}/health`)).status).toBe(200);

    child.kill('SIGINT');
    expect(await ended(child)).toBe(0);
    await expect(fetch(counter)).rejects.toThrow();
    await expect(fetch(`http://127.0.0.1:${BASE_PORT}/health`)).rejects.toThrow();

    const again = start('--browser');
    const saidAgain = await says(again, /Ctrl-C/);
    expect(/#key=(\S+)/.exec(saidAgain)?.[1]).toBe(/#key=(\S+)/.exec(said)?.[1]);
  }, 120_000);

  test('a busy port is one clear sentence and a failure', async () => {
    await occupy(BASE_PORT + 13);
    const child = start();
    const words = says(child, /pris.*\n/);
    expect(await words).toContain(`Le port ${BASE_PORT + 13}`);
    expect(await ended(child)).toBe(1);
  });

  test.each([
    ['--stores', '9'],
    ['--stores', 'deux'],
    ['--port', '80'],
    ['--colour', 'red'],
  ])('a wrong option (%s %s) is one clear sentence and a failure', async (name, value) => {
    const child = start(name, value);
    const said = await says(child, /\n/);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(await ended(child)).toBe(1);
  });

  test('starting afresh never erases a folder that is not ours', async () => {
    mkdirSync(join(folder, 'data', 'photos'), { recursive: true });
    const child = start('--fresh');
    expect(await says(child, /effacé/)).toContain('n’est pas un dossier de données');
    expect(await ended(child)).toBe(1);
  });

  test('never marks a folder that holds other things as its own', async () => {
    mkdirSync(join(folder, 'data', 'photos'), { recursive: true });
    const child = start();
    expect(await says(child, /touché/)).toContain('n’est pas un dossier de données');
    expect(await ended(child)).toBe(1);
    expect(readdirSync(join(folder, 'data'))).toEqual(['photos']);
  });

  test('starting afresh never erases what a store is selling on', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', '.oc-pizza'), '');
    const lock = lockStore(join(folder, 'data', 'lyon-3', 'store.lock'));
    const child = start('--fresh');
    expect(await says(child, /\n/)).toContain('tourne encore');
    expect(await ended(child)).toBe(1);
    expect(existsSync(join(folder, 'data', 'lyon-3', 'store.lock'))).toBe(true);
    lock.release();
  });

  test.each([
    ['a damaged database', 'store.sqlite', 'abîmée'],
    ['damaged keys of its screens', 'device-keys.json', 'device-keys.json'],
    ['a damaged key', 'store-key.json', 'store-key.json'],
  ])(
    'a store with %s stops the start with one clear sentence',
    async (_what, file, words) => {
      mkdirSync(join(folder, 'data', 'lyon-3'), { recursive: true });
      writeFileSync(join(folder, 'data', '.oc-pizza'), '');
      writeFileSync(join(folder, 'data', 'lyon-3', file), 'not what it was'.repeat(400));
      const child = start('--browser');
      let errors = '';
      child.stderr?.on('data', (chunk: Buffer) => {
        errors += chunk.toString();
      });
      const said = await says(child, /[.]\n$/);
      expect(await ended(child)).toBe(1);
      expect(errors.trim().split('\n')).toEqual([expect.stringContaining(words)]);
      expect(said).not.toContain('relancé');
    },
    60_000,
  );
});
