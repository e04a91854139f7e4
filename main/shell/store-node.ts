import { type PortRole, type PortWire, wireOverPort } from '#app/contract/port.ts';
import { type Result, refuse } from '#app/lib/result.ts';

import type { NodeProcess } from './electron-api.ts';
import { lastLines } from './last-lines.ts';
import type { Log } from './log.ts';
import type { Timers } from './timers.ts';

/** Doubling from a quarter of a second: a passing fault is over before a customer notices. */
const RESTART_AFTER_MS = [250, 500, 1_000, 2_000, 4_000, 8_000];
/** A node that served this long has recovered; the next fault starts from the first delay again. */
const RECOVERED_AFTER_MS = 60_000;
/** Opening checks the database and projects what is missing; a year of a store takes a few seconds. */
const READY_TIMEOUT_MS = 60_000;
/** As the socket's (renderer/client/socket-wire.ts): longer than any commit, shorter than patience. */
const REPLY_TIMEOUT_MS = 5_000;
/** Closing the database after the last commit takes milliseconds; a hung device may take longer. */
const STOP_TIMEOUT_MS = 10_000;

export type StoreNode = {
  /** Asks the node on behalf of a role; refused with `link.down` while there is none. */
  readonly request: (
    method: string,
    input: unknown,
    role: PortRole,
    device?: string,
  ) => Promise<Result<unknown>>;
  /** After giving up: tries again from the first delay. */
  readonly retry: () => void;
  /** Asks the node to end; kills it when it does not. Resolves when it is gone. */
  readonly stop: () => Promise<void>;
};

export type StoreNodeOptions = {
  readonly fork: () => NodeProcess;
  readonly timers: Timers;
  readonly log: Log;
  readonly onReady: () => void;
  readonly onChanged: (topics: readonly string[]) => void;
  /** It ended too often in a row. `reason` is its last words, for a technician. */
  readonly onGivenUp: (reason: string) => void;
};

type State =
  | { readonly status: 'running'; readonly process: NodeProcess; readonly wire: PortWire }
  | { readonly status: 'waiting'; readonly callOff: () => void }
  | { readonly status: 'given-up' }
  | { readonly status: 'stopped' };

/** Keeps one store node running: restarted with growing pauses, given up after the last of them. */
export function superviseStoreNode(options: StoreNodeOptions): StoreNode {
  const { timers, log } = options;
  let state: State = { status: 'given-up' };
  let failures = 0;
  let whenGone: (() => void) | undefined;

  const run = () => {
    const child = options.fork();
    const words = lastLines(child, (line) => log.info({ line }, 'store node says'));
    const wire = wireOverPort(child);
    state = { status: 'running', process: child, wire };
    let callOff = timers.after(READY_TIMEOUT_MS, () => {
      log.error({ timeoutMs: READY_TIMEOUT_MS }, 'store node not ready in time');
      child.kill();
    });
    wire.onChanged(options.onChanged);
    wire.onReady(() => {
      callOff();
      callOff = timers.after(RECOVERED_AFTER_MS, () => {
        failures = 0;
      });
      log.info({ failures }, 'store node ready');
      options.onReady();
    });
    child.on('exit', (code) => {
      callOff();
      wire.cut({ code: 'link.down' });
      if (state.status === 'stopped') whenGone?.();
      else onExit(code, words());
    });
  };

  const onExit = (code: number, words: string) => {
    const delayMs = RESTART_AFTER_MS[failures];
    failures += 1;
    log.error({ code, failures, delayMs, words }, 'store node ended');
    if (delayMs === undefined) {
      state = { status: 'given-up' };
      options.onGivenUp(`code ${code}\n${words}`.trim());
      return;
    }
    state = { status: 'waiting', callOff: timers.after(delayMs, run) };
  };

  run();
  return {
    async request(method, input, role, device) {
      if (state.status !== 'running') return refuse({ code: 'link.down' });
      return withTimeout(timers, method, state.wire.request(method, input, role, device));
    },
    retry() {
      if (state.status !== 'given-up') return;
      failures = 0;
      run();
    },
    async stop() {
      const before = state;
      state = { status: 'stopped' };
      if (before.status === 'waiting') before.callOff();
      if (before.status !== 'running') return;
      await endOf(before, { timers, log, onGone: (resolve) => (whenGone = resolve) });
      log.info({}, 'store node stopped');
    },
  };
}

function endOf(
  { process, wire }: Extract<State, { status: 'running' }>,
  {
    timers,
    log,
    onGone,
  }: Pick<StoreNodeOptions, 'timers' | 'log'> & {
    onGone: (resolve: () => void) => void;
  },
): Promise<void> {
  return new Promise((resolve) => {
    const callOff = timers.after(STOP_TIMEOUT_MS, () => {
      log.error({ timeoutMs: STOP_TIMEOUT_MS }, 'store node did not stop; killed');
      process.kill();
    });
    onGone(() => {
      callOff();
      resolve();
    });
    wire.stop();
  });
}

function withTimeout(
  timers: Timers,
  method: string,
  reply: Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  return new Promise((resolve, reject) => {
    const detail = { method, timeoutMs: REPLY_TIMEOUT_MS };
    const callOff = timers.after(REPLY_TIMEOUT_MS, () =>
      resolve(refuse({ code: 'link.no-answer', detail })),
    );
    reply.then(resolve, reject).finally(callOff);
  });
}
