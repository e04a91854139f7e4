import { afterEach, expect, test } from 'vitest';

import type { SerialLine } from '#hardware/configuration.ts';
import { transportOf } from '#hardware/link/of-configuration.ts';
import { serialTransport } from '#hardware/link/serial.ts';

import { bytes, heardOn, opened } from './heard.ts';
import { pseudoTerminal } from './pseudo-terminal.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function aLine(change: Partial<SerialLine> = {}) {
  const device = await pseudoTerminal();
  closers.push(device.close);
  const line: SerialLine = {
    path: device.path,
    baudRate: 9_600,
    dataBits: 8,
    parity: 'none',
    stopBits: 1,
    flow: 'none',
    ...change,
  };
  const connection = await opened(serialTransport(line));
  closers.push(connection.close);
  return { device, connection, heard: heardOn(connection), line };
}

test('bytes go both ways over a serial line, control characters too', async () => {
  const { device, connection, heard } = await aLine();
  expect(await connection.write(bytes('\u0005ENQ\u0003\r\n'))).toBe(true);
  expect(await device.heard(6)).toBe('\u0005ENQ\u0003\r\n');
  device.say('\u0006\u0002ok\u0003');
  await heard.heard(5);
  expect(heard.text()).toBe('\u0006\u0002ok\u0003');
});

test('a line as card terminals want it, seven bits and even parity, opens', async () => {
  const { connection } = await aLine({ dataBits: 7, parity: 'even', baudRate: 1_200 });
  expect(await connection.write(bytes('A'))).toBe(true);
});

test('closing is over at once, and nothing can be written after', async () => {
  const { connection, heard } = await aLine();
  connection.close();
  expect(await heard.over()).toBe('closed');
  expect(await connection.write(bytes('x'))).toBe(false);
});

test('a line that vanished is found out by who keeps saying something', async () => {
  const { device, connection, heard } = await aLine();
  await device.close();
  const isTaken = await connection.write(bytes('\u0005'));
  if (isTaken) await connection.write(bytes('\u0005'));
  expect(await heard.over()).toBe('broken');
  expect(await connection.write(bytes('\u0005'))).toBe(false);
});

test('a line that is not there cannot be reached, and the detail names it', async () => {
  const line: SerialLine = {
    path: '/dev/oc-pizza-no-such-line',
    baudRate: 9_600,
    dataBits: 8,
    parity: 'none',
    stopBits: 1,
    flow: 'none',
  };
  const transport = transportOf({ kind: 'serial', ...line });
  expect(transport.address).toBe(line.path);
  const opening = await transport.open(2_000);
  expect(opening).toMatchObject({ status: 'failed', reason: 'unreachable' });
  expect('detail' in opening && opening.detail).toContain(line.path);
});
