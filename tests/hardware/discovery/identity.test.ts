import fc from 'fast-check';
import { expect, test } from 'vitest';

import { languageIn, namesIn } from '#hardware/discovery/identity.ts';

const NAMES = Buffer.from('_EPSON\0_TM-T88VI\0', 'latin1');

test('maker and model are read whole, cut anywhere never wrongly, and after noise', () => {
  expect(namesIn(NAMES)).toEqual({ maker: 'EPSON', model: 'TM-T88VI' });
  for (let cut = 0; cut < NAMES.length; cut += 1) {
    const { maker, model } = namesIn(NAMES.subarray(0, cut));
    expect([undefined, 'EPSON']).toContain(maker);
    expect(model).toBeUndefined();
  }
  const noisy = Buffer.concat([Buffer.of(0x12, 0x14, 0x00, 0x00, 0x0f), NAMES]);
  expect(namesIn(noisy)).toEqual({ maker: 'EPSON', model: 'TM-T88VI' });
});

test.each([
  [[0x16], 'esc-pos'],
  [[0x23, 0x06, 0, 0, 0, 0, 0, 0, 0], 'star-prnt'],
  [[0x1a, 0x23, 0x86, 0x20, 0, 0, 0x08, 0, 0x02, 0], 'star-prnt'],
  [[0x23, 0x06, 0, 0], undefined],
  [[], undefined],
])('the bytes %j tell the language %s', (bytes, language) => {
  expect(languageIn(Uint8Array.from(bytes))).toBe(language);
});

test('whatever an address answers, reading it never fails', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect([undefined, 'esc-pos', 'star-prnt']).toContain(languageIn(bytes));
      expect((namesIn(bytes).model ?? '').length).toBeLessThanOrEqual(80);
    }),
  );
});
