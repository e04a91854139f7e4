import type { Timers } from '../link/timers.ts';
import { type Supervised, supervise } from '../supervisor/supervisor.ts';
import { TERMINAL_TIMES } from '../terminal/times.ts';
import { type DriverContext, driverOf, type HostDriver, lifeOf } from './drivers.ts';
import { type ConfiguredDevice, type HostMessage, ToHost } from './messages.ts';
import { requestsOf } from './requests.ts';
import { type Clocks, watchSleep } from './sleep-watch.ts';

export type HostedDevice = {
  readonly configured: ConfiguredDevice;
  readonly supervised: Supervised<HostDriver>;
};

export type HardwareHost = {
  /** What the store node said, as it came. */
  readonly hear: (raw: unknown) => void;
  /** Closes every device; what is under way is answered before. */
  readonly close: () => Promise<void>;
};

export type HostContext = Omit<DriverContext, 'log'> & {
  readonly timers: Timers;
  readonly clocks: Clocks;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly post: (message: HostMessage) => void;
  readonly onStop: () => void;
};

/** All drivers of a store, spoken to by messages. Says `ready` when it can be. */
export function startHost(context: HostContext): HardwareHost {
  const { post } = context;
  const devices = new Map<string, HostedDevice>();
  const requests = requestsOf({ devices, post, virtualUsb: context.virtualUsb });
  const stopWatch = watchSleep({
    clocks: context.clocks,
    timers: context.timers,
    // A terminal answers within this; what came later than that nobody can tell from what came before.
    awayMs: TERMINAL_TIMES.answerMs,
    onAway: () => requests.doubtPayments('clock-gap'),
  });

  function configure(asked: readonly ConfiguredDevice[]): void {
    for (const [id, { configured, supervised }] of devices) {
      const next = asked.find(({ configuration }) => configuration.id === id);
      if (next !== undefined && isSame(next, configured)) continue;
      devices.delete(id);
      void supervised.close();
    }
    for (const configured of asked) {
      const { id } = configured.configuration;
      if (!devices.has(id)) devices.set(id, hosted(configured, context));
    }
  }

  async function close(): Promise<void> {
    stopWatch();
    await Promise.all([...devices.values()].map(({ supervised }) => supervised.close()));
    await requests.settled();
  }

  post({ type: 'ready' });
  return {
    hear(raw) {
      const parsed = ToHost.safeParse(raw);
      if (!parsed.success) post({ type: 'fault', sentence: parsed.error.message.slice(0, 2_000) });
      else if (parsed.data.type === 'configure') configure(parsed.data.devices);
      else if (parsed.data.type === 'stop') context.onStop();
      else requests.hear(parsed.data);
    },
    close,
  };
}

function isSame(one: ConfiguredDevice, other: ConfiguredDevice): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function hosted(configured: ConfiguredDevice, context: HostContext): HostedDevice {
  const { now, timers, random, post, secrets, virtualUsb } = context;
  const { id } = configured.configuration;
  const supervised = supervise({
    id,
    now,
    timers,
    random,
    lifeOf,
    start: (log) =>
      driverOf(configured, { now, timers, log, secrets, virtualUsb }, (event) =>
        post({ type: 'event', event }),
      ),
    onLine: (line) => post({ type: 'log', deviceId: id, line }),
  });
  supervised.onState((state) => post({ type: 'state', state }));
  post({ type: 'state', state: supervised.state() });
  return { configured, supervised };
}
