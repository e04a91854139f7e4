import { expect, test, vi } from 'vitest';

import { type DriverStatus, supervise } from '#hardware/supervisor/supervisor.ts';
import { handTimers } from '#tests/main/shell/hand-timers.ts';

/** A driver whose device the test breaks and mends. */
class Device {
  current: DriverStatus = { status: 'unknown' };
  probes = 0;
  isClosed = false;
  /** What the next look at it finds. */
  found: DriverStatus | undefined;
  #tell = () => {};

  become(status: DriverStatus) {
    this.current = status;
    this.#tell();
  }

  life = {
    status: () => this.current,
    onStatus: (listener: () => void) => {
      this.#tell = listener;
      return () => {};
    },
    probe: () => {
      this.probes += 1;
      if (this.found !== undefined) this.become(this.found);
      return Promise.resolve();
    },
    close: () => {
      this.isClosed = true;
      return Promise.resolve();
    },
  };
}

async function supervised(starts: (() => Promise<Device>)[] = []) {
  const device = new Device();
  const timers = handTimers();
  let minute = 0;
  const supervisor = supervise<Device>({
    id: 'printer',
    timers,
    now: () => `2026-11-22T12:${String(minute++).padStart(2, '0')}:00.000Z`,
    random: () => 0,
    start: () => (starts.shift() ?? (() => Promise.resolve(device)))(),
    lifeOf: ({ life }) => life,
  });
  await supervisor.driver();
  return { device, timers, supervisor };
}

const OPEN = { status: 'trouble', detail: 'Capot ouvert', action: 'Refermer le capot' } as const;
const READY = { status: 'ready' } as const;

test('a device in trouble says what it is, since when, and what a person can do', async () => {
  const { device, supervisor } = await supervised();
  const told: string[] = [];
  supervisor.onState(({ status }) => told.push(status));
  device.become(OPEN);
  expect(supervisor.state()).toMatchObject({ id: 'printer', ...OPEN });
  const { since } = supervisor.state();
  device.become({ ...OPEN });
  expect(supervisor.state().since).toBe(since);
  device.become(READY);
  expect(supervisor.state().since > since).toBe(true);
  expect(told).toEqual(['trouble', 'ready']);
});

test('trouble without advice of the driver still has something to do', async () => {
  const { device, supervisor } = await supervised();
  device.become({ status: 'trouble', detail: 'En panne' });
  expect(supervisor.state().action).toBe('Vérifier le câble et l’alimentation de l’appareil');
});

test('a device in trouble is looked at again, ever less often, until it is back', async () => {
  const { device, timers, supervisor } = await supervised();
  device.become(OPEN);
  const waits: (number | undefined)[] = [];
  for (let look = 1; look <= 7; look += 1) {
    waits.push(timers.waiting()[0]);
    timers.pass(timers.waiting()[0] ?? 0);
    await vi.waitUntil(() => timers.waiting()[0] !== undefined);
    expect(device.probes).toBe(look);
  }
  expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  device.found = READY;
  timers.pass(60_000);
  await vi.waitUntil(() => supervisor.metrics().tries === 8);
  expect(supervisor.state().status).toBe('ready');
  expect(timers.waiting()[0]).toBeUndefined();
  expect(supervisor.metrics()).toMatchObject({ tries: 8, failures: 7, failuresInARow: 0 });
  device.become(OPEN);
  expect(timers.waiting()[0]).toBe(2_000);
});

test('a driver that does not start leaves its device in trouble and is started again', async () => {
  const fail = () => Promise.reject(new Error('no such module'));
  const { timers, supervisor } = await supervised([fail, fail]);
  expect(supervisor.state()).toMatchObject({
    status: 'trouble',
    detail: 'Le pilote de l’appareil ne démarre pas',
  });
  expect(await supervisor.driver()).toBeUndefined();
  timers.pass(2_000);
  await supervisor.driver();
  expect(timers.waiting()[0]).toBe(4_000);
  timers.pass(4_000);
  expect(await supervisor.driver()).toBeDefined();
  expect(supervisor.state().status).toBe('unknown');
  expect(supervisor.lines()).toHaveLength(2);
});

test('how often a device was used, and when it last worked, is counted', async () => {
  const { supervisor } = await supervised();
  supervisor.note(true);
  const { lastOkAt } = supervisor.metrics();
  supervisor.note(false);
  supervisor.note(false);
  expect(lastOkAt).toBeDefined();
  expect(supervisor.metrics()).toEqual({ tries: 3, failures: 2, failuresInARow: 2, lastOkAt });
});

test('a self test looks at the device and tells the person what it found', async () => {
  const { device, supervisor } = await supervised();
  expect(await supervisor.selfTest()).toMatchObject({ isOk: false, action: 'L’essayer' });
  device.found = OPEN;
  expect(await supervisor.selfTest()).toEqual({
    isOk: false,
    sentence: 'Capot ouvert',
    action: 'Refermer le capot',
  });
  device.found = READY;
  expect(await supervisor.selfTest()).toEqual({ isOk: true, sentence: 'L’appareil répond' });
});

test('closing lets go of the device and waits for nothing more', async () => {
  const { device, timers, supervisor } = await supervised();
  device.become(OPEN);
  await supervisor.close();
  expect(device.isClosed).toBe(true);
  expect(timers.waiting()[0]).toBeUndefined();
});
