import fc from 'fast-check';
import { expect, test } from 'vitest';

import { busHidPort } from '#hardware/hid/virtual/bus-port.ts';
import { busLineOf } from '#hardware/hid/virtual/bus.ts';

test('a bus that does not run has no devices, and nothing is thrown', async () => {
  const port = busHidPort({ host: '127.0.0.1', port: 9 });
  expect(await port.list()).toEqual([]);
  expect(await port.open('virtual-scanner-1')).toMatchObject({ status: 'failed' });
});

test('whatever a bus says, reading it never fails', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(() => busLineOf(text)).not.toThrow();
    }),
  );
  expect(busLineOf('{"say":"in","path":"a","hex":"00"}')).toEqual({
    ...{ say: 'in', path: 'a', hex: '00' },
  });
});
