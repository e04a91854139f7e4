import { expect, test } from 'vitest';

import { DeviceSchema } from '#hardware/host/device-schema.ts';
import { configuredDevices, receiptPrinterOf, terminalOf } from '#main/store/devices/configured.ts';
import { A_PRINTER, A_TERMINAL } from '#tests/main/hardware-host/devices.ts';

const ON_COMMAND_LINE = {
  printer: { host: '127.0.0.1', port: 9_100 },
  terminal: { host: '127.0.0.1', port: 8_888, times: { answerMs: 1_000 } },
};

test('without settings the printer and the terminal of the command line are connected', () => {
  const devices = configuredDevices([], ON_COMMAND_LINE);
  expect(devices.map(({ configuration }) => configuration.kind)).toEqual(['printer', 'terminal']);
  for (const { configuration } of devices)
    expect(DeviceSchema.safeParse(configuration).success).toBe(true);
  expect(devices[1]?.times).toEqual({ answerMs: 1_000 });
  expect([receiptPrinterOf(devices), terminalOf(devices)]).toEqual(['printer', 'terminal']);
});

test('the settings of the store come first, kind by kind', () => {
  const devices = configuredDevices([{ ...A_PRINTER, id: 'bar' }], ON_COMMAND_LINE);
  expect(devices.map(({ configuration }) => configuration.id)).toEqual(['bar', 'terminal']);
});

test('a store with neither has no device', () => {
  const devices = configuredDevices([], {});
  expect(devices).toEqual([]);
  expect([receiptPrinterOf(devices), terminalOf(devices)]).toEqual([undefined, undefined]);
});

test('receipts go to the printer that is for them, or to any when none is', () => {
  const kitchen = { ...A_PRINTER, id: 'a-kitchen', roles: ['kitchen'] } as const;
  const till = { ...A_PRINTER, id: 'b-till' };
  expect(receiptPrinterOf(configuredDevices([kitchen, till, A_TERMINAL], {}))).toBe('b-till');
  expect(receiptPrinterOf(configuredDevices([kitchen], {}))).toBe('a-kitchen');
});
