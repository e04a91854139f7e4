import { contextBridge, ipcRenderer, webFrame } from 'electron';

import { bridgeOver } from './exposed.ts';

// Bundled to CommonJS by scripts/build.ts: a sandboxed preload script cannot be a module.
contextBridge.exposeInMainWorld(
  'ocPizza',
  bridgeOver(ipcRenderer, (factor) => webFrame.setZoomFactor(factor)),
);
