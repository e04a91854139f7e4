import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import type { Contract } from '#app/contract/contract.ts';
import { storeContract } from '#app/contract/store.ts';
import { startShell } from '#main/shell/shell.ts';

import { ElectronStandIn } from './electron-stand-in.ts';
import { handTimers } from './hand-timers.ts';
import { recordedLog } from './recorded-log.ts';

const contract: Contract = storeContract;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'oc-pizza-shell-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function started(
  prepare: (electron: ElectronStandIn) => void = () => {},
  commandLine: string[] = ['electron', 'shell.cjs'],
) {
  const electron = new ElectronStandIn();
  electron.app.userData = folder;
  prepare(electron);
  const timers = handTimers();
  const log = recordedLog();
  await startShell({
    electron: electron.api,
    contract,
    built: '/opt/oc-pizza/dist',
    commandLine,
    timers,
    log,
  });
  return { electron, timers, log };
}

test('a second start of the till opens nothing and leaves', async () => {
  const { electron } = await started(({ app }) => {
    app.isFirst = false;
  });
  expect(electron.app.did).toEqual(['quit']);
  expect({ windows: electron.windows, nodes: electron.nodes }).toEqual({ windows: [], nodes: [] });
});

test('the till that runs comes to the front when it is started again', async () => {
  const { electron } = await started();
  electron.app.emit('second-instance');
  expect(electron.window('counter').did.slice(-2)).toEqual(['restore', 'focus']);
});

test('the till starts one store node, and opens the counter and the kitchen', async () => {
  const { electron } = await started(undefined, ['electron', 'shell', '--', '--store', 'lyon-3']);
  const folderFlags = ['--folder', path.join(folder, 'store')];
  expect(electron.forks).toEqual([
    {
      modulePath: '/opt/oc-pizza/dist/main/store-node.mjs',
      flags: ['--store', 'lyon-3', ...folderFlags, '--screens', '/opt/oc-pizza/dist/renderer'],
    },
  ]);
  expect(electron.windows.map(({ url }) => url)).toEqual([
    'app://oc-pizza/kitchen/',
    'app://oc-pizza/counter/',
  ]);
  expect(electron.schemes).toEqual(['app']);
  expect(electron.app.did).toContain('sandbox');
});

test('an order of the counter goes to the store node with the role of the counter', async () => {
  const { electron } = await started();
  const counter = electron.window('counter');
  const frame = { url: counter.url, parent: null };
  const reply = electron.ask(counter, frame, 'order.list', { day: 'today' });
  await vi.waitUntil(() => electron.node().sent.length > 0);
  expect(electron.node().sent).toMatchObject([{ method: 'order.list', role: 'counter' }]);
  electron.node().answers([]);
  expect(await reply).toEqual({ ok: true, value: [] });
});

test('when the store node is back every view of both screens is asked again', async () => {
  const { electron } = await started();
  electron.node().isReady();
  for (const surface of ['counter', 'kitchen'] as const) {
    const [[channel, topics] = []] = electron.window(surface).webContents.sent;
    expect(channel).toBe('oc-pizza:changed');
    for (const { reads } of Object.values(contract))
      expect(topics).toEqual(expect.arrayContaining([...(reads ?? [])]));
  }
});

test('closing the till first lets the store node close its files, then the windows go', async () => {
  const { electron } = await started();
  electron.node().isReady();
  electron.app.quit();
  expect(electron.app.did.at(-1)).toBe('quit held');
  expect(electron.node().sent).toEqual([{ stop: true }]);
  expect(electron.windows.map(({ destroyed }) => destroyed)).toEqual([false, false]);
  electron.node().ends(0);
  await vi.waitUntil(() => electron.app.did.includes('exit 0'));
  expect(electron.windows.map(({ destroyed }) => destroyed)).toEqual([true, true]);
});

test('asking twice to close changes nothing', async () => {
  const { electron } = await started();
  electron.app.quit();
  electron.app.quit();
  electron.app.emit('window-all-closed');
  expect(electron.node().sent).toEqual([{ stop: true }]);
});

test.each([
  { answer: 0, nodes: 8, outcome: 'is started again' },
  { answer: 1, nodes: 7, outcome: 'the till closes' },
])(
  'a store node that cannot start is explained in French, and $outcome',
  async ({ answer, nodes }) => {
    const { electron, timers } = await started((standIn) => {
      standIn.answerToDialog = answer;
    });
    for (let crash = 0; crash < 7; crash += 1) {
      electron.node().says('database disk image is malformed\n');
      electron.node().ends(1);
      timers.pass(8_000);
    }
    await vi.waitUntil(() => electron.nodes.length === nodes && electron.questions.length === 1);
    expect(electron.questions[0]?.message).toContain('La caisse ne démarre pas.');
    expect(electron.questions[0]?.detail).toContain('database disk image is malformed');
    if (answer === 1) await vi.waitUntil(() => electron.app.did.includes('exit 0'));
  },
);

test('a helper process of Electron that dies is in the log with its reason', async () => {
  const { electron, log } = await started();
  electron.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 139 });
  expect(log.lines).toContainEqual({
    level: 'error',
    sentence: 'helper process gone',
    fields: { type: 'GPU', reason: 'crashed', exitCode: 139 },
  });
});

test('a spoilt till file is a sentence, not a till with other settings', async () => {
  const spoilt = mkdtempSync(path.join(tmpdir(), 'oc-pizza-shell-'));
  writeFileSync(path.join(spoilt, 'till.json'), '{ "kiosk": "oui" }');
  const start = started(({ app }) => {
    app.userData = spoilt;
  });
  await expect(start).rejects.toThrow(/till\.json n’est pas valide/);
  rmSync(spoilt, { recursive: true });
});
