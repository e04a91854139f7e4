import type { ElectronApi, ShellDisplay, ShellWindow, WindowOptions } from './electron-api.ts';
import type { Log } from './log.ts';
import { pageOf, WINDOWS, type WindowKind } from './surfaces.ts';
import type { Timers } from './timers.ts';

/** A page that dies again and again is reloaded more slowly, but always: the till must come back. */
const RELOAD_AFTER_MS = [0, 500, 2_000, 10_000];
/** A page that lived this long has recovered. */
const RECOVERED_AFTER_MS = 60_000;
/** Shown until the first paint; the background of renderer/ui/tokens.css. */
const BACKGROUND = '#f6f3ee';

export type Settings = {
  /** Full screen without a way out, for a till that does nothing else. */
  readonly kiosk: boolean;
  readonly mayDebug: boolean;
  readonly preload: string;
};

/**
 * Each window in its place: the counter on the main display, the kitchen on the second if there is
 * one, what the customer sees on the third.
 */
export function placeWindows({
  primary,
  all,
  kiosk,
}: {
  primary: ShellDisplay;
  all: readonly ShellDisplay[];
  kiosk: boolean;
}): { kind: WindowKind; display: ShellDisplay }[] {
  const [second, third] = all.filter((display) => display.id !== primary.id);
  const [counter, kitchen, customer] = WINDOWS;
  const placed = [{ kind: counter as WindowKind, display: primary }];
  // Two kiosk windows on one display would hide one another; the kitchen then uses a tablet.
  if (second !== undefined || !kiosk) placed.unshift({ kind: kitchen, display: second ?? primary });
  if (third !== undefined) placed.unshift({ kind: customer, display: third });
  return placed;
}

export function windowOptions(
  kind: WindowKind,
  display: ShellDisplay,
  { kiosk, mayDebug, preload }: Settings,
): WindowOptions {
  return {
    ...display.workArea,
    title: kind.title,
    show: false,
    backgroundColor: BACKGROUND,
    kiosk,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
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
      devTools: mayDebug,
      // The kitchen rings for a new order though nobody touched its screen.
      autoplayPolicy: 'no-user-gesture-required',
    },
  };
}

export type OpenWindow = { readonly kind: WindowKind; readonly window: ShellWindow };

/** Opens the windows and keeps their pages alive. The counter comes last, so that it is in front. */
export function openWindows({
  electron,
  settings,
  log,
  timers,
}: {
  electron: Pick<ElectronApi, 'createWindow' | 'displays'>;
  settings: Settings;
  log: Log;
  timers: Timers;
}): OpenWindow[] {
  return placeWindows({ ...electron.displays(), kiosk: settings.kiosk }).map(
    ({ kind, display }) => {
      const window = electron.createWindow(windowOptions(kind, display, settings));
      window.removeMenu();
      window.once('ready-to-show', () => window.show());
      reviveWhenGone({ window, kind, log, timers });
      window
        .loadURL(`${pageOf(kind.surface)}${'query' in kind ? kind.query : ''}`)
        .catch((error: unknown) => {
          log.error({ surface: kind.surface, error: String(error) }, 'page not loaded');
        });
      return { kind, window };
    },
  );
}

function reviveWhenGone({
  window,
  kind,
  log,
  timers,
}: OpenWindow & { log: Log; timers: Timers }): void {
  let deaths = 0;
  let forget = () => {};
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error({ surface: kind.surface, reason, exitCode, deaths }, 'page gone');
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const delayMs = RELOAD_AFTER_MS[Math.min(deaths, RELOAD_AFTER_MS.length - 1)] ?? 0;
    deaths += 1;
    forget();
    timers.after(delayMs, () => {
      if (window.isDestroyed()) return;
      window.webContents.reload();
      forget = timers.after(RECOVERED_AFTER_MS, () => {
        deaths = 0;
      });
    });
  });
}
