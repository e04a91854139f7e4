import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';

import { storeContract } from '#app/contract/store.ts';
import { startVirtualPrinter } from '#hardware/printer/virtual/server.ts';
import type { NodeProcess } from '#main/shell/electron-api.ts';
import { startShell } from '#main/shell/shell.ts';
import { realTimers } from '#main/shell/timers.ts';
import { buildIfStale } from '#scripts/build.ts';
import { SOFIA } from '#tests/world/people.ts';

import { ElectronStandIn } from './electron-stand-in.ts';
import { recordedLog } from './recorded-log.ts';

/** The shell with everything real but Electron: the built store node, its process, its database. */

const ROOT = path.resolve(import.meta.dirname, '../../..');
const PATIENCE = { timeout: 20_000, interval: 20 };

let folder = '';
const children: ChildProcess[] = [];

beforeAll(async () => {
  await buildIfStale(['main']);
}, 60_000);
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'oc-pizza-till-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A plain Node process with the face of a utility process. */
function asUtilityProcess(modulePath: string, flags: string[]): NodeProcess {
  const preload = path.join(import.meta.dirname, 'parent-port.mjs');
  const child = fork(modulePath, flags, {
    execArgv: ['--import', preload],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  const events = new EventEmitter();
  child.on('message', (message) => events.emit('message', message));
  child.on('exit', (code) => events.emit('exit', code ?? -1));
  return {
    // A message to a process that has just died is lost, as with Electron.
    postMessage: (message) => void child.send(message as object, () => {}),
    kill: () => child.kill('SIGKILL'),
    stdout: child.stdout,
    stderr: child.stderr,
    on: (event: string, listener: (value: never) => void) =>
      events.on(event, (value) => listener(value as never)),
  };
}

async function aTill(flags: string[] = []) {
  const electron = new ElectronStandIn();
  electron.app.userData = folder;
  const log = recordedLog();
  await startShell({
    electron: { ...electron.api, fork: asUtilityProcess },
    contract: storeContract,
    built: path.join(ROOT, 'dist'),
    commandLine: ['electron', 'shell.cjs', '--', '--store', 'lyon-3', '--port', '0', ...flags],
    timers: realTimers,
    log,
  });
  const counter = electron.window('counter');
  const ask = (method: string, input: unknown) =>
    electron.ask(counter, { url: counter.url, parent: null }, method, input);
  const readyTimes = () =>
    log.lines.filter(({ sentence }) => sentence === 'store node ready').length;
  return { electron, ask, log, readyTimes };
}

test('the menu reaches the counter through the shell, from the database of a real store node', async () => {
  const { electron, ask, readyTimes } = await aTill();
  await vi.waitUntil(() => readyTimes() === 1, PATIENCE);
  const reply = await ask('menu.current', {});
  expect(reply).toMatchObject({ ok: true });
  expect(await ask('order.board', {})).toMatchObject({ refusal: { code: 'staff.sign-in-first' } });
  expect(await ask('staff.sign-in', SOFIA)).toMatchObject({ ok: true });
  expect(await ask('order.board', {})).toMatchObject({ ok: true, value: [] });
  expect(await ask('chain.live', {})).toMatchObject({
    refusal: { code: 'request.unknown-method' },
  });

  electron.app.quit();
  await vi.waitUntil(() => electron.app.did.includes('exit 0'), PATIENCE);
  expect(children.map(({ exitCode }) => exitCode)).toEqual([0]);
}, 60_000);

test('a store node killed in the middle of the service is back by itself, and answers', async () => {
  const { electron, ask, log, readyTimes } = await aTill();
  await vi.waitUntil(() => readyTimes() === 1, PATIENCE);
  children[0]?.kill('SIGKILL');
  await vi.waitUntil(() => readyTimes() === 2, PATIENCE);
  expect(await ask('menu.current', {})).toMatchObject({ ok: true });
  expect(log.lines.some(({ sentence }) => sentence === 'store node ended')).toBe(true);
  expect(electron.window('counter').webContents.sent.length).toBeGreaterThan(1);

  electron.app.quit();
  await vi.waitUntil(() => electron.app.did.includes('exit 0'), PATIENCE);
}, 60_000);

test('the hardware host of the till is a process of the shell; killed, it is back, and it ends with the till', async () => {
  const printer = await startVirtualPrinter({ name: 'Comptoir', port: 0, pagePort: 0 });
  try {
    const { electron, ask, readyTimes } = await aTill(['--printer', `127.0.0.1:${printer.port}`]);
    await vi.waitUntil(() => readyTimes() === 1, PATIENCE);
    const printerIs = async (status: string) => {
      const answer = (await ask('store.status', {})) as { value?: { printer: { status: string } } };
      return answer.value?.printer.status === status;
    };
    await vi.waitUntil(() => printerIs('ready'), PATIENCE);
    expect(children).toHaveLength(2);
    children[1]?.kill('SIGKILL');
    await vi.waitUntil(() => printerIs('trouble'), PATIENCE);
    await vi.waitUntil(() => printerIs('ready'), PATIENCE);
    expect(children).toHaveLength(3);

    electron.app.quit();
    await vi.waitUntil(() => electron.app.did.includes('exit 0'), PATIENCE);
    await vi.waitUntil(() => children.every((child) => hasEnded(child)), PATIENCE);
  } finally {
    await printer.close();
  }
}, 60_000);

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
