import { expect, test } from 'vitest';

import type { DeviceConfiguration, SerialLine } from '#hardware/configuration.ts';
import { DeviceSchema } from '#hardware/host/device-schema.ts';

const LINE: SerialLine = {
  path: '/dev/ttyACM0',
  baudRate: 9_600,
  dataBits: 8,
  parity: 'none',
  stopBits: 1,
  flow: 'none',
};
const PRINTER = {
  kind: 'printer',
  id: 'printer-1',
  name: 'Comptoir',
  language: 'esc-pos',
  profile: 'epson-tm-m30iii',
  roles: ['receipt', 'label'],
} as const;
const TERMINAL = { kind: 'terminal', id: 'terminal-1', name: 'TPE', tillNumber: '01' } as const;
const CALLS = { kind: 'caller-id', id: 'line-1', name: 'Box', lineId: 'Ligne 1' } as const;
const USB = { name: 'Zebra', vendorId: 0x05e0, productId: 0x1200 } as const;

const DEVICES: readonly DeviceConfiguration[] = [
  { ...PRINTER, transport: { kind: 'tcp', host: '192.168.1.50', port: 9_100 }, isShared: true },
  { ...PRINTER, transport: { kind: 'serial', ...LINE }, codeTable: 16 },
  { ...PRINTER, transport: { kind: 'file', path: '/dev/usb/lp0' } },
  { ...PRINTER, language: 'star-prnt', transport: { kind: 'spooler', queue: 'Caisse' } },
  { ...TERMINAL, protocol: 'caisse-ap', host: '192.168.1.60', port: 8_888, ipc: '012345678901' },
  { ...TERMINAL, protocol: 'concert', line: { ...LINE, dataBits: 7, parity: 'even' } },
  { ...TERMINAL, protocol: 'stripe', readerId: 'tmr_1', apiBase: 'http://127.0.0.1:4242' },
  { kind: 'scanner', id: 'scanner-1', ...USB, serialNumber: 'S1' },
  { kind: 'bump-bar', id: 'bar-1', ...USB },
  { kind: 'customer-display', id: 'display-1', name: 'Client', line: LINE, codeTable: 19 },
  { ...CALLS, source: 'modem', line: LINE },
  { ...CALLS, source: 'sip', registrar: 'box', port: 5_060, user: 'caisse', localPort: 0 },
  { ...CALLS, source: 'long-poll', url: 'https://events.example.org/' },
  { ...CALLS, source: 'webhook', host: '127.0.0.1', port: 0 },
];

test.each(DEVICES)('a $kind as settings hold it is read as it was written', (device) => {
  expect(DeviceSchema.parse(JSON.parse(JSON.stringify(device)))).toEqual(device);
});

test.each([
  ['of no known kind', { ...PRINTER, kind: 'toaster' }],
  ['without a line', PRINTER],
  ['on port 0', { ...PRINTER, transport: { kind: 'tcp', host: 'x', port: 0 } }],
  ['with a word too much', { ...TERMINAL, protocol: 'concert', line: LINE, secretKey: 'sk_1' }],
  ['for till 00', { ...TERMINAL, tillNumber: '00', protocol: 'concert', line: LINE }],
  [
    'with nine data bits',
    { kind: 'customer-display', id: 'd', name: 'D', line: { ...LINE, dataBits: 9 } },
  ],
])('a device %s is refused', (_name, device) => {
  expect(DeviceSchema.safeParse(device).success).toBe(false);
});
