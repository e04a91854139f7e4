import { describe, expect, test } from 'vitest';

import type { DeviceConfiguration } from '#hardware/configuration.ts';
import { capabilitiesOf, isVirtual } from '#main/store/devices/facts.ts';
import { A_PRINTER, A_TERMINAL } from '#tests/main/hardware-host/devices.ts';

const LINE = {
  baudRate: 9_600,
  dataBits: 8,
  parity: 'none',
  stopBits: 1,
  flow: 'none',
} as const;

function terminalAt(host: string): DeviceConfiguration {
  return { ...A_TERMINAL, protocol: 'caisse-ap', host, port: 8_888 };
}
function concertOn(path: string): DeviceConfiguration {
  const { kind, id, name, tillNumber } = A_TERMINAL;
  return { kind, id, name, tillNumber, protocol: 'concert', line: { ...LINE, path } };
}
function stripeAt(apiBase: string | undefined): DeviceConfiguration {
  const { kind, id, name, tillNumber } = A_TERMINAL;
  return { kind, id, name, tillNumber, protocol: 'stripe', readerId: 'tmr_1', apiBase };
}

describe('a terminal is a simulator, and charges nobody,', () => {
  test.each([
    terminalAt('127.0.0.1'),
    terminalAt('localhost'),
    concertOn('tcp://127.0.0.1:4001'),
    stripeAt('http://127.0.0.1:7421'),
  ])('when it listens on this very machine: %o', (terminal) => {
    expect(isVirtual(terminal)).toBe(true);
  });

  test.each([
    terminalAt('192.168.1.9'),
    terminalAt('127.0.0.1.example.com'),
    terminalAt('tpe'),
    concertOn('/dev/ttyACM0'),
    concertOn('COM3'),
    concertOn('tcp://192.168.1.9:4001'),
    stripeAt(undefined),
    stripeAt('https://api.stripe.com'),
  ])('and never otherwise: %o', (terminal) => {
    expect(isVirtual(terminal)).toBe(false);
  });
});

test('a printer behind a queue of the system is said to confirm nothing', () => {
  expect(capabilitiesOf(A_PRINTER)).toEqual(['cutter', 'drawer', 'graphics', 'job-id', 'status']);
  const queued = { ...A_PRINTER, transport: { kind: 'spooler', queue: 'Tickets' } } as const;
  expect(capabilitiesOf(queued)).toEqual(['cutter', 'drawer', 'graphics', 'unconfirmed']);
});
