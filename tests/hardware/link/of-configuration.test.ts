import { expect, test } from 'vitest';

import type { SerialLine } from '#hardware/configuration.ts';
import { transportOf } from '#hardware/link/of-configuration.ts';

test('each kind of line is known by the address that a person would name', () => {
  expect(transportOf({ kind: 'tcp', host: '192.168.1.50', port: 9_100 }).address).toBe(
    '192.168.1.50:9100',
  );
  expect(transportOf({ kind: 'file', path: '/dev/usb/lp0' }).address).toBe('/dev/usb/lp0');
  const line: SerialLine = {
    path: 'COM3',
    baudRate: 9_600,
    dataBits: 8,
    parity: 'none',
    stopBits: 1,
    flow: 'none',
  };
  expect(transportOf({ kind: 'serial', ...line }).address).toBe('COM3');
});

test('a queue of the operating system is no line', () => {
  expect(() => transportOf({ kind: 'spooler', queue: 'Caisse' })).toThrow(/spooler/);
});
