import { expect, test } from 'vitest';

import { superviseStoreNode } from '#main/shell/store-node.ts';

import { handTimers } from './hand-timers.ts';
import { asProcess, NodeStandIn } from './node-stand-in.ts';
import { recordedLog } from './recorded-log.ts';

const MINUTE_MS = 60_000;

function aSupervisor() {
  const nodes: NodeStandIn[] = [];
  const timers = handTimers();
  const log = recordedLog();
  const facts: string[] = [];
  const supervisor = superviseStoreNode({
    fork() {
      const node = new NodeStandIn();
      nodes.push(node);
      return asProcess(node);
    },
    timers,
    log,
    onReady: () => facts.push('ready'),
    onChanged: (topics) => facts.push(`changed ${topics.join()}`),
    onGivenUp: (reason) => facts.push(`given up: ${reason}`),
  });
  const newest = () => nodes.at(-1) ?? new NodeStandIn();
  return { supervisor, nodes, newest, timers, log, facts };
}

test('a question of a window is answered by the store node', async () => {
  const { supervisor, newest } = aSupervisor();
  newest().isReady();
  const reply = supervisor.request('menu.current', {}, 'counter');
  expect(newest().sent).toEqual([{ id: 1, method: 'menu.current', input: {}, role: 'counter' }]);
  newest().answers('the menu');
  expect(await reply).toEqual({ ok: true, value: 'the menu' });
});

test('a store node that crashed is started again, each time a little later', () => {
  const { newest, nodes, timers } = aSupervisor();
  const pauses: number[] = [];
  for (let crash = 0; crash < 6; crash += 1) {
    newest().ends(1);
    const [pause = 0] = timers.waiting();
    pauses.push(pause);
    timers.pass(pause);
  }
  expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000]);
  expect(nodes).toHaveLength(7);
});

test('the log says with which code it ended and what it said last', () => {
  const { newest, log } = aSupervisor();
  newest().says('SQLite 3.40.0 is too old\nneeds 3.51.3\n');
  newest().ends(134);
  expect(log.lines.find(({ sentence }) => sentence === 'store node ended')?.fields).toMatchObject({
    code: 134,
    words: 'SQLite 3.40.0 is too old\nneeds 3.51.3',
  });
});

test('a store node that never comes up is given up with its last words, and tried again when asked', () => {
  const { supervisor, newest, nodes, timers, facts } = aSupervisor();
  for (let crash = 0; crash < 7; crash += 1) {
    newest().says(`no space left on device (${crash})\n`);
    newest().ends(1);
    timers.pass(8_000);
  }
  expect(facts).toEqual(['given up: code 1\nno space left on device (6)']);
  timers.pass(10 * MINUTE_MS);
  expect(nodes).toHaveLength(7);
  supervisor.retry();
  expect(nodes).toHaveLength(8);
});

test('after a minute of service an old crash no longer counts', () => {
  const { newest, timers } = aSupervisor();
  newest().ends(1);
  timers.pass(250);
  newest().ends(1);
  timers.pass(500);
  newest().isReady();
  timers.pass(MINUTE_MS);
  newest().ends(1);
  expect(timers.waiting()).toEqual([250]);
});

test('while the store node is down a question is refused at once, and an open one does not hang', async () => {
  const { supervisor, newest } = aSupervisor();
  newest().isReady();
  const open = supervisor.request('order.place', {}, 'counter');
  newest().ends(1);
  expect(await open).toEqual({ ok: false, refusal: { code: 'link.down' } });
  expect(await supervisor.request('order.place', {}, 'counter')).toEqual({
    ok: false,
    refusal: { code: 'link.down' },
  });
});

test('a question without an answer is refused after five seconds', async () => {
  const { supervisor, newest, timers } = aSupervisor();
  newest().isReady();
  const reply = supervisor.request('order.place', {}, 'counter');
  timers.pass(5_000);
  expect(await reply).toEqual({
    ok: false,
    refusal: { code: 'link.no-answer', detail: { method: 'order.place', timeoutMs: 5_000 } },
  });
});

test('a store node that hangs while it starts is killed, and so started again', () => {
  const { newest, timers, nodes } = aSupervisor();
  timers.pass(MINUTE_MS);
  expect(newest().killed).toBe(true);
  newest().ends(0);
  timers.pass(250);
  expect(nodes).toHaveLength(2);
});

test('news of the store node reaches the windows', () => {
  const { newest, facts } = aSupervisor();
  newest().isReady();
  newest().emit('message', { changed: ['orders', 'kitchen'] });
  expect(facts).toEqual(['ready', 'changed orders,kitchen']);
});

test('a store node is asked to stop, and the shell waits until it has', async () => {
  const { supervisor, newest, timers, nodes } = aSupervisor();
  newest().isReady();
  const stopped = supervisor.stop();
  expect(newest().sent.at(-1)).toEqual({ stop: true });
  newest().ends(0);
  await stopped;
  timers.pass(10 * MINUTE_MS);
  expect({ count: nodes.length, killed: newest().killed }).toEqual({ count: 1, killed: false });
});

test('a store node that does not stop within ten seconds is killed', async () => {
  const { supervisor, newest, timers } = aSupervisor();
  const stopped = supervisor.stop();
  timers.pass(10_000);
  expect(newest().killed).toBe(true);
  newest().ends(15);
  await stopped;
});

test('stopping while a restart is being waited for starts nothing any more', async () => {
  const { supervisor, newest, timers, nodes } = aSupervisor();
  newest().ends(1);
  await supervisor.stop();
  timers.pass(MINUTE_MS);
  expect(nodes).toHaveLength(1);
});
