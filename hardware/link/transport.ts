/** A way to reach a device: TCP today, a serial line or a file tomorrow, a memory in a test. */
export type Transport = {
  /** For a person and for the log: `192.168.1.50:9100`. */
  readonly address: string;
  readonly open: (timeoutMs: number) => Promise<Opening>;
};

export type OpenFailure = 'connection-refused' | 'connect-timeout' | 'unreachable';

export type Opening =
  | { readonly status: 'open'; readonly connection: Connection }
  | { readonly status: 'failed'; readonly reason: OpenFailure; readonly detail: string };

/** Why a connection is over: the peer said goodbye, the line broke, or we closed it. */
export type ConnectionEnd = 'ended' | 'broken' | 'closed';

export type ConnectionListener = {
  readonly received: (bytes: Uint8Array) => void;
  /** Called once, after the last byte. Nothing arrives later. */
  readonly over: (end: ConnectionEnd) => void;
};

/**
 * An open line. `write` resolves to `true` when the system took every byte (back-pressure included)
 * and to `false` when the line was over before; even `true` says nothing of what the device did.
 */
export type Connection = {
  readonly listen: (listener: ConnectionListener) => void;
  readonly write: (bytes: Uint8Array) => Promise<boolean>;
  /** Closes at once. Bytes still on their way may be lost. */
  readonly close: () => void;
};
