import { expect, test } from 'vitest';

import type { ShellDisplay } from '#main/shell/electron-api.ts';
import { WINDOWS } from '#main/shell/surfaces.ts';
import { openWindows, placeWindows } from '#main/shell/windows.ts';

import { ElectronStandIn, MAIN_DISPLAY, SECOND_DISPLAY } from './electron-stand-in.ts';
import { handTimers } from './hand-timers.ts';
import { recordedLog } from './recorded-log.ts';

function opened({ mayDebug = false, kiosk = false } = {}) {
  const electron = new ElectronStandIn();
  const timers = handTimers();
  const log = recordedLog();
  openWindows({
    electron: electron.api,
    settings: { kiosk, mayDebug, preload: '/opt/preload.cjs' },
    log,
    timers,
  });
  return { electron, timers, log };
}

const places = (all: readonly ShellDisplay[], kiosk: boolean) =>
  placeWindows({ primary: MAIN_DISPLAY, all, kiosk }).map(
    ({ kind, display }) => `${kind.surface} on ${display.id}`,
  );

test('with two displays the kitchen is on the second', () => {
  expect(places([SECOND_DISPLAY, MAIN_DISPLAY], false)).toEqual(['kitchen on 2', 'counter on 1']);
});

test('with three displays the third shows the customer what this very till rings up', () => {
  const third = { ...SECOND_DISPLAY, id: 3 };
  const all = [SECOND_DISPLAY, MAIN_DISPLAY, third];
  const placed = ['customer-display on 3', 'kitchen on 2', 'counter on 1'];
  expect(places(all, false)).toEqual(placed);
  expect(places(all, true)).toEqual(placed);
  const customer = WINDOWS.find(({ surface }) => surface === 'customer-display');
  expect(customer).toMatchObject({ role: 'display', query: '?till=till-main' });
});

test('with one display the counter is opened last, so that it is in front', () => {
  expect(places([MAIN_DISPLAY], false)).toEqual(['kitchen on 1', 'counter on 1']);
});

test('a kiosk with one display shows the counter only', () => {
  expect(places([MAIN_DISPLAY], true)).toEqual(['counter on 1']);
  expect(places([MAIN_DISPLAY, SECOND_DISPLAY], true)).toEqual(['kitchen on 2', 'counter on 1']);
});

test('every window is closed to the machine behind it', () => {
  const { electron } = opened();
  for (const { options } of electron.windows) {
    expect(options.webPreferences).toEqual({
      preload: '/opt/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
      autoplayPolicy: 'no-user-gesture-required',
    });
  }
});

test('developer tools are for developers', () => {
  expect(opened({ mayDebug: true }).electron.windows[0]?.options.webPreferences.devTools).toBe(
    true,
  );
});

test('a kiosk fills the screen', () => {
  const { electron } = opened({ kiosk: true });
  expect(electron.window('counter').options.kiosk).toBe(true);
});

test('a window is shown when it has something to show', () => {
  const counter = opened().electron.window('counter');
  expect(counter.did).not.toContain('show');
  counter.emit('ready-to-show');
  expect(counter.did).toContain('show');
});

test('a page that crashed is loaded again, later each time, and for ever', () => {
  const { electron, timers, log } = opened();
  const { webContents } = electron.window('counter');
  const crash = () =>
    webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 });
  const pauses: number[] = [];
  for (let time = 0; time < 6; time += 1) {
    crash();
    const [pause = 0] = timers.waiting();
    pauses.push(pause);
    timers.pass(pause);
  }
  expect(pauses).toEqual([0, 500, 2_000, 10_000, 10_000, 10_000]);
  expect(webContents.reloads).toBe(6);
  expect(log.lines[0]).toMatchObject({ fields: { surface: 'counter', reason: 'crashed' } });
  timers.pass(60_000);
  crash();
  expect(timers.waiting()).toEqual([0]);
});

test('a page that was closed on purpose is not brought back', () => {
  const { electron, timers } = opened();
  const { webContents } = electron.window('kitchen');
  webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
  timers.pass(60_000);
  expect(webContents.reloads).toBe(0);
});
