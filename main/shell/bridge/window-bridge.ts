import { type Result, refuse } from '#app/lib/result.ts';

import type { InvokeEvent, ShellIpc } from '../electron-api.ts';
import type { Log } from '../log.ts';
import type { StoreNode } from '../store-node.ts';
import { isOurs } from '../surfaces.ts';
import type { OpenWindow } from '../windows.ts';

import { CHANGED_CHANNEL, REQUEST_CHANNEL } from './channels.ts';

/** A screen's largest question is an order of 100 lines. */
const REQUEST_MAX_CHARACTERS = 200_000;

/**
 * Carries requests from the windows to the store node. Who asks is known from the window that the
 * message came from, and only its top page, at its own address, is heard.
 */
export function answerWindows({
  ipc,
  node,
  windows,
  log,
}: {
  ipc: ShellIpc;
  node: Pick<StoreNode, 'request'>;
  windows: () => readonly OpenWindow[];
  log: Log;
}): void {
  ipc.handle(REQUEST_CHANNEL, async (event, method, input): Promise<Result<unknown>> => {
    const sender = senderOf(event, windows());
    if (sender === undefined) {
      log.warn({ contentsId: event.sender.id }, 'request from a stranger dropped');
      return refuse({ code: 'request.forbidden' });
    }
    if (typeof method !== 'string' || !isReasonable(input)) {
      log.warn({ surface: sender.kind.surface }, 'malformed request dropped');
      return refuse({ code: 'request.malformed' });
    }
    return node.request(method, input, sender.kind.role, sender.kind.device);
  });
}

/** Tells every window which topics have changed. */
export function announceTo(
  windows: () => readonly OpenWindow[],
): (topics: readonly string[]) => void {
  return (topics) => {
    for (const { window } of windows()) {
      if (!window.isDestroyed() && !window.webContents.isDestroyed())
        window.webContents.send(CHANGED_CHANNEL, topics);
    }
  };
}

function senderOf(event: InvokeEvent, windows: readonly OpenWindow[]): OpenWindow | undefined {
  const sender = windows.find(
    ({ window }) => !window.isDestroyed() && window.webContents.id === event.sender.id,
  );
  const frame = event.senderFrame;
  // A frame within the page, or a page that is not the window's own, speaks for nobody.
  if (sender === undefined || frame === null || frame.parent !== null) return undefined;
  return isOurs(frame.url, sender.kind.pages) ? sender : undefined;
}

/** JSON, and not a flood: what a window sends is copied once more on its way to the node. */
function isReasonable(input: unknown): boolean {
  try {
    return (JSON.stringify(input) ?? '').length <= REQUEST_MAX_CHARACTERS;
  } catch (error) {
    // A circle, or a BigInt.
    if (error instanceof TypeError) return false;
    throw error;
  }
}
