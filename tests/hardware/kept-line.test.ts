import { expect, test } from 'vitest';

import { KeptLine, lineTransportOf } from '#hardware/kept-line.ts';
import { silentLog } from '#hardware/link/log.ts';
import { type MemoryEnd, memoryTransport } from '#hardware/link/memory.ts';
import type { Transport } from '#hardware/link/transport.ts';

import { manualTimers, settled } from './manual-timers.ts';

/** A line that can be missing, torn, or stop taking what is written. */
function aLine() {
  const timers = manualTimers();
  const ends: MemoryEnd[] = [];
  const heard: string[] = [];
  let isThere = true;
  let isStuck = false;
  let openings = 0;
  const memory = memoryTransport((far) => ends.push(far));
  const transport: Transport = {
    address: 'memory',
    async open(timeoutMs) {
      openings += 1;
      if (!isThere) return { status: 'failed', reason: 'unreachable', detail: 'no cable' };
      const opening = await memory.open(timeoutMs);
      if (opening.status === 'failed' || !isStuck) return opening;
      return {
        ...opening,
        connection: { ...opening.connection, write: () => new Promise(() => {}) },
      };
    },
  };
  const log: string[] = [];
  const line = new KeptLine({
    ...{ transport, timers, log: silentLog },
    onOpen: () => log.push('open'),
    onDown: () => log.push('down'),
    onBytes: (bytes) => heard.push(Buffer.from(bytes).toString()),
  });
  return {
    ...{ line, timers, log, heard },
    far: () => ends.at(-1),
    openings: () => openings,
    setThere: (next: boolean) => {
      isThere = next;
    },
    setStuck: (next: boolean) => {
      isStuck = next;
    },
  };
}

const BYTES = Uint8Array.of(1);

test('a line carries bytes both ways, and is opened again a second after it is torn', async () => {
  const { line, timers, log, heard, far } = aLine();
  await settled();
  expect(await line.write(BYTES)).toBe(true);
  await far()?.write(new TextEncoder().encode('hello'));
  far()?.tear();
  expect(await line.write(BYTES)).toBe(false);
  await timers.pass(1_000);
  expect(log).toEqual(['open', 'down', 'open']);
  expect(heard).toEqual(['hello']);
  line.close();
});

test('a line that is not there is tried ever less often, twice a minute in the end', async () => {
  const { line, timers, openings, setThere } = aLine();
  await settled();
  setThere(false);
  line.drop();
  await timers.pass(31_000);
  expect(openings()).toBe(6);
  await timers.pass(300_000);
  expect(openings()).toBe(16);
  line.close();
});

test('a line that opens and breaks at once is not tried without end', async () => {
  const { line, timers, far, openings } = aLine();
  for (let second = 0; second < 120; second += 1) {
    await settled();
    far()?.tear();
    await timers.pass(1_000);
  }
  expect(openings()).toBeLessThan(12);
  line.close();
});

test('after ten good seconds the next loss is tried again at once', async () => {
  const { line, timers, far, openings } = aLine();
  await settled();
  for (const loss of [1, 2, 3]) {
    await timers.pass(10_000);
    far()?.tear();
    await timers.pass(1_000);
    expect(openings()).toBe(loss + 1);
  }
  line.close();
});

test('a line that takes nothing is let go after five seconds', async () => {
  const { line, timers, log, setStuck } = aLine();
  await settled();
  setStuck(true);
  line.drop();
  await timers.pass(1_000);
  const writing = line.write(BYTES);
  await timers.pass(5_000);
  expect(await writing).toBe(false);
  expect(log.at(-1)).toBe('down');
  line.close();
});

test('a closed line is opened no more and keeps nothing running', async () => {
  const { line, timers, openings } = aLine();
  await settled();
  line.close();
  await timers.pass(600_000);
  expect(openings()).toBe(1);
  expect(timers.waiting()).toBe(0);
});

test('a serial line is a device file or a serial server on the network', () => {
  const line = { baudRate: 9_600, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none' } as const;
  expect(lineTransportOf({ ...line, path: '/dev/ttyACM0' }).address).toBe('/dev/ttyACM0');
  expect(lineTransportOf({ ...line, path: 'tcp://192.168.1.9:4001' }).address).toBe(
    '192.168.1.9:4001',
  );
});
