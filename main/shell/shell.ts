import path from 'node:path';

import type { Contract } from '#app/contract/contract.ts';

import { serveFilesOf } from './app-protocol.ts';
import { announceTo, answerWindows } from './bridge/window-bridge.ts';
import type { ElectronApi, NodeProcess } from './electron-api.ts';
import { runHardwareHosts } from './hardware-host.ts';
import { lockDownContents, lockDownSession } from './lock-down.ts';
import type { Log } from './log.ts';
import { readSettings } from './settings.ts';
import { type StoreNode, superviseStoreNode } from './store-node.ts';
import { APP_SCHEME } from './surfaces.ts';
import { sentences } from './text.ts';
import type { Timers } from './timers.ts';
import { type OpenWindow, openWindows } from './windows.ts';

export type ShellOptions = {
  readonly electron: ElectronApi;
  readonly contract: Contract;
  /** The built files: `renderer/` and `main/` below it (scripts/build.ts). */
  readonly built: string;
  readonly commandLine: readonly string[];
  readonly timers: Timers;
  readonly log: Log;
};

/**
 * Starts the till: one instance, one store node, its windows. Resolves when the windows are open,
 * or at once when another instance already runs (which then comes to the front).
 */
export async function startShell(options: ShellOptions): Promise<void> {
  const { electron, log, timers } = options;
  const { app, protocol } = electron;
  if (!app.requestSingleInstanceLock()) {
    log.info({}, 'another instance runs already');
    app.quit();
    return;
  }
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
  const till = readSettings(app.getPath('userData'), options.commandLine);
  const settings = {
    kiosk: till.kiosk,
    mayDebug: !app.isPackaged,
    preload: path.join(options.built, 'main', 'preload.cjs'),
  };
  app.on('web-contents-created', (_event, contents) =>
    lockDownContents(contents, { log, mayDebug: settings.mayDebug }),
  );
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    log.error({ type, reason, exitCode }, 'helper process gone'),
  );

  await app.whenReady();
  lockDownSession(electron.session(), log);
  protocol.handle(APP_SCHEME, serveFilesOf(path.join(options.built, 'renderer')));
  let windows: OpenWindow[] = [];
  const node = runStoreNode(
    options,
    till.storeNode,
    announceTo(() => windows),
  );
  answerWindows({ ipc: electron.ipc, node, windows: () => windows, log });
  endInOrder({ app, node, windows: () => windows, log });
  app.on('second-instance', () => bringForward(windows));
  windows = openWindows({ electron, settings, log, timers });
}

function runStoreNode(
  { electron, built, contract, timers, log }: ShellOptions,
  flags: readonly string[],
  announce: (topics: readonly string[]) => void,
): StoreNode {
  const node = superviseStoreNode({
    fork: () => forkStoreNode({ electron, built, log }, flags),
    timers,
    log,
    // After a restart nobody knows what a screen missed: every view is asked again.
    onReady: () => announce(topicsOf(contract)),
    onChanged: announce,
    onGivenUp: (reason) => void askWhatNext(reason),
  });

  const askWhatNext = async (reason: string) => {
    const { response } = await electron.dialog.showMessageBox({
      type: 'error',
      title: sentences.nodeGone.title,
      message: sentences.nodeGone.message,
      detail: `${sentences.nodeGone.advice}\n\n${reason}`,
      buttons: [sentences.nodeGone.retry, sentences.nodeGone.quit],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (response === 0) node.retry();
    else electron.app.quit();
  };
  return node;
}

/** The store node, and beside it the hardware host that it asks for. */
function forkStoreNode(
  { electron, built, log }: Pick<ShellOptions, 'electron' | 'built' | 'log'>,
  flags: readonly string[],
): NodeProcess {
  const node = electron.fork(
    path.join(built, 'main', 'store-node.mjs'),
    // The screens for the tablets of the shop, which the node serves itself.
    [...flags, '--screens', path.join(built, 'renderer')],
    { stdio: 'pipe', serviceName: 'OC Pizza store node' },
  );
  const host = path.join(built, 'main', 'hardware-host.mjs');
  const serviceName = 'OC Pizza hardware host';
  runHardwareHosts({
    node,
    log,
    fork: () => electron.fork(host, [], { stdio: 'pipe', serviceName }),
  });
  return node;
}

/** First the store node closes its files, then the windows go, then the application. */
function endInOrder({
  app,
  node,
  windows,
  log,
}: {
  app: ElectronApi['app'];
  node: StoreNode;
  windows: () => readonly OpenWindow[];
  log: Log;
}): void {
  let isEnding = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    // `app.exit` below ends without asking again.
    event.preventDefault();
    if (isEnding) return;
    isEnding = true;
    void node.stop().then(() => {
      for (const { window } of windows()) if (!window.isDestroyed()) window.destroy();
      log.info({}, 'till ended');
      app.exit(0);
    });
  });
}

function bringForward(windows: readonly OpenWindow[]): void {
  const counter = windows.find(({ kind }) => kind.surface === 'counter')?.window;
  if (counter === undefined || counter.isDestroyed()) return;
  if (counter.isMinimized()) counter.restore();
  counter.focus();
}

/** All topics that some view reads. */
function topicsOf(contract: Contract): string[] {
  return [...new Set(Object.values(contract).flatMap(({ reads }) => reads ?? []))];
}
