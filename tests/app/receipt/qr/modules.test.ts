import { createHash } from 'node:crypto';

import { expect, test } from 'vitest';

import { qrModules } from '#app/receipt/qr/modules.ts';

/** The symbols were read back by an independent scanner (zbar 0.23) when these were noted. */
const READ_BY_A_SCANNER: readonly (readonly [number, number, string])[] = [
  [5, 1, '3ed3dfe24378585c'],
  [14, 1, '17f4a6493f74b3c7'],
  [20, 2, '7a4da9b9d9d28875'],
  [40, 3, 'fecbc6ef63d7b885'],
  [60, 4, 'dde284f5d50f5cf8'],
  [80, 5, '7e62ec595ab4bf09'],
  [100, 6, '87adc3e65532fe57'],
  [120, 7, 'bfbbab564ef1e390'],
  [150, 8, 'd484ea7b69081ec5'],
  [170, 9, '2f6c1b5c82bb0e79'],
  [200, 10, 'a77efcfb00333bf3'],
];

test.each(READ_BY_A_SCANNER)(
  'an address of %i characters makes the version %i code that a scanner reads',
  (length, version, fingerprint) => {
    const address = 'https://oc-pizza.example/t?'.padEnd(length, 'AbC-019.z').slice(0, length);
    const modules = qrModules(address) ?? [];
    expect(modules.length).toBe(17 + 4 * version);
    const rows = modules.map((row) => row.map((isDark) => (isDark ? '1' : '0')).join(''));
    const hash = createHash('sha256').update(rows.join('\n')).digest('hex');
    expect(hash.slice(0, 16)).toBe(fingerprint);
  },
);

test('a text too long for a receipt makes no code rather than a wrong one', () => {
  expect(qrModules('x'.repeat(214))).toBeUndefined();
});
