import { expect, test } from 'vitest';

import { faultInjector, type LineFault } from '#hardware/link/fault-injector.ts';
import { type MemoryEnd, memoryTransport } from '#hardware/link/memory.ts';
import type { Timers } from '#hardware/link/timers.ts';

import { bytes, heardOn, opened } from './heard.ts';

async function talk(faults: readonly LineFault[], timers?: Timers) {
  const ends: MemoryEnd[] = [];
  const transport = faultInjector(
    memoryTransport((end) => void ends.push(end)),
    faults,
    timers,
  );
  const connection = await opened(transport);
  const far = ends[0];
  if (far === undefined) throw new Error('nobody opened the line');
  return { connection, far, till: heardOn(connection), device: heardOn(far), transport };
}

test('without a fault everything passes, both ways', async () => {
  const { connection, far, till, device } = await talk([]);
  await connection.write(bytes('ask'));
  await far.write(bytes('answer'));
  await till.heard(6);
  expect([device.text(), till.text()]).toEqual(['ask', 'answer']);
  far.close();
  expect(await till.over()).toBe('ended');
});

test('a device that is off refuses, a device held by another lets go at once, then it works', async () => {
  const { transport } = await talkAfter([
    { kind: 'refuse', opening: 0 },
    { kind: 'busy', opening: 1 },
  ]);
  expect(await transport.open(1)).toMatchObject({ reason: 'connection-refused' });
  expect(await heardOn(await opened(transport)).over()).toBe('ended');
  const connection = await opened(transport);
  expect(await connection.write(bytes('x'))).toBe(true);
});

function talkAfter(faults: readonly LineFault[]) {
  return Promise.resolve({
    transport: faultInjector(
      memoryTransport(() => undefined),
      faults,
    ),
  });
}

test('an answer is split at a byte, or into single bytes', async () => {
  const at = await talk([{ kind: 'split', direction: 'fromDevice', at: 4 }]);
  await at.far.write(bytes('an'));
  await at.far.write(bytes('swer'));
  await at.till.heard(6);
  expect(at.till.pieces()).toEqual(['an', 'sw', 'er']);
  const every = await talk([{ kind: 'split', direction: 'fromDevice', every: 1 }]);
  await every.far.write(bytes('ack'));
  await every.till.heard(3);
  expect(every.till.pieces()).toEqual(['a', 'c', 'k']);
});

test('one byte is lost, or all from a byte on', async () => {
  const one = await talk([{ kind: 'drop', direction: 'fromDevice', after: 1, count: 1 }]);
  await one.far.write(bytes('abc'));
  await one.till.heard(2);
  expect(one.till.text()).toBe('ac');
  const all = await talk([{ kind: 'drop', direction: 'toDevice', after: 2 }]);
  expect(await all.connection.write(bytes('abc'))).toBe(true);
  expect(all.device.text()).toBe('ab');
});

test('one byte is changed, in whatever piece it comes', async () => {
  for (const pieces of [['abc'], ['ab', 'c'], ['a', 'b', 'c']]) {
    const fault = { kind: 'corrupt', direction: 'toDevice', at: 1, mask: 1 } as const;
    const { connection, device } = await talk([fault]);
    for (const piece of pieces) await connection.write(bytes(piece));
    expect(device.text()).toBe('acc');
  }
});

test('with a cable pulled writes are still taken, nothing arrives and nobody is told', async () => {
  const { connection, far, till, device } = await talk([
    { kind: 'half-open', direction: 'toDevice', after: 2 },
  ]);
  expect(await connection.write(bytes('abc'))).toBe(true);
  expect(await connection.write(bytes('def'))).toBe(true);
  expect(device.text()).toBe('ab');
  await far.write(bytes('answer'));
  far.close();
  connection.close();
  expect(await till.over()).toBe('closed');
  expect(till.text()).toBe('');
});

test('a line torn after some bytes is broken, and writing says so', async () => {
  const { connection, till, device } = await talk([
    { kind: 'reset', direction: 'toDevice', after: 2 },
  ]);
  expect(await connection.write(bytes('abc'))).toBe(false);
  expect(device.text()).toBe('ab');
  expect(await till.over()).toBe('broken');
});

test('a torn answer is heard up to its last byte', async () => {
  const { far, till } = await talk([{ kind: 'reset', direction: 'fromDevice', after: 4 }]);
  await far.write(bytes('answer'));
  expect(await till.over()).toBe('broken');
  expect(till.text()).toBe('answ');
});

test('a slow line brings each piece when its time has come', async () => {
  const due: (() => void)[] = [];
  const timers: Timers = {
    after(delayMs, run) {
      expect(delayMs).toBe(250);
      due.push(run);
      return () => undefined;
    },
  };
  const { far, till } = await talk(
    [{ kind: 'delay', direction: 'fromDevice', delayMs: 250 }],
    timers,
  );
  await far.write(bytes('late'));
  await Promise.resolve();
  expect(till.text()).toBe('');
  due.shift()?.();
  await till.heard(4);
});
