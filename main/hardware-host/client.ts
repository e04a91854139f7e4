import type { Logger } from 'pino';
import type { z } from 'zod';

import type { DeviceState } from '#hardware/configuration.ts';
import {
  type ConfiguredDevice,
  type DeviceEvent,
  type DeviceLog,
  DoneReply,
  type FromHost,
  HidReply,
  LogReply,
  SelfTestReply,
  SerialReply,
  type ToHost,
} from '#hardware/host/messages.ts';
import type { HidListing, SerialListing } from '#hardware/host/listings.ts';
import type { Timers } from '#hardware/link/timers.ts';
import type { SelfTest } from '#hardware/supervisor/supervisor.ts';

import {
  type HostedPrinter,
  type HostedTerminal,
  hostedPrinter,
  hostedTerminal,
} from './hosted-devices.ts';
import { HOST_TIMES, type HostTimes, keepHostRunning, type RunningHost } from './keep-running.ts';
import type { StartHostProcess } from './process.ts';
import { requestsTo, type Unnumbered } from './requests.ts';
import { type DeviceStates, deviceStates } from './states.ts';

export type HardwareClient = {
  /** All devices of the store, in place of those before. Starts the host when there is one to drive. */
  readonly configure: (devices: readonly ConfiguredDevice[]) => void;
  readonly printer: (deviceId: string) => HostedPrinter;
  readonly terminal: (deviceId: string) => HostedTerminal;
  /** A person settled a payment in doubt: its late answer is not waited for any more. */
  readonly settle: (deviceId: string, paymentId: string) => void;
  /** Whether the customer display took the lines. */
  readonly show: (deviceId: string, lines: readonly [string, string]) => Promise<boolean>;
  /** `undefined` while there is no host to ask. */
  readonly readLog: (deviceId: string) => Promise<DeviceLog | undefined>;
  readonly selfTest: (deviceId: string) => Promise<SelfTest>;
  /** What the machine has, set up or not. Starts the host where there was none. */
  readonly serialPorts: () => Promise<SerialListing>;
  readonly hidDevices: () => Promise<HidListing>;
  readonly states: () => readonly DeviceState[];
  readonly onState: (listener: () => void) => () => void;
  /** Calls, scans, keys, late answers. */
  readonly onEvent: (listener: (event: DeviceEvent) => void) => () => void;
  /** What is under way ends first: a payment in doubt, a print unknown. */
  readonly close: () => Promise<void>;
};

export type HardwareClientContext = {
  readonly start: StartHostProcess;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  readonly timers: Timers;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly log: Logger;
  readonly times?: Partial<HostTimes>;
};

/**
 * The store node's side of the hardware host. A request is sent once, ever: when the host dies, a
 * payment before a terminal is in doubt and a print is unknown, and a person decides. The caller has
 * written down what it is about to do before it asks.
 */
export function hardwareClient(context: HardwareClientContext): HardwareClient {
  const { now, log } = context;
  const eventListeners = new Set<(event: DeviceEvent) => void>();
  const states = deviceStates(now);
  const requests = requestsTo(() => host);
  let devices: readonly ConfiguredDevice[] = [];
  let host: RunningHost | undefined;
  let isClosed = false;

  const configuration = (): ToHost => ({ type: 'configure', devices: [...devices] });
  const ofDevice = (deviceId: string) => ({
    deviceId,
    log,
    ask: requests.ask,
    status: () => states.of(deviceId),
  });

  function startHost(): RunningHost {
    return keepHostRunning({
      ...context,
      times: { ...HOST_TIMES, ...context.times },
      onReady: (post) => post(configuration()),
      onMessage: (message) => hear(message, { requests, states, eventListeners, log }),
      onGone: requests.lost,
      onHealth: (health) => states.setHealth(health),
    });
  }

  function ensureHost(): void {
    if (host === undefined && !isClosed) host = startHost();
  }

  /** Where losing the answer costs nothing. */
  async function ask<Value>(
    schema: z.ZodType<Value>,
    request: Unnumbered,
  ): Promise<Value | undefined> {
    const answer = await requests.ask(request);
    if (answer.status !== 'answered') return undefined;
    return schema.safeParse(answer.value).data;
  }

  return {
    configure(next) {
      devices = next;
      states.keep(next.map(({ configuration: { id } }) => id));
      if (host !== undefined) host.post(configuration());
      else if (devices.length > 0) ensureHost();
    },
    printer: (deviceId) => hostedPrinter(ofDevice(deviceId)),
    terminal: (deviceId) => hostedTerminal(ofDevice(deviceId)),
    settle: (deviceId, paymentId) => void host?.post({ type: 'settle', deviceId, paymentId }),
    show: async (deviceId, lines) =>
      (await ask(DoneReply, { type: 'show', deviceId, lines: [...lines] }))?.isDone ?? false,
    readLog: (deviceId) => ask(LogReply, { type: 'read-log', deviceId }),
    selfTest: async (deviceId) =>
      (await ask(SelfTestReply, { type: 'self-test', deviceId })) ?? untested(states.of(deviceId)),
    ...listingsOf({ ask, ensureHost }),
    states: states.all,
    onState: states.onChange,
    onEvent(listener) {
      eventListeners.add(listener);
      return () => void eventListeners.delete(listener);
    },
    async close() {
      isClosed = true;
      await host?.stop();
    },
  };
}

/** There was nobody to ask. */
function untested({ detail, action }: DeviceState): SelfTest {
  return { isOk: false, sentence: detail ?? 'Le service matériel ne répond pas', action };
}

/** What the machine has: asked of a host that is started for it where there was none. */
function listingsOf({
  ask,
  ensureHost,
}: {
  readonly ask: <Value>(
    schema: z.ZodType<Value>,
    request: Unnumbered,
  ) => Promise<Value | undefined>;
  readonly ensureHost: () => void;
}): Pick<HardwareClient, 'serialPorts' | 'hidDevices'> {
  return {
    async serialPorts() {
      ensureHost();
      const listing = await ask(SerialReply, { type: 'list', what: 'serial' });
      return listing ?? { isListed: false, ports: [] };
    },
    async hidDevices() {
      ensureHost();
      const listing = await ask(HidReply, { type: 'list', what: 'hid' });
      return listing ?? { isListed: false, devices: [] };
    },
  };
}

function hear(
  message: FromHost,
  to: {
    readonly requests: ReturnType<typeof requestsTo>;
    readonly states: DeviceStates;
    readonly eventListeners: ReadonlySet<(event: DeviceEvent) => void>;
    readonly log: Logger;
  },
): void {
  switch (message.type) {
    case 'reply':
      to.requests.answered(message.id, message.value);
      return;
    case 'state':
      to.states.set(message.state);
      return;
    case 'event':
      for (const listener of to.eventListeners) listener(message.event);
      return;
    case 'log': {
      const { level, sentence, fields } = message.line;
      to.log[level]({ deviceId: message.deviceId, ...fieldsIn(fields) }, sentence);
      return;
    }
    case 'fault':
      to.log.error({ fault: message.sentence }, 'the hardware host met a fault');
      return;
    case 'ready':
    case 'closed':
    default:
  }
}

/** What a driver said, as fields of our own log; a text that was cut is given as it is. */
function fieldsIn(text: string): object {
  try {
    const fields: unknown = JSON.parse(text);
    return typeof fields === 'object' && fields !== null ? fields : { fields };
  } catch (fault) {
    if (fault instanceof SyntaxError) return { fields: text };
    throw fault;
  }
}
