import type { HostEnd, HostProcess } from './process.ts';
import { FromShell, type ToShell } from './shell-door.ts';

/** Electron's `process.parentPort`: the message comes wrapped in an event. */
export type ParentDoor = {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => unknown;
};

/** Hosts that the shell runs for this process: each hears what is said to it alone. */
export function shellHostProcesses(door: ParentDoor): () => HostProcess {
  const hosts = new Map<number, Listeners>();
  let last = 0;
  door.on('message', ({ data }) => {
    const parsed = FromShell.safeParse(data);
    // What is not for a host is for the door of the node, which listens to the same port.
    if (!parsed.success) return;
    const said = parsed.data.hardware;
    const listeners = hosts.get(said.host);
    if (said.type === 'said') listeners?.message(said.message);
    else {
      hosts.delete(said.host);
      listeners?.exit({ code: said.code, words: said.words });
    }
  });
  return () => {
    last += 1;
    const host = last;
    const listeners: Listeners = { message: () => undefined, exit: () => undefined };
    hosts.set(host, listeners);
    const post = (hardware: ToShell['hardware']): void => door.postMessage({ hardware });
    post({ type: 'start', host });
    return {
      post(message) {
        if (!hosts.has(host)) return false;
        post({ type: 'tell', host, message });
        return true;
      },
      onMessage(listener) {
        listeners.message = listener;
      },
      onExit(listener) {
        listeners.exit = listener;
      },
      kill: () => post({ type: 'kill', host }),
    };
  };
}

type Listeners = {
  message: (message: unknown) => void;
  exit: (end: HostEnd) => void;
};
