import { expect, test } from 'vitest';

import { DeviceShape } from '#app/contract/device-shapes.ts';
import { newDevice } from '#renderer/setup/form/new-device.ts';

const taken = (...ids: string[]) => ids.map((id) => ({ device: { id } }));

test('a new device has a name and an id that no other has', () => {
  expect(newDevice('printer', [])).toMatchObject({ id: 'imprimante-1', name: 'Imprimante' });
  expect(newDevice('printer', taken('imprimante-1', 'terminal-2'))).toMatchObject({
    id: 'imprimante-2',
    name: 'Imprimante 2',
  });
});

test('a printer and a terminal that are given their address can be saved as they are', () => {
  const printer = newDevice('printer', []);
  const terminal = newDevice('terminal', []);
  expect(DeviceShape.safeParse(printer).success).toBe(false);
  const transport = { kind: 'tcp', host: '192.168.1.9', port: 9_100 };
  expect(DeviceShape.safeParse({ ...printer, transport }).success).toBe(true);
  expect(DeviceShape.safeParse({ ...terminal, host: '192.168.1.8' }).success).toBe(true);
});
