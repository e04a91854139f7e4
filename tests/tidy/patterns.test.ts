import { expect, test } from 'vitest';

import {
  DEBT,
  ELECTRON_DETOUR,
  EXPLAINED,
  FOREIGN,
  FRACTION,
  HANDED_ON,
  LEFT_OUT,
  PRESENT,
  SILENCED,
} from './patterns.ts';

const [debt, slashes] = [`TO${'DO'}`, '/'.repeat(2)];

test.each([
  [DEBT, `${slashes} ${debt} later`, `${slashes} ${debt}(AB) when the terminal is certified`],
  [DEBT, `x(); ${slashes} FIX${'ME'}`, `const ${debt.toLowerCase()} = 1;`],
  [FOREIGN, `read('${'/wo'}rk/main/x.ts')`, "read('/usr/bin/chromium')"],
  [FOREIGN, `see share${'d'}/notes.md`, 'renderer/ui is used by all'],
  [FOREIGN, `https:${slashes}registry.npm${'js'}.org/x`, 'the package registry'],
  [FRACTION, 'const cents = euros * 100;', 'const cents = euros * 100_000;'],
  [FRACTION, 'return total / 100', 'return total / 10_000'],
  [FRACTION, 'const euros = cents / 100n', 'const share = part * 1000;'],
  [FRACTION, `parse${'Float'}(text)`, 'parseInt(text, 10)'],
  [FRACTION, 'total.toFixed(2)', 'fixed(total)'],
  [FRACTION, 'net = gross * 0.9', 'net = gross * 10'],
  [PRESENT, 'const now = new Date();', 'const then = new Date(epochMs);'],
  [PRESENT, 'const now = Date()', 'const day = localDate()'],
  [ELECTRON_DETOUR, `require('elect${'ron'}')`, "require('electronics')"],
  [LEFT_OUT, `test.${'skip'}('later', …)`, "test('a test that is skipped', …)"],
  [HANDED_ON, `export * ${'from'} './a.ts';`, 'export type A = B;'],
  [SILENCED, `// @ts-${'ignore'}`, '// ts ignores it'],
  [EXPLAINED, 'oxlint-disable-next-line no-eval -- a reason', 'oxlint-disable no-eval'],
])('%s finds «%s» and lets «%s» pass', (pattern, bad, good) => {
  expect([pattern.test(bad), pattern.test(good)]).toEqual([true, false]);
});
