import { z } from 'zod';

import { type Refusal, type Result, refuse } from '../lib/result.ts';

import type { Role } from './contract.ts';

/**
 * What the shell and the store node say to each other over a message port: Electron's utility
 * process, a MessagePort, a worker. The shell asks on behalf of a window and names the role that it
 * gave this window; the page has no say in it.
 */

/** What a MessagePort, a utility process and a worker have in common. */
export type Port = {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: 'message', listener: (message: unknown) => void) => unknown;
};

/** Electron's `process.parentPort`: the message comes wrapped in an event. */
export type ParentPort = {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => unknown;
};

/** Requests without an answer before new ones are refused: far more than two windows ever ask. */
export const PORT_WAITING_MAX = 500;

const PORT_ROLES = ['counter', 'kitchen', 'manager', 'display'] as const satisfies readonly Role[];
export type PortRole = (typeof PORT_ROLES)[number];

/** From the shell. `stop` asks the node to close its files and end by itself. */
const ToNode = z.union([
  z.strictObject({
    id: z.int().min(1),
    method: z.string().min(1).max(100),
    input: z.unknown(),
    role: z.enum(PORT_ROLES),
    /** The window, as the shell calls it: what a device is to the network. */
    device: z.string().min(1).max(64).optional(),
  }),
  z.strictObject({ stop: z.literal(true) }),
  /** Of the hardware host, which the shell runs for the node; not for the door of the node. */
  z.strictObject({ hardware: z.unknown() }),
]);
type ToNode = z.input<typeof ToNode>;

/** From the store node. `ready` is its first message: from now on it answers. */
type FromNode =
  | { readonly id: number; readonly result: Result<unknown> }
  | { readonly changed: readonly string[] }
  | { readonly ready: true }
  | { readonly hardware: unknown };

export type ServedPort = { readonly announce: (topics: readonly string[]) => void };

/** What a node does with what comes over its port. */
export type PortService = {
  /** The one door of the node: it checks method, role and input, and does not reject. */
  readonly answer: (
    method: string,
    input: unknown,
    role: PortRole,
    device?: string,
  ) => Promise<Result<unknown>>;
  /** The shell asks for an orderly end. */
  readonly onStop?: () => void;
  /** A message that is not one, or a door that rejected: for the log. */
  readonly onFault?: (fault: unknown) => void;
};

/**
 * Answers what comes over a port, and says that the node is ready. A malformed message is dropped
 * and reported; it has no sender who could read a refusal.
 */
export function serveOverPort(port: Port, service: PortService): ServedPort {
  const post = (message: FromNode) => port.postMessage(message);
  port.on('message', (raw) => {
    const parsed = ToNode.safeParse(raw);
    if (!parsed.success) {
      service.onFault?.(parsed.error);
      return;
    }
    if ('hardware' in parsed.data) return;
    if ('stop' in parsed.data) {
      service.onStop?.();
      return;
    }
    const { id, method, input, role, device } = parsed.data;
    service.answer(method, input, role, device).then(
      (result) => post({ id, result }),
      (fault: unknown) => {
        service.onFault?.(fault);
        post({ id, result: refuse({ code: 'request.failed', detail: { method } }) });
      },
    );
  });
  post({ ready: true });
  return { announce: (changed) => post({ changed }) };
}

/** The shell's end of a port. */
export type PortWire = {
  readonly request: (
    method: string,
    input: unknown,
    role: PortRole,
    device?: string,
  ) => Promise<Result<unknown>>;
  readonly onChanged: (listener: (topics: readonly string[]) => void) => () => void;
  readonly onReady: (listener: () => void) => () => void;
  readonly stop: () => void;
  /** The node is gone: every request that waits, and every later one, is refused with this. */
  readonly cut: (refusal: Refusal) => void;
};

/** Asks over a port. Bounded: at most `PORT_WAITING_MAX` requests wait at once. */
export function wireOverPort(port: Port): PortWire {
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  const changed = new Set<(topics: readonly string[]) => void>();
  const ready = new Set<() => void>();
  let lastId = 0;
  let gone: Refusal | undefined;
  const post = (message: ToNode) => port.postMessage(message);

  port.on('message', (raw) => {
    // The node is our own code, started by the shell: its messages are trusted.
    const message = raw as FromNode;
    if ('ready' in message) for (const listener of ready) listener();
    else if ('changed' in message) for (const listener of changed) listener(message.changed);
    else if ('id' in message) {
      waiting.get(message.id)?.(message.result);
      waiting.delete(message.id);
    }
  });

  return {
    request(method, input, role, device) {
      if (gone !== undefined) return Promise.resolve(refuse(gone));
      if (waiting.size >= PORT_WAITING_MAX) return Promise.resolve(refuse({ code: 'link.busy' }));
      return new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        post({ id: lastId, method, input, role, ...(device === undefined ? {} : { device }) });
      });
    },
    onChanged: (listener) => listenIn(changed, listener),
    onReady: (listener) => listenIn(ready, listener),
    stop: () => post({ stop: true }),
    cut(refusal) {
      gone = refusal;
      for (const resolve of waiting.values()) resolve(refuse(refusal));
      waiting.clear();
    },
  };
}

/** Gives Electron's `process.parentPort` the shape of the other ports. */
export function portOfParent(parent: ParentPort): Port {
  return {
    postMessage: (message) => parent.postMessage(message),
    on: (event, listener) => parent.on(event, ({ data }) => listener(data)),
  };
}

function listenIn<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
