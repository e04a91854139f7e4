import { expect, test } from 'vitest';

import { voucherCode, writtenCode } from '#main/store/payments/voucher-code.ts';

test('a code is found without its hyphens, with others, and in small letters', () => {
  const code = voucherCode();
  const signs = code.replaceAll('-', '');
  for (const typed of [code, signs, signs.toLowerCase(), `${signs.slice(0, 6)}-${signs.slice(6)}`])
    expect(writtenCode(typed)).toBe(code);
});

test('what cannot be a code of ours is left as it was typed', () => {
  for (const typed of ['BON-20', '4SJL-LBW5-NWN', 'OOOO-IIII-1111'])
    expect(writtenCode(typed)).toBe(typed);
});
