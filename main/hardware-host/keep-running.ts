import type { Logger } from 'pino';

import type { FromHost, ToHost } from '#hardware/host/messages.ts';
import type { Timers } from '#hardware/link/timers.ts';
import { type BackOffTimes, backOff } from '#hardware/supervisor/back-off.ts';

import { type LifeTimes, watchLife } from './one-life.ts';
import type { HostEnd, HostProcess, StartHostProcess } from './process.ts';

/** How long the store node waits for what, in milliseconds, and when it stops waiting. */
export type HostTimes = LifeTimes & {
  /** Between a crash and the next start. */
  readonly restart: BackOffTimes;
  /**
   * Ends in a row after which the till is told to work without devices. The host is started on, ever
   * less often.
   */
  readonly crashesMax: number;
  /** For the devices to be closed in order. */
  readonly stopMs: number;
  /** A request waits this long for a host that starts. */
  readonly waitMs: number;
};

export const HOST_TIMES: HostTimes = {
  restart: { firstMs: 200, maxMs: 15_000 },
  crashesMax: 4,
  startMs: 20_000,
  recoveredMs: 60_000,
  pingMs: 5_000,
  stopMs: 6_500,
  waitMs: 5_000,
};

export type HostHealth =
  | 'starting'
  | 'ready'
  /** It ended, and is started again by itself. */
  | 'restarting'
  /** It ended too often in a row. */
  | 'degraded'
  | 'stopped';

export type RunningHost = {
  /** Waits for a host that starts; `false` when there is none, or not soon enough. */
  readonly whenReady: () => Promise<boolean>;
  /** `false`: it surely did not get it. */
  readonly post: (message: ToHost) => boolean;
  readonly stop: () => Promise<void>;
};

export type KeeperContext = {
  readonly start: StartHostProcess;
  readonly timers: Timers;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly times: HostTimes;
  readonly log: Logger;
  /** It takes requests now; what it has to know of the devices is said here, first. */
  readonly onReady: (post: (message: ToHost) => void) => void;
  readonly onMessage: (message: FromHost) => void;
  /** It is gone, with all that it was doing. */
  readonly onGone: () => void;
  readonly onHealth: (health: HostHealth) => void;
};

/** Keeps one hardware host running: started again after each end, killed when it hangs. */
export function keepHostRunning(context: KeeperContext): RunningHost {
  const { timers, times } = context;
  const waits = backOff(times.restart, context.random);
  const waiters = waitersFor(timers, times.waitMs);
  let health: HostHealth = 'starting';
  let current: HostProcess | undefined;
  let callOff = (): void => undefined;
  let whenStopped: (() => void) | undefined;

  function become(next: HostHealth): void {
    health = next;
    if (next !== 'starting' && next !== 'restarting') waiters.tell(next === 'ready');
    context.onHealth(next);
  }

  function run(): void {
    const host = context.start();
    current = host;
    watchLife({
      ...{ host, timers, times, log: context.log, onMessage: context.onMessage },
      onRecovered: waits.reset,
      onReady() {
        if (health === 'stopped') return;
        context.log.info({ pid: host.pid }, 'hardware host ready');
        context.onReady((message) => void host.post(message));
        become('ready');
      },
      onEnd(end) {
        current = undefined;
        context.onGone();
        if (health === 'stopped') whenStopped?.();
        else again(end);
      },
    });
  }

  function again({ code, words }: HostEnd): void {
    const delayMs = waits.nextMs();
    const crashes = waits.tries();
    context.log.error({ code, crashes, delayMs, words }, 'hardware host ended');
    callOff = timers.after(delayMs, run);
    become(crashes >= times.crashesMax ? 'degraded' : 'restarting');
  }

  run();
  return {
    whenReady() {
      if (health === 'starting' || health === 'restarting') return waiters.wait();
      return Promise.resolve(health === 'ready');
    },
    post: (message) => health === 'ready' && current !== undefined && current.post(message),
    stop() {
      callOff();
      const host = current;
      // NOTE: before the health changes: nobody posts to a host that is stopping.
      host?.post({ type: 'stop' } satisfies ToHost);
      become('stopped');
      if (host === undefined) return Promise.resolve();
      const ended = new Promise<void>((resolve) => {
        whenStopped = resolve;
      });
      return killedUnless(ended, host, context);
    },
  };
}

/** Resolves once the host has ended, which it is made to after a while. */
function killedUnless(
  ended: Promise<void>,
  host: HostProcess,
  { timers, times, log }: KeeperContext,
): Promise<void> {
  const callOff = timers.after(times.stopMs, () => {
    log.error({ timeoutMs: times.stopMs }, 'hardware host did not stop; killed');
    host.kill();
  });
  return ended.finally(callOff);
}

/** Those who wait for a host, each for so long at most. */
function waitersFor(
  timers: Timers,
  waitMs: number,
): { readonly wait: () => Promise<boolean>; readonly tell: (isReady: boolean) => void } {
  const waiting = new Set<(isReady: boolean) => void>();
  return {
    wait: () =>
      new Promise((resolve) => {
        const done = (isReady: boolean): void => {
          callOff();
          waiting.delete(done);
          resolve(isReady);
        };
        const callOff = timers.after(waitMs, () => done(false));
        waiting.add(done);
      }),
    tell(isReady) {
      for (const done of [...waiting]) done(isReady);
    },
  };
}
