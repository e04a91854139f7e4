import { expect, test } from 'vitest';

import { qrModules } from '#app/receipt/qr.ts';

test.each([
  [14, 1],
  [100, 6],
  [200, 10],
])('an address of %i characters makes a code of version %i', (length, version) => {
  const address = 'https://oc-pizza.example/t?'.padEnd(length, 'AbC-019.z').slice(0, length);
  const modules = qrModules(address) ?? [];
  expect(modules).toHaveLength(17 + 4 * version);
  expect(modules.every((row) => row.length === modules.length)).toBe(true);
});

test('a text too long for a receipt makes no code rather than a wrong one', () => {
  expect(qrModules('x'.repeat(213))).toBeDefined();
  expect(qrModules('x'.repeat(214))).toBeUndefined();
});
