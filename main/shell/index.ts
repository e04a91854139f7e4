import path from 'node:path';

import {
  app,
  BrowserWindow,
  crashReporter,
  dialog,
  ipcMain,
  protocol,
  screen,
  session,
  utilityProcess,
} from 'electron';

import { storeContract } from '#app/contract/store.ts';

import type { ElectronApi } from './electron-api.ts';
import { openLog } from './log.ts';
import { startShell } from './shell.ts';
import { realTimers } from './timers.ts';

/** Electron's real objects. Here the compiler compares the shell's own types with Electron's. */
const electron: ElectronApi = {
  app,
  createWindow: (options) => new BrowserWindow(options),
  displays: () => ({ primary: screen.getPrimaryDisplay(), all: screen.getAllDisplays() }),
  session: () => session.defaultSession,
  protocol,
  ipc: ipcMain,
  fork: (modulePath, flags, options) => utilityProcess.fork(modulePath, flags, options),
  dialog,
};

// Crash dumps stay on the machine, for a technician.
crashReporter.start({ uploadToServer: false });
const log = openLog(path.join(app.getPath('logs'), 'shell.log'));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());

startShell({
  electron,
  contract: storeContract,
  // This file is dist/main/shell.cjs when it runs.
  built: path.join(__dirname, '..'),
  commandLine: process.argv,
  timers: realTimers,
  log,
}).catch((error: unknown) => {
  log.error({ error: String(error) }, 'the shell could not start');
  dialog.showErrorBox('OC Pizza', String(error));
  app.exit(1);
});
