import type { ShellContents, ShellSession } from './electron-api.ts';
import type { Log } from './log.ts';
import { isOurs } from './surfaces.ts';

/**
 * Denies a page everything that a screen of ours never does: going elsewhere, opening windows,
 * embedding other pages. A page that was tricked into trying stays where it is, and the log says so.
 */
export function lockDownContents(
  contents: ShellContents,
  { log, mayDebug }: { log: Log; mayDebug: boolean },
): void {
  const deny = (what: string) => (event: { preventDefault: () => void }, url?: string) => {
    if (url !== undefined && isOurs(url)) return;
    event.preventDefault();
    log.warn({ contentsId: contents.id, what }, 'denied to a page');
  };
  contents.on('will-navigate', deny('navigation'));
  contents.on('will-redirect', deny('redirection'));
  contents.on('will-attach-webview', deny('webview'));
  contents.setWindowOpenHandler(() => {
    log.warn({ contentsId: contents.id, what: 'window' }, 'denied to a page');
    return { action: 'deny' };
  });
  if (!mayDebug) contents.on('devtools-opened', () => contents.closeDevTools());
}

/** No permission of the web (camera, position, USB, notifications …) and no download. */
export function lockDownSession(session: ShellSession, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    log.warn({ what: 'permission', permission }, 'denied to a page');
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
    log.warn({ what: 'download' }, 'denied to a page');
  });
}
