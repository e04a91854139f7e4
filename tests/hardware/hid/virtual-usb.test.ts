import { expect, test } from 'vitest';

import { virtualUsbOf } from '#hardware/hid/virtual-usb.ts';

test('a simulated USB bus is joined only where an address is given in full', () => {
  expect(virtualUsbOf('127.0.0.1:9400')).toEqual({ host: '127.0.0.1', port: 9_400 });
  for (const wrong of [undefined, '', '9400', 'here', 'a b:1']) {
    expect(virtualUsbOf(wrong)).toBeUndefined();
  }
});
