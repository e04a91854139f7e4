import type { DeviceState } from '../configuration.ts';
import { deviceBoard } from '../device-board.ts';
import type { Log } from '../link/log.ts';
import type { Timers } from '../link/timers.ts';
import { type BackOffTimes, backOff } from './back-off.ts';
import { type LogLine, logRing } from './log-ring.ts';

/** What every driver says of itself, whatever it drives. */
export type DriverLife = {
  readonly status: () => DriverStatus;
  readonly onStatus: (listener: () => void) => () => void;
  readonly close: () => Promise<void>;
  /** Whether the device is there, asked without doing anything with it. Its status follows. */
  readonly probe?: () => Promise<unknown>;
};

export type DriverStatus = {
  readonly status: DeviceState['status'];
  readonly detail?: string | undefined;
  readonly action?: string | undefined;
};

export type DeviceMetrics = {
  /** Uses of the device: prints, payments, lines shown, probes. */
  readonly tries: number;
  readonly failures: number;
  /** Since the last use that went well. */
  readonly failuresInARow: number;
  /** ISO 8601 in UTC. */
  readonly lastOkAt?: string | undefined;
};

export type SelfTest = {
  readonly isOk: boolean;
  /** In French, for the person who pressed the key. */
  readonly sentence: string;
  readonly action?: string | undefined;
};

export type Supervised<Driver> = {
  /** Waits for a start under way; `undefined` while the driver cannot be started. */
  readonly driver: () => Promise<Driver | undefined>;
  readonly state: () => DeviceState;
  readonly onState: (listener: (state: DeviceState) => void) => () => void;
  readonly metrics: () => DeviceMetrics;
  readonly lines: () => readonly LogLine[];
  /** A use ended well, or did not. */
  readonly note: (isOk: boolean) => void;
  readonly selfTest: () => Promise<SelfTest>;
  readonly close: () => Promise<void>;
};

/** A device in trouble is looked at again after this, and then ever less often. */
export const LOOK_AGAIN: BackOffTimes = { firstMs: 2_000, maxMs: 60_000 };

export const NOT_STARTED = {
  status: 'trouble',
  detail: 'Le pilote de l’appareil ne démarre pas',
  action: 'Vérifier les réglages de l’appareil',
} as const;
const NO_ACTION = 'Vérifier le câble et l’alimentation de l’appareil';

type Context<Driver> = {
  readonly id: string;
  /** Rejects when the driver cannot be started: tried again, ever less often. */
  readonly start: (log: Log) => Promise<Driver>;
  readonly lifeOf: (driver: Driver) => DriverLife;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  readonly timers: Timers;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly times?: BackOffTimes;
  readonly onLine?: (line: LogLine) => void;
};

/** Keeps one device in health: starts its driver, looks again when it is in trouble, keeps count. */
export function supervise<Driver>(context: Context<Driver>): Supervised<Driver> {
  const { id, now, timers } = context;
  const board = deviceBoard(id, now);
  const log = logRing({ now, ...(context.onLine === undefined ? {} : { onLine: context.onLine }) });
  const waits = backOff(context.times ?? LOOK_AGAIN, context.random);
  const count = metrics(now);
  let driver: Driver | undefined;
  let isClosed = false;
  let callOff = (): void => undefined;
  let starting = start();

  async function start(): Promise<void> {
    try {
      const started = await context.start(log);
      driver = started;
      const life = context.lifeOf(started);
      life.onStatus(() => show(life));
      show(life);
    } catch (fault) {
      log.warn({ err: fault }, 'the driver of a device does not start');
      board.set(NOT_STARTED);
      again(() => {
        starting = start();
      });
    }
  }

  function show(life: DriverLife): void {
    const shown = shownOf(life.status());
    board.set(shown);
    callOff();
    if (shown.status !== 'trouble') waits.reset();
    else if (life.probe !== undefined) again(() => void look(life));
  }

  function again(run: () => void): void {
    callOff();
    if (!isClosed) callOff = timers.after(waits.nextMs(), run);
  }

  async function look(life: DriverLife): Promise<void> {
    await life
      .probe?.()
      .catch((fault: unknown) => log.warn({ err: fault }, 'looking for a device broke off'));
    count.note(life.status().status !== 'trouble');
    if (!isClosed) show(life);
  }

  return {
    driver: () => starting.then(() => driver),
    state: board.state,
    onState: board.onState,
    metrics: count.read,
    lines: log.lines,
    note: count.note,
    async selfTest() {
      await starting;
      if (driver !== undefined) await look(context.lifeOf(driver));
      return verdict(board.state());
    },
    async close() {
      isClosed = true;
      callOff();
      await starting;
      if (driver !== undefined) await context.lifeOf(driver).close();
    },
  };
}

/** In trouble there is always something to do. */
function shownOf({ status, detail, action }: DriverStatus): Omit<DeviceState, 'id' | 'since'> {
  const advice = status === 'trouble' ? (action ?? NO_ACTION) : action;
  return {
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(advice === undefined ? {} : { action: advice }),
  };
}

function metrics(now: () => string): { note: (isOk: boolean) => void; read: () => DeviceMetrics } {
  let current: DeviceMetrics = { tries: 0, failures: 0, failuresInARow: 0 };
  return {
    note(isOk) {
      const { tries, failures, failuresInARow, lastOkAt } = current;
      current = {
        tries: tries + 1,
        failures: failures + (isOk ? 0 : 1),
        failuresInARow: isOk ? 0 : failuresInARow + 1,
        lastOkAt: isOk ? now() : lastOkAt,
      };
    },
    read: () => current,
  };
}

function verdict({ status, detail, action }: DeviceState): SelfTest {
  switch (status) {
    case 'ready':
      return { isOk: true, sentence: detail ?? 'L’appareil répond' };
    case 'busy':
      return { isOk: true, sentence: 'L’appareil travaille' };
    case 'unknown':
      return {
        isOk: false,
        sentence: detail ?? 'Rien n’est encore connu de cet appareil',
        action: action ?? 'L’essayer',
      };
    case 'trouble':
    default:
      return { isOk: false, sentence: detail ?? 'L’appareil est en panne', action };
  }
}
