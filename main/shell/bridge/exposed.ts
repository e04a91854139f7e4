import type { Wire } from '#app/contract/contract.ts';
import type { Result } from '#app/lib/result.ts';

import { CHANGED_CHANNEL, REQUEST_CHANNEL } from './channels.ts';

/** What the preload script needs of Electron's ipcRenderer. */
export type RendererIpc = {
  readonly invoke: (channel: string, ...data: unknown[]) => Promise<unknown>;
  readonly on: (
    channel: string,
    listener: (event: unknown, topics: readonly string[]) => void,
  ) => unknown;
  readonly off: (
    channel: string,
    listener: (event: unknown, topics: readonly string[]) => void,
  ) => unknown;
};

/** A page may not make itself unreadable. */
const ZOOM = { min: 0.5, max: 3 } as const;

/**
 * All that a page can reach: two functions, each tied to one channel, and its own size on the screen. Nothing of Electron, no event
 * object and no free choice of channel passes through.
 */
export function bridgeOver(
  ipc: RendererIpc,
  setZoom: (factor: number) => void,
): Pick<Wire, 'request' | 'onChanged'> & { readonly setZoomFactor: (factor: number) => void } {
  return {
    request: async (method, input) =>
      (await ipc.invoke(REQUEST_CHANNEL, method, input)) as Result<unknown>,
    onChanged(listener) {
      const forward = (_event: unknown, topics: readonly string[]) => listener(topics);
      ipc.on(CHANGED_CHANNEL, forward);
      return () => void ipc.off(CHANGED_CHANNEL, forward);
    },
    setZoomFactor(factor) {
      if (Number.isFinite(factor)) setZoom(Math.min(ZOOM.max, Math.max(ZOOM.min, factor)));
    },
  };
}
