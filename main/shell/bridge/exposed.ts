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

/**
 * All that a page can reach: two functions, each tied to one channel. Nothing of Electron, no event
 * object and no free choice of channel passes through.
 */
export function bridgeOver(ipc: RendererIpc): Pick<Wire, 'request' | 'onChanged'> {
  return {
    request: async (method, input) =>
      (await ipc.invoke(REQUEST_CHANNEL, method, input)) as Result<unknown>,
    onChanged(listener) {
      const forward = (_event: unknown, topics: readonly string[]) => listener(topics);
      ipc.on(CHANGED_CHANNEL, forward);
      return () => void ipc.off(CHANGED_CHANNEL, forward);
    },
  };
}
