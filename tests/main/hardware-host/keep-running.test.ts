import pino from 'pino';
import { expect, test } from 'vitest';

import { HOST_TIMES, keepHostRunning } from '#main/hardware-host/keep-running.ts';
import { handTimers } from '#tests/main/shell/hand-timers.ts';

import { ScriptedHost } from './scripted-host.ts';

function aKeeper() {
  const hosts: ScriptedHost[] = [];
  const healths: string[] = [];
  const timers = handTimers();
  let lost = 0;
  const keeper = keepHostRunning({
    start() {
      const host = new ScriptedHost();
      hosts.push(host);
      return host;
    },
    timers,
    random: () => 0,
    times: HOST_TIMES,
    log: pino({ level: 'silent' }),
    onReady: () => undefined,
    onMessage: () => undefined,
    onGone: () => (lost += 1),
    onHealth: (health) => healths.push(health),
  });
  const host = (): ScriptedHost => {
    const newest = hosts.at(-1);
    if (newest === undefined) throw new Error('no host was started');
    return newest;
  };
  return { keeper, timers, hosts, host, healths, lost: () => lost };
}

test('a host that ends is started again, ever later, and after four ends the till is told to do without', async () => {
  const { keeper, timers, hosts, host, healths } = aKeeper();
  const waits: (number | undefined)[] = [];
  for (let crash = 1; crash <= 8; crash += 1) {
    host().says({ type: 'ready' });
    host().ends();
    waits.push(timers.waiting()[0]);
    timers.pass(timers.waiting()[0] ?? 0);
  }
  expect(waits).toEqual([200, 400, 800, 1_600, 3_200, 6_400, 12_800, 15_000]);
  expect(hosts).toHaveLength(9);
  expect(healths.filter((health) => health === 'degraded')).toHaveLength(5);
  expect(await keeper.whenReady()).toBe(false);
});

test('a host that lived a minute has recovered: the next end is the first again', () => {
  const { timers, host, healths } = aKeeper();
  for (let crash = 1; crash <= 3; crash += 1) {
    host().says({ type: 'ready' });
    host().ends();
    timers.pass(timers.waiting()[0] ?? 0);
  }
  host().says({ type: 'ready' });
  // It answers meanwhile.
  for (let seconds = 0; seconds < 60; seconds += 1) {
    host().says({ type: 'reply', id: 1, value: {} });
    timers.pass(1_000);
  }
  host().ends();
  expect(healths.at(-1)).toBe('restarting');
  expect(timers.waiting()[0]).toBe(200);
});

test('a host that does not become ready is killed', () => {
  const { timers, host } = aKeeper();
  timers.pass(HOST_TIMES.startMs);
  expect(host().isKilled).toBe(true);
});

test('a host that hangs in a driver is killed after three questions without an answer', () => {
  const { timers, host, lost } = aKeeper();
  host().says({ type: 'ready' });
  timers.pass(15_000);
  expect(host().heard('ping')).toHaveLength(3);
  expect(host().isKilled).toBe(false);
  timers.pass(5_000);
  expect(host().isKilled).toBe(true);
  host().ends(null);
  expect(lost()).toBe(1);
});

test('a host that answers is never killed', () => {
  const { timers, host } = aKeeper();
  host().says({ type: 'ready' });
  for (let asked = 1; asked <= 100; asked += 1) {
    timers.pass(5_000);
    const ping = host().heard('ping').at(-1);
    host().says({ type: 'reply', id: ping?.id, value: {} });
  }
  expect(host().heard('ping')).toHaveLength(100);
  expect(host().isKilled).toBe(false);
});

test('a host that does not end when asked is killed, and stopping is done', async () => {
  const { keeper, timers, host, hosts } = aKeeper();
  host().says({ type: 'ready' });
  const stopping = keeper.stop();
  expect(host().told.at(-1)).toEqual({ type: 'stop' });
  expect(keeper.post({ type: 'ping', id: 1 })).toBe(false);
  timers.pass(HOST_TIMES.stopMs);
  expect(host().isKilled).toBe(true);
  host().ends(null);
  await stopping;
  timers.pass(60_000);
  expect(hosts).toHaveLength(1);
});

test('stopped between two starts, no host comes back', async () => {
  const { keeper, timers, host, hosts } = aKeeper();
  host().ends();
  await keeper.stop();
  timers.pass(60_000);
  expect(hosts).toHaveLength(1);
});
